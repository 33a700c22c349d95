import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import { count, type World } from '../world/world.ts'

/** The steps in which a key is replaced, as docs/deploying.md says. */
const STEPS: readonly Versioned<string>[] = [['v1'], ['v1', 'v2'], ['v2', 'v1'], ['v2']]

/** Longer than any function of the release before lives. */
const APART: Millis = 2 * MINUTE

const stepOf = ({ versions }: World['index']): number => STEPS.findIndex((one) => one.join() === versions.join())

/** A release that looks under other versions of the key: from now on, for functions that begin now. */
export const releases = (world: World, ...versions: Versioned<string>): void => {
  world.index = { versions, since: world.time.now }
  count(world, `release: ${versions.join()}`)
}

/** Whether the next step may be taken by now: functions of the last but one are gone, and nobody is known under what is retired. */
export const mayRelease = ({ index, time }: World): boolean => {
  const next = STEPS[stepOf(index) + 1]
  if (!next || time.now < index.since + APART) return false
  return next.length > 1 || (index.unusedAt ?? 0) >= index.since + APART
}

/** Takes the next step. */
export const releasesOn = (world: World): void => {
  const next = STEPS[stepOf(world.index) + 1]
  if (next) releases(world, ...next)
}
