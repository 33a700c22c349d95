import type { Right } from '../../../functions/operators/rights.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { dayName } from '../controls/days.ts'
import { vendorWords } from '../vendors/texts.ts'
import { channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import { subjectWords } from './texts.ts'

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
  if (kind === 'certificate') return { to: `/console/certificates/${one}`, right: 'see_people' }
  if (kind === 'review') return { to: `/console/reviews/${one}.${rest}`, right: 'answer_help' }
  if (kind === 'reconciliation') return { to: `/console/reconciliations/${one}/${rest}`, right: 'keep_books' }
  if (kind === 'statement')
    return { to: `/console/statements?vendor=${encodeURIComponent(one)}&day=${rest}`, right: 'keep_books' }
  if (kind === 'queue') return { to: `/console/dead-letters/${encodeURIComponent(one)}`, right: 'see_systems' }
  if (kind === 'endpoint') return { to: `/console/webhooks/${one}`, right: 'see_systems' }
  if (kind === 'operator') return { to: '/console/operators', right: 'manage_operators' }
  return undefined
}

/** What a deed was done to, as people say it, and what of that is a name to copy and compare. */
export const subjectTold = (subject: string, language: Language): { words: string; name?: string } => {
  const [kind = '', one = '', ...others] = subject.split(':')
  const rest = others.join(':')
  const said = wordIn(subjectWords, kind, language)
  const at = wordIn(kind === 'statement' ? vendorWords : channelWords, one, language)
  if (kind === 'complaint') return { words: `${said} · ${at}`, name: rest }
  if (kind === 'reconciliation' || kind === 'statement')
    return { words: `${said} · ${at} · ${dayName(rest, language)}` }
  return { words: said, name: [one, ...others].join(':') }
}

/** The address of everything that was done to it. */
export const deedsOf = (subject: string): string => `/console/deeds?subject=${encodeURIComponent(subject)}`
