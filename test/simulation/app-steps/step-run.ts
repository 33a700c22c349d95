import type { ReviewWorld } from '../../review/fixture.ts'
import { finalReviewFaults } from '../review/review-rules.ts'
import { type Meeting, meet, type Placement, type Rules } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { committedFaults, stepFaults } from './step-rules.ts'

export type StepMeeting = Meeting<ReviewWorld>

const rules: Rules<ReviewWorld> = {
  committed: committedFaults,
  final: ({ table, time }) => [...stepFaults(table.items(), time.now), ...finalReviewFaults(table.items())],
}

/** Lets two meet at an app as placed. */
export const met = (meeting: StepMeeting, placement: Placement, layer?: Layer) => meet(rules, meeting, placement, layer)

/** Every run of a meeting at an app until one goes wrong. */
export const tried = (meeting: StepMeeting, layer?: Layer) => triedBy(rules, meeting, layer)
