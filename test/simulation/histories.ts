import type { DueEntry, Table } from '../../shared/table/table.ts'
import { type Chance, chanceOn } from './chance.ts'
import { moved } from './moves.ts'
import type { Mutant } from './mutant.ts'
import { newWorld } from './new-world.ts'
import type { Effect, Fate } from './process.ts'
import { untilQuiet } from './quiet.ts'
import { finalFaults } from './settlement.ts'
import { fateOf, moodsOf, weatherOf } from './weather.ts'
import { count, type World } from './world.ts'

/** An effect that waits for its turn. */
type Parked = { effect: Effect; go: (fate: Fate) => void }

/** The due index follows the table late: entries that are gone, and entries that are not there yet. */
const lagging = (table: Table, chance: Chance): Table => {
  const before = new Map<number, DueEntry[]>()
  return {
    ...table,
    async due(of) {
      const entries = await table.due(of)
      const earlier = before.get(of.shard) ?? []
      before.set(of.shard, entries)
      if (entries.length + earlier.length === 0) return entries
      return (
        chance.of([
          [4, entries],
          [1, earlier],
          [1, []],
        ]) ?? entries
      )
    },
  }
}

/** The part of a tape that is left for what channel and vendor do while the rest is finished in calm. */
const CODA = 0.1

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Lets one effect happen; the operation goes on to its next one. */
const happens = async (world: World, { effect, go }: Parked, fate: Fate): Promise<void> => {
  world.acting = effect.process
  world.trace.push({ at: world.time.now, effect, fate })
  if (fate.startsWith('dies')) count(world, 'crash')
  if (fate === 'fails_after') count(world, 'answer lost')
  go(fate)
  await turn()
}

const isAlive = ({ effect }: Parked): boolean => effect.process.state === 'running'

export type History = { world: World; violations: readonly string[]; steps: number }

/** Runs the choices of a tape: operations interleaved at every effect, then calm until nothing is left to do. */
export const lived = async (tape: readonly number[], mutant: Mutant = {}): Promise<History> => {
  const chance = chanceOn(tape)
  let parked: Parked[] = []
  const park = (effect: Effect): Fate | Promise<Fate> =>
    effect.name === 'table.due' ? 'done' : new Promise((go) => void parked.push({ effect, go }))
  const world = await newWorld(3, park, mutant)
  const weather = weatherOf(chance)
  if (weather.lag) world.table = lagging(world.table, chance)
  moodsOf(world, chance)

  const runOne = async (fate: (one: Parked) => Fate): Promise<boolean> => {
    parked = parked.filter(isAlive)
    const [one] = parked.splice(chance.pick(parked.length || 1), 1)
    if (one) await happens(world, one, fate(one))
    return one !== undefined
  }
  while (chance.left() > CODA && world.violations.length === 0) {
    const isBusy = parked.some(isAlive)
    if (isBusy && !chance.once(4)) await runOne(() => fateOf(chance, weather))
    else await moved(world, chance, weather).then(turn)
  }
  while (world.violations.length === 0 && (await runOne(() => 'done')));
  world.schedule = (effect) => {
    world.acting = effect.process
    world.trace.push({ at: world.time.now, effect, fate: 'done' })
    return 'done'
  }
  await untilQuiet(world)
  if (world.violations.length === 0) world.violations.push(...finalFaults(world))
  return { world, violations: world.violations, steps: world.trace.length }
}
