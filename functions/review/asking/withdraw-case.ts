import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { ReviewCase } from '../case/case.ts'
import { liveClaim, overRefusal } from '../case/claim.ts'
import { inTime } from '../case/claim-store.ts'
import { commitMove, effectDeps, type Plan, type ReviewDeps } from '../case/commit-move.ts'
import { afterWithdrawal } from '../case/moves.ts'
import { kindOf, NO_EFFECT } from '../kind.ts'
import { notOwn, notSeen } from './own-case.ts'

const plan = async (deps: ReviewDeps, of: ReviewCase, now: number): Promise<Plan> => {
  const kind = kindOf(deps.kinds, of)
  const hidden = notSeen(kind)
  if (hidden) return { answer: hidden }
  if (of.status === 'withdrawn') return { answer: ok(of) }
  if (of.status === 'decided') return { answer: overRefusal(of) }
  if (of.status === 'seconding') return { answer: refused('review_seconding') }
  const live = liveClaim(of, now)
  if (kind.keptWhileHeld && live) return { answer: refused('review_being_decided', { retryAt: live.until }) }
  const effect = (await kind.planWithdrawal?.(effectDeps(deps, now), of)) ?? NO_EFFECT
  return { move: { on: 'withdrawn', after: afterWithdrawal(of, now), only: inTime, effect } }
}

/**
 * A user takes a case back that nobody has decided. A second click changes nothing. Refuses with `not_found`, `review_over`,
 * `review_seconding`, `review_being_decided` where its kind says so, and `contended`. Two calls, and those of its owner.
 */
export const withdrawCase = async (deps: ReviewDeps, accountId: string, name: string): Promise<Outcome<ReviewCase>> =>
  notOwn(accountId, name) ?? commitMove(deps, name, (of, now) => plan(deps, of, now))
