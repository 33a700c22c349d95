import { type Decision, isEnded, type ReviewCase } from '../case/case.ts'
import { outOfTime } from '../case/claim-store.ts'
import { isSilent } from '../case/clock.ts'
import { effectDeps, type Move, type ReviewDeps, writesOf } from '../case/commit-move.ts'
import { findCase } from '../case/find-case.ts'
import { decidedLetter } from '../case/letter.ts'
import { afterSilence } from '../case/moves.ts'
import { type Effect, kindOf } from '../kind.ts'

/** What follows where the user did not answer: as the owner says, or a letter. */
const effectOf = async (deps: ReviewDeps, of: ReviewCase, decision: Decision): Promise<Effect> => {
  const kind = kindOf(deps.kinds, of)
  const given = effectDeps(deps, deps.clock.now())
  if (kind.planExpiry) return kind.planExpiry(given, of, decision)
  const letter = decidedLetter(kind.words, of, decision, undefined, deps.publicUrl)
  return { writes: [given.told(of.accountId, letter, given.now)] }
}

/**
 * Writes the end of a case whose user did not answer in time, with all that follows from it: to everybody it had ended when the time was
 * over. Answers whether it wrote that; not where it is no longer so, or somebody else was faster. Two calls, and those of its owner.
 */
export const endSilence = async (deps: ReviewDeps, name: string): Promise<boolean> => {
  const before = await findCase(deps.table, name)
  const now = deps.clock.now()
  if (!before || !isSilent(before, now)) return false
  const after = afterSilence(before)
  const effect = await effectOf(deps, before, after.decision ?? { verdict: 'no_answer', at: now })
  const move: Move = { on: 'unanswered', after, only: outOfTime, effect }
  const committed = await deps.table.commit(writesOf(before, move, now))
  if (committed.kind === 'conflict') return false
  if (effect.wake) await deps.queue?.wake([effect.wake])
  return true
}

/**
 * The case that is in the way of opening another about the same. Of one that the clock has ended the end is written, and then nothing is in
 * the way, as if that had been written at once.
 */
export const endInTheWay = async (deps: ReviewDeps, name: string): Promise<ReviewCase | undefined> => {
  const found = await findCase(deps.table, name)
  if (!found || isEnded(found)) return undefined
  if (!isSilent(found, deps.clock.now())) return found
  await endSilence(deps, name)
  return undefined
}
