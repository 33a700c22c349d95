import type { Outcome } from '../../../shared/kernel/outcome.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import type { ReviewCase } from '../case/case.ts'
import { isHeldBy, objectionTo } from '../case/claim.ts'
import { freeFor, heldBy } from '../case/claim-store.ts'
import { commitMove, type Plan, type ReviewDeps } from '../case/commit-move.ts'
import { afterClaim } from '../case/moves.ts'
import { kindOf } from '../kind.ts'
import type { ReviewSettings } from '../settings.ts'
import { type Reviewer, rightObjection } from './reviewer.ts'

export type ClaimDeps = ReviewDeps & { settings: { review: Pick<ReviewSettings['review'], 'claimMs'> } }

/**
 * An operator takes a case for `review.claimMs`, or keeps it for as long anew. Refuses with `not_found`, `right_missing`, `review_over`,
 * `review_waiting`, `review_needs_another`, `review_claimed` (by whom, until when) and `contended`. Two calls.
 */
export const takeClaim = (deps: ClaimDeps, reviewer: Reviewer, name: string): Promise<Outcome<ReviewCase>> =>
  commitMove(deps, name, async (of, now): Promise<Plan> => {
    const who = reviewer.operatorId
    const objection = rightObjection(kindOf(deps.kinds, of), reviewer) ?? objectionTo(of, who, now)
    if (objection) return { answer: objection }
    const after = afterClaim(of, { by: who, until: now + deps.settings.review.claimMs })
    return { move: { on: 'claimed', after, only: (at) => freeFor(who, at) } }
  })

/** They give it back before its time is over. Of one they do not hold nothing changes, also where it is over. Refuses as above. */
export const giveBackClaim = (deps: ReviewDeps, reviewer: Reviewer, name: string): Promise<Outcome<ReviewCase>> =>
  commitMove(deps, name, async (of, now): Promise<Plan> => {
    const who = reviewer.operatorId
    const objection = rightObjection(kindOf(deps.kinds, of), reviewer)
    if (objection) return { answer: objection }
    if (!isHeldBy(of, who, now)) return { answer: ok(of) }
    return { move: { on: 'claimed', after: afterClaim(of, undefined), only: (at) => heldBy(who, at) } }
  })
