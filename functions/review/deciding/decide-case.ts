import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { doers } from '../../audit/deed.ts'
import type { Judgement, ReviewCase } from '../case/case.ts'
import { objectionToDeciding } from '../case/claim.ts'
import { heldBy } from '../case/claim-store.ts'
import { commitMove, effectDeps, type Move, type Plan, type ReviewDeps } from '../case/commit-move.ts'
import { afterDecision, afterFirst } from '../case/moves.ts'
import { kindOf, type ReviewKind } from '../kind.ts'
import { type Deciding, isSameDecision, judgementOf } from './judgement.ts'
import { detailOf, recordOf } from './record.ts'
import { type Reviewer, rightObjection } from './reviewer.ts'

/** How that decision was made already, where it was. */
const madeIn = ({ status, first, decision }: ReviewCase) =>
  status === 'seconding' ? first : status === 'decided' ? decision : undefined

/** What one person's decision leads to: the end with all that follows, or that a second must look at it. */
const planDecision = async (
  deps: ReviewDeps,
  kind: ReviewKind,
  of: ReviewCase,
  judged: Judgement,
): Promise<Outcome<Pick<Move, 'on' | 'after' | 'effect'>>> => {
  if (kind.second) return ok({ on: 'proposed', after: afterFirst(of, judged) })
  const after = afterDecision(of, judged)
  const effect = await kind.effect(effectDeps(deps, judged.at), of, after.decision ?? judged)
  return effect.ok ? ok({ on: 'decided', after, effect: effect.value }) : effect
}

const plan = async (
  deps: ReviewDeps,
  reviewer: Reviewer,
  of: ReviewCase,
  { note, ...deciding }: Deciding & { note: string },
  now: Millis,
): Promise<Plan> => {
  const who = reviewer.operatorId
  const by = doers.operator(reviewer)
  const kind = kindOf(deps.kinds, of)
  const missing = rightObjection(kind, reviewer)
  if (missing) return { answer: missing }
  const made = madeIn(of)
  if (made && isSameDecision(made, deciding, by)) return { answer: ok(of) }
  const objection = objectionToDeciding(of, who, now)
  if (objection) return { answer: objection }
  const judged = judgementOf(kind, deciding, by, now)
  if (!judged.ok) return { answer: judged }
  const planned = await planDecision(deps, kind, of, judged.value)
  if (!planned.ok) return { answer: planned }
  const record = recordOf(deps.ids, of, {
    ...{ by, at: now, action: 'review_decide', detail: detailOf(judged.value) },
    reason: note,
  })
  return { move: { ...planned.value, only: (at) => heldBy(who, at), record } }
}

/**
 * Whoever holds a case decides it: the case, what its owner writes and the record in one commit; or, where its kind asks for two people,
 * that a second must agree. A second click changes nothing. Refuses as `takeClaim` does, with `review_not_claimed`, `review_in_second`, as
 * `judgementOf` does, and as its owner does. Three calls, and those of its owner.
 */
export const decideCase = (
  deps: ReviewDeps,
  reviewer: Reviewer,
  { name, ...deciding }: Deciding & { name: string; note: string },
): Promise<Outcome<ReviewCase>> => commitMove(deps, name, (of, now) => plan(deps, reviewer, of, deciding, now))
