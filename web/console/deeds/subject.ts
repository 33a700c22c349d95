/** The page of what a deed was done to; undefined where it has none. */
export const subjectPage = (subject: string): string | undefined => {
  const [kind = '', ...names] = subject.split(':')
  const [one = '', ...others] = names
  const rest = others.join(':')
  if (kind === 'order') return `/console/orders/${one}`
  if (kind === 'complaint') return `/console/complaints/${one}/${encodeURIComponent(rest)}`
  if (kind === 'reconciliation') return `/console/reconciliations/${one}/${rest}`
  if (kind === 'statement') return `/console/statements?vendor=${encodeURIComponent(one)}&day=${rest}`
  return undefined
}

/** The address of everything that was done to it. */
export const deedsOf = (subject: string): string => `/console/deeds?subject=${encodeURIComponent(subject)}`
