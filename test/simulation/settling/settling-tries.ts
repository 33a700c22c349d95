import type { Layer } from '../layers.ts'
import { met, type SettlingMeeting } from './settling-run.ts'

/** More effects than either has. */
const MOST = 80

type Tried = { runs: number; violations: readonly string[] }

/**
 * Lets two meet wherever they can: the first does so many effects, then the second so many, then both end; each way round. `stride`:
 * only every so many places of the second.
 */
const everyOrder = async function* (meeting: SettlingMeeting, layer: Layer | undefined, stride: number) {
  for (const swapped of [false, true]) {
    const turned: SettlingMeeting = swapped
      ? {
          ...meeting,
          prepare: async () => {
            const { first, second, ...rest } = await meeting.prepare()
            return { ...rest, first: second, second: first }
          },
        }
      : meeting
    for (let first = 0; first < MOST; first += 1) {
      let isFirstOver = false
      for (let second = 1; second < MOST; second += stride) {
        const run = await met(turned, { first, second }, layer)
        yield run.violations
        isFirstOver = run.isOver.first
        if (run.isOver.second) break
      }
      if (isFirstOver) break
    }
  }
}

/** Lets the first one die at every place, before and after the call, alone; it is begun anew then. */
const everyDeath = async function* (meeting: SettlingMeeting, layer: Layer | undefined) {
  for (const dies of ['before', 'after'] as const)
    for (let first = 0; first < MOST; first += 1) {
      const run = await met(meeting, { first, second: MOST, dies }, layer)
      yield run.violations
      if (run.isOver.first) break
    }
}

/** Every run of a meeting until one goes wrong: how many there were, and what was seen. */
export const tried = async (meeting: SettlingMeeting, layer?: Layer, stride = 1): Promise<Tried> => {
  let runs = 0
  for (const source of [everyOrder(meeting, layer, stride), everyDeath(meeting, layer)])
    for await (const violations of source) {
      runs += 1
      if (violations.length > 0) return { runs, violations }
    }
  return { runs, violations: [] }
}
