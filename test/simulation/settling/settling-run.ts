import type { World } from '../../world.ts'
import { type Meeting, meet, type Placement, type Rules } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { finalSettlingFaults, reopened } from './settling-rules.ts'

/** Every commit leaves settled what was settled. */
const rules: Rules<World> = {
  committed: reopened,
  final: ({ table }) => finalSettlingFaults(table.items()),
}

/** Lets two meet at a difference as placed. */
export const met = (meeting: Meeting<World>, placement: Placement, layer?: Layer) =>
  meet(rules, meeting, placement, layer)

/** Every run of a meeting at a difference until one goes wrong. `stride`: only every so many places of the second. */
export const tried = (meeting: Meeting<World>, layer?: Layer, stride = 1) =>
  triedBy(rules, meeting, layer, { most: 80, stride })
