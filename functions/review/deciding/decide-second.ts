import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { doers } from '../../audit/deed.ts'
import type { Judgement, ReviewCase } from '../case/case.ts'
import { objectionToSeconding } from '../case/claim.ts'
import { heldBy } from '../case/claim-store.ts'
import { commitMove, effectDeps, type Move, type Plan, type ReviewDeps } from '../case/commit-move.ts'
import { afterAgreeing, afterDisagreeing } from '../case/moves.ts'
import { kindOf, type ReviewKind } from '../kind.ts'
import { detailOf, recordOf } from './record.ts'
import { type Reviewer, rightObjection } from './reviewer.ts'

/** What the second of two says, and why, for the record. */
export type Seconding = { agrees: boolean; reason: string }

/** The same person has said the same already: a second click. */
const isSaid = ({ status, decision, disagreed }: ReviewCase, who: string, agrees: boolean): boolean =>
  agrees ? decision?.first !== undefined && decision.by?.id === who : status === 'open' && disagreed?.by.id === who

const planSecond = async (
  deps: ReviewDeps,
  kind: ReviewKind,
  of: ReviewCase,
  { first, reviewer, agrees, now }: { first: Judgement; reviewer: Reviewer; agrees: boolean; now: Millis },
): Promise<Outcome<Pick<Move, 'on' | 'after' | 'effect'>>> => {
  const by = doers.operator(reviewer)
  if (!agrees) return ok({ on: 'disagreed', after: afterDisagreeing(of, by, now) })
  const after = afterAgreeing(of, first, by, now)
  const effect = await kind.effect(effectDeps(deps, now), of, after.decision ?? { ...first, at: now })
  return effect.ok ? ok({ on: 'agreed', after, effect: effect.value }) : effect
}

const plan = async (
  deps: ReviewDeps,
  reviewer: Reviewer,
  of: ReviewCase,
  { agrees, reason }: Seconding,
  now: Millis,
): Promise<Plan> => {
  const who = reviewer.operatorId
  const kind = kindOf(deps.kinds, of)
  const missing = rightObjection(kind, reviewer)
  if (missing) return { answer: missing }
  if (isSaid(of, who, agrees)) return { answer: ok(of) }
  const objection = objectionToSeconding(of, who, now)
  if (objection) return { answer: objection }
  const { first } = of
  if (!first) return { answer: refused('review_not_seconding') }
  const planned = await planSecond(deps, kind, of, { first, reviewer, agrees, now })
  if (!planned.ok) return { answer: planned }
  const action = agrees ? 'review_second' : 'review_reject_second'
  const record = recordOf(deps.ids, of, {
    ...{ by: doers.operator(reviewer), at: now, action, reason },
    detail: detailOf(first),
  })
  return { move: { ...planned.value, only: (at) => heldBy(who, at), record } }
}

/**
 * The second of two who holds a case agrees with what the first decided, and all that follows is written in the same commit; or does not, and
 * it is open again. Nobody is both. A second click changes nothing. Refuses as `takeClaim` does, with `review_not_claimed`,
 * `review_not_seconding`, and as its owner does. Three calls, and those of its owner.
 */
export const decideSecond = (
  deps: ReviewDeps,
  reviewer: Reviewer,
  { name, ...seconding }: Seconding & { name: string },
): Promise<Outcome<ReviewCase>> => commitMove(deps, name, (of, now) => plan(deps, reviewer, of, seconding, now))
