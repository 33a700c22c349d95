import type { Right } from '../../../functions/operators/rights.ts'

/** A page of ours, and the right without which it is not shown. */
type SubjectPage = { to: string; right: Right }

/** The page of what a deed was done to; undefined where it has none. */
export const subjectPage = (subject: string): SubjectPage | undefined => {
  const [kind = '', ...names] = subject.split(':')
  const [one = '', ...others] = names
  const rest = others.join(':')
  if (kind === 'account') return { to: `/console/accounts/${one}`, right: 'see_people' }
  if (kind === 'order') return { to: `/console/orders/${one}`, right: 'see_orders' }
  if (kind === 'complaint') return { to: `/console/complaints/${one}/${encodeURIComponent(rest)}`, right: 'see_orders' }
  if (kind === 'reconciliation') return { to: `/console/reconciliations/${one}/${rest}`, right: 'keep_books' }
  if (kind === 'statement')
    return { to: `/console/statements?vendor=${encodeURIComponent(one)}&day=${rest}`, right: 'keep_books' }
  if (kind === 'queue') return { to: `/console/dead-letters/${encodeURIComponent(one)}`, right: 'see_systems' }
  if (kind === 'operator') return { to: '/console/operators', right: 'manage_operators' }
  return undefined
}

/** The address of everything that was done to it. */
export const deedsOf = (subject: string): string => `/console/deeds?subject=${encodeURIComponent(subject)}`
