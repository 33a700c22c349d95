import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Doer } from '../../audit/deed.ts'
import type { Decision, GivenVerdict, Judgement } from '../case/case.ts'
import type { ReviewKind } from '../kind.ts'

/** What an operator decides, as they send it. */
export type Deciding = { verdict: GivenVerdict; reason?: string; checked: readonly string[]; words?: string }

/** What an operator asks of the user. */
export type Asking = { what: readonly string[]; words?: string }

/**
 * A decision as its kind allows it: a verdict of its list; approving takes every point of the checklist, or all that a reservation of its does not
 * do without; refusing one of its reasons, and answering words. Refuses with `review_verdict_unknown`, `review_reason_needed`, `review_unchecked` and `review_words_needed`.
 */
export const judgementOf = (
  {
    verdicts,
    reasons,
    checklist,
    reservations = {},
  }: Pick<ReviewKind, 'verdicts' | 'reasons' | 'checklist' | 'reservations'>,
  { verdict, reason, checked, words }: Deciding,
  by: Doer,
  at: Millis,
): Outcome<Judgement> => {
  if (!verdicts.includes(verdict)) return refusedField('/verdict', 'review_verdict_unknown')
  const allowed: Readonly<Record<string, unknown>> =
    verdict === 'refused' ? reasons : verdict === 'approved' ? reservations : {}
  const isReason = reason !== undefined && Object.hasOwn(allowed, reason)
  if (verdict === 'refused' ? !isReason : reason !== undefined && !isReason)
    return refusedField('/reason', 'review_reason_needed', { enum: Object.keys(allowed) })
  const without = (verdict === 'approved' && reason !== undefined && reservations[reason]) || []
  const missing = checklist.filter((point) => !checked.includes(point) && !without.includes(point))
  if (verdict === 'approved' && missing.length > 0)
    return refused('review_unchecked', {
      fields: [{ pointer: '/checked', code: 'review_unchecked' }],
      extra: { missing: missing.join(' ') },
    })
  if (verdict === 'answered' && words === undefined) return refusedField('/words', 'review_words_needed')
  const confirmed = checklist.filter((point) => checked.includes(point))
  return ok({ verdict, ...(isReason && { reason }), ...(words !== undefined && { words }), checked: confirmed, by, at })
}

/** Whether a decision was made so already, by the same person: a second click. */
export const isSameDecision = (
  made: Pick<Decision, 'verdict' | 'reason' | 'words' | 'by'>,
  { verdict, reason, words }: Deciding,
  by: Doer,
): boolean => made.by?.id === by.id && made.verdict === verdict && made.reason === reason && made.words === words

/** What of a kind's list is asked for, each once, in its order. Refuses with `review_ask_unknown`. */
export const asksOf = ({ asks }: Pick<ReviewKind, 'asks'>, { what }: Asking): Outcome<readonly string[]> =>
  what.every((one) => asks.includes(one))
    ? ok(asks.filter((one) => what.includes(one)))
    : refusedField('/what', 'review_ask_unknown', { enum: asks })
