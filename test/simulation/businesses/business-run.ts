import type { ReviewWorld } from '../../review/fixture.ts'
import { changesBetween, eventFaults } from '../events/event-rules.ts'
import type { Meeting, Rules } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { committedBusinessFaults } from './business-rules.ts'

const rules: Rules<ReviewWorld> = {
  committed: (before, after, { time }) => [
    ...committedBusinessFaults(before, after),
    ...eventFaults(changesBetween(before, after), time.now),
  ],
  final: () => [],
}

/** Every run of such a meeting until one goes wrong. */
export const tried = (meeting: Meeting<ReviewWorld>, layer?: Layer) => triedBy(rules, meeting, layer)
