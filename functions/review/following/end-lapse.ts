import type { Millis } from '../../../shared/kernel/time.ts'
import { isOwed, type ReviewCase } from '../case/case.ts'
import { inTime } from '../case/claim-store.ts'
import { effectDeps, type Move, type ReviewDeps, writesOf } from '../case/commit-move.ts'
import { afterWithdrawal } from '../case/moves.ts'
import { kindOf } from '../kind.ts'

/** Whether nothing comes of it any more, because nobody has decided in time. */
export const isLapsed = ({ kinds }: Pick<ReviewDeps, 'kinds'>, of: ReviewCase, now: Millis): boolean =>
  isOwed(of) && of.status === 'open' && now >= of.answerBy && kindOf(kinds, of).planLapse !== undefined

/**
 * Writes the end of a case that nobody has decided in time, whoever has it in hand, with all that follows from it. Answers whether it wrote that; not where
 * somebody else was faster. One call, and those of its owner.
 */
export const endLapse = async (deps: ReviewDeps, before: ReviewCase): Promise<boolean> => {
  const now = deps.clock.now()
  const effect = await kindOf(deps.kinds, before).planLapse?.(effectDeps(deps, now), before)
  if (!effect) return false
  const move: Move = { on: 'withdrawn', after: afterWithdrawal(before, now), only: inTime, effect }
  const committed = await deps.table.commit(writesOf(before, move, now))
  if (committed.kind === 'conflict') return false
  if (effect.wake) await deps.queue?.wake([effect.wake])
  return true
}
