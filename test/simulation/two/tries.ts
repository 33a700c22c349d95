import type { Layer } from '../world/layers.ts'
import { type Meeting, meet, type Place, type Rules } from './meet.ts'

/** How far it is tried: `most`, more effects than either has; `stride`, only every so many places of the second. */
export type Reach = { most?: number; stride?: number }

type Tried = { runs: number; violations: readonly string[] }

const turnedRound = <W>(meeting: Meeting<W>): Meeting<W> => ({
  ...meeting,
  prepare: async () => {
    const { first, second, judge, ...rest } = await meeting.prepare()
    return { ...rest, first: second, second: first, ...(judge && { judge: ([a, b], at) => judge([b, a], at) }) }
  },
})

/** Lets two meet wherever they can: the first does so many effects, then the second so many, then both end; each way round. */
const everyOrder = async function* <W extends Place>(
  rules: Rules<W>,
  meeting: Meeting<W>,
  layer: Layer | undefined,
  { most, stride }: Required<Reach>,
) {
  for (const turned of [meeting, turnedRound(meeting)])
    for (let first = 0; first < most; first += 1) {
      let isFirstOver = false
      for (let second = 1; second < most; second += stride) {
        const run = await meet(rules, turned, { first, second }, layer)
        yield run.violations
        isFirstOver = run.isOver.first
        if (run.isOver.second) break
      }
      if (isFirstOver) break
    }
}

/** Lets each die at every place, before and after the call, while the other is done with theirs or has not begun; then it begins anew. */
const everyDeath = async function* <W extends Place>(
  rules: Rules<W>,
  meeting: Meeting<W>,
  layer: Layer | undefined,
  { most }: Required<Reach>,
) {
  for (const turned of [meeting, turnedRound(meeting)])
    for (const dies of ['before', 'after'] as const)
      for (const second of [0, most])
        for (let first = 0; first < most; first += 1) {
          const run = await meet(rules, turned, { first, second, dies }, layer)
          yield run.violations
          if (run.isOver.first) break
        }
}

/** Every run of a meeting until one goes wrong: how many there were, and what was seen. */
export const triedBy = async <W extends Place>(
  rules: Rules<W>,
  meeting: Meeting<W>,
  layer?: Layer,
  { most = 40, stride = 1 }: Reach = {},
): Promise<Tried> => {
  let runs = 0
  const reach = { most, stride }
  for (const source of [everyOrder(rules, meeting, layer, reach), everyDeath(rules, meeting, layer, reach)])
    for await (const violations of source) {
      runs += 1
      if (violations.length > 0) return { runs, violations }
    }
  return { runs, violations: [] }
}
