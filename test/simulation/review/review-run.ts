import type { Outcome } from '../../../shared/kernel/outcome.ts'
import type { Job } from '../../../shared/queue/worker.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { job } from '../../world.ts'
import { changesBetween, eventFaults } from '../events/event-rules.ts'
import { type Meeting, meet, type Placement, type Rules } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { committedFaults, finalReviewFaults } from './review-rules.ts'

/** Something that somebody does with a case, with deps of their own; whoever repeats it does it once more. */
export type Begin = (at: ReviewWorld) => Promise<Outcome<unknown>>

/** Two at a case at the same time. */
export type ReviewMeeting = Meeting<ReviewWorld>

/** A job that looks at the time that is left before each try, so that whoever died does not insist for good. */
export const soonOver = (id: string): Job => {
  let looks = 0
  const of = job(id)
  return { ...of, remainingMs: () => (looks++ < 10 ? of.remainingMs() : 0) }
}

const rules: Rules<ReviewWorld> = {
  committed: (before, after, { time }) => [
    ...committedFaults(before, after, time.now),
    ...eventFaults(changesBetween(before, after), time.now),
  ],
  final: ({ table }) => finalReviewFaults(table.items()),
}

/** Lets two meet at a case as placed. */
export const met = (meeting: ReviewMeeting, placement: Placement, layer?: Layer) =>
  meet(rules, meeting, placement, layer)

/** Every run of a meeting at a case until one goes wrong. */
export const tried = (meeting: ReviewMeeting, layer?: Layer) => triedBy(rules, meeting, layer)
