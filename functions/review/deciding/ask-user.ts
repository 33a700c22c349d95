import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { doers } from '../../audit/deed.ts'
import type { Asked, ReviewCase } from '../case/case.ts'
import { objectionToDeciding } from '../case/claim.ts'
import { heldBy } from '../case/claim-store.ts'
import { commitMove, effectDeps, type Plan, type ReviewDeps } from '../case/commit-move.ts'
import { askedLetter } from '../case/letter.ts'
import { afterAsking } from '../case/moves.ts'
import { kindOf, NO_EFFECT } from '../kind.ts'
import { type Asking, asksOf } from './judgement.ts'
import { recordOf } from './record.ts'
import { type Reviewer, rightObjection } from './reviewer.ts'

/** Whether the same was asked already by the same person: a second click. */
const isAsked = (
  { status, asked }: ReviewCase,
  by: string,
  what: readonly string[],
  words: string | undefined,
): boolean => {
  const last = asked.at(-1)
  const isLast = last?.by.id === by && last.words === words && last.what.join(' ') === what.join(' ')
  return status === 'waiting' && isLast
}

/**
 * Whoever holds a case asks more of its user, who is told what, and until when. A second click changes nothing. Refuses as `takeClaim`
 * does, with `review_not_claimed`, `review_in_second` and `review_ask_unknown`, and as its owner does. Three calls, and those of its owner.
 */
export const askUser = (
  deps: ReviewDeps,
  reviewer: Reviewer,
  { name, ...asking }: Asking & { name: string },
): Promise<Outcome<ReviewCase>> =>
  commitMove(deps, name, async (of, now): Promise<Plan> => {
    const who = reviewer.operatorId
    const kind = kindOf(deps.kinds, of)
    const what = asksOf(kind, asking)
    const missing = rightObjection(kind, reviewer)
    if (missing) return { answer: missing }
    if (!what.ok) return { answer: what }
    if (isAsked(of, who, what.value, asking.words)) return { answer: ok(of) }
    const objection = objectionToDeciding(of, who, now)
    if (objection) return { answer: objection }
    const by = doers.operator(reviewer)
    const wanted: Asked = { ...asking, at: now, by, what: what.value, until: now + kind.askMs }
    const given = effectDeps(deps, now)
    const planned = (await kind.planAsk?.(given, of, wanted)) ?? ok({ effect: NO_EFFECT, until: wanted.until })
    if (!planned.ok) return { answer: planned }
    const asked: Asked = { ...wanted, until: planned.value.until }
    const letter = askedLetter(kind.words, of, asked, deps.publicUrl)
    const { writes, ...rest } = planned.value.effect
    const effect = { ...rest, writes: [...writes, given.told(of.accountId, letter, now)] }
    const record = recordOf(deps.ids, of, {
      ...{ by, at: now, action: 'review_ask', detail: what.value },
      reason: asking.words ?? '',
    })
    return { move: { on: 'asked', after: afterAsking(of, asked), only: (at) => heldBy(who, at), effect, record } }
  })
