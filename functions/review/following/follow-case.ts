import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { ReviewCase } from '../case/case.ts'
import { caseIdOf } from '../case/case-id.ts'
import { dueAtOf, isSilent, type Ring, ringing } from '../case/clock.ts'
import { type ReviewDeps, writesOf } from '../case/commit-move.ts'
import { findCase } from '../case/find-case.ts'
import { afterRinging } from '../case/moves.ts'
import { endLapse, isLapsed } from './end-lapse.ts'
import { endSilence } from './end-silence.ts'

export type FollowDeps = ReviewDeps & {
  /** Rings the alarm of the function. */
  alarm: Alarm
}

const ringFor = (deps: FollowDeps, { answerBy, kind, ...of }: ReviewCase, word: Ring['word']): void => {
  const fields = { case: caseIdOf(of), kind, until: rfc3339(answerBy) }
  if (word === 'late') deps.alarm('review_answer_late', fields)
  if (word === 'missed') deps.alarm('review_answer_missed', fields)
}

/** Rings that the user was not answered in time, then ends what nothing comes of any more. */
const endLate = async (deps: FollowDeps, of: ReviewCase): Promise<string> => {
  ringFor(deps, of, 'missed')
  return (await endLapse(deps, of)) ? 'lapsed' : 'moved_by_another'
}

/** Rings that the user waits for an answer, then writes that it has rung: twice is better than never. */
const ringLate = async (deps: FollowDeps, before: ReviewCase): Promise<string> => {
  const now = deps.clock.now()
  const { ring: due, rung } = ringing(before, now)
  if (due) ringFor(deps, before, due.word)
  const after = afterRinging(before, rung)
  const committed = await deps.table.commit(writesOf(before, { on: 'rung', after, only: () => [] }, now))
  return committed.kind === 'committed' ? (due?.word ?? 'nothing_rung') : 'moved_by_another'
}

/**
 * Does what the clock owes about a case: ends one whose user did not answer in time, rings where the user is not answered in time, and ends what nothing
 * comes of then. Answers in a word how that ended. What somebody else did meanwhile leaves the rest to the sweep.
 */
export const followCase = async (deps: FollowDeps, name: string): Promise<string> => {
  const found = await findCase(deps.table, name)
  if (!found) return 'no_such_case'
  const now = deps.clock.now()
  if (isSilent(found, now)) return (await endSilence(deps, name)) ? 'no_answer' : 'moved_by_another'
  const dueAt = dueAtOf(found)
  if (dueAt === undefined || dueAt > now || found.status === 'waiting') return 'nothing_owed'
  return isLapsed(deps, found, now) ? endLate(deps, found) : ringLate(deps, found)
}
