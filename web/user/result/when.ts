import type { Verification } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { type Checks, checksTold } from '../checks/checks-told.ts'
import { type Next, outcomeOf, outcomes } from './outcome.ts'
import { resultTexts } from './texts.ts'

/** Something that depends on the clock; `at`: the time to be named after it (RFC 3339). */
export type When = { text: string; at?: string }

/** Until when it can be paid, or could be; undefined where that is no longer of interest. */
const payable = ({ order, status }: Verification, texts: (typeof resultTexts)[Language], now: Millis): When[] => {
  if (status === 'awaiting_payment' && now < Date.parse(order.expiresAt))
    return [{ text: texts.payBefore, at: order.expiresAt }]
  return status === 'awaiting_payment' || status === 'expired' ? [{ text: texts.payEnded, at: order.expiresAt }] : []
}

/** Whether that is to submit anew. */
export const isAnew = (next: Next): boolean => ['correct', 'again', 'other_number', 'other_data'].includes(next)

/**
 * What of what can be done depends on the clock at `now`: paying, submitting again, or submitting the same data again. `checks`: what the
 * account has left; until that is known nothing is said to be possible at once.
 */
export const whenTold = (of: Verification, checks: Checks | null, language: Language, now: Millis): When[] => {
  const texts = resultTexts[language]
  const { next } = outcomes[outcomeOf(of, now)]
  const isEarly = of.retryAt !== null && now < Date.parse(of.retryAt)
  const early = isEarly ? [{ text: next === 'again' ? texts.againFrom : texts.sameFrom, at: String(of.retryAt) }] : []
  const left = checks && isAnew(next) ? [checksTold(checks, language)] : []
  const canNow = checks !== null && checks.leftToday > 0 && !(next === 'again' && isEarly)
  const again = isAnew(next) && canNow ? [{ text: next === 'again' ? texts.againNow : texts.correctedNow }] : []
  return [...payable(of, texts, now), ...early, ...again, ...left]
}
