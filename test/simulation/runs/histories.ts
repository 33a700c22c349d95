import { beijingDay, beijingDayStart, DAY, MINUTE } from '../../../shared/kernel/time.ts'
import type { DueEntry, Table } from '../../../shared/table/table.ts'
import { analyticsFaults } from '../books/analytics-rules.ts'
import { spoilsNewestDay } from '../books/unreadable.ts'
import { stuck } from '../clerks/stuck-refunds.ts'
import { complained } from '../complaints/complaints.ts'
import { finalFaults } from '../settlement.ts'
import { moved } from '../world/moves.ts'
import type { Mutant } from '../world/mutant.ts'
import { newWorld } from '../world/new-world.ts'
import { calm, type Parked, parking, turn } from '../world/parking.ts'
import { type Fate, isOfIndex } from '../world/process.ts'
import { untilQuiet } from '../world/quiet.ts'
import { fateOf, moodsOf, weatherOf } from '../world/weather.ts'
import { count, type World } from '../world/world.ts'
import { type Chance, chanceOn } from './chance.ts'

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
      const late = chance.once(2) ? earlier : []
      return chance.once(3) ? late : entries
    },
  }
}

/** Effects that wait their turn. */
const queueing = (world: World) => {
  const { waiting, happens } = parking(world)
  const { schedule } = world
  world.schedule = (effect) => (isOfIndex(effect) ? 'done' : schedule(effect))
  return {
    isBusy: () => waiting().length > 0,
    async goesOn(chance: Chance, fate: (one: Parked) => Fate): Promise<boolean> {
      const all = waiting()
      const one = all[chance.pick(all.length)]
      if (!one) return false
      const meted = fate(one)
      if (meted.startsWith('dies')) count(world, 'crash')
      if (meted === 'fails_after') count(world, 'answer lost')
      await happens(one, meted)
      return true
    },
  }
}

/** Somebody has paid already, and their money is stuck on its way back: so early that operators have time for it. */
const beginsStuck = async (world: World, chance: Chance): Promise<void> => {
  const { schedule } = world
  world.schedule = calm(world)
  await stuck(world, { ends: chance.once(2) ? 'ABNORMAL' : 'refused', says: chance.once(2) ? 'mismatch' : 'no_record' })
  world.schedule = schedule
}

/** Somebody was verified, or not, and complains about it: so early that operators have time for it. */
const beginsDisputed = async (world: World, chance: Chance): Promise<void> => {
  const { schedule } = world
  world.schedule = calm(world)
  await complained(world, { says: chance.once(2) ? 'mismatch' : 'match', offer: chance.once(2) ? 'membership' : 'fee' })
  world.schedule = schedule
}

/** The part of a tape that is left for what channel and vendor do while the rest is finished in calm. */
const CODA = 0.1

const ACCOUNTS = 3

export type History = { world: World; violations: readonly string[]; steps: number }

/** Runs the choices of a tape: operations interleaved at every effect, then calm until nothing is left to do. */
export const lived = async (tape: readonly number[], mutant: Mutant = {}): Promise<History> => {
  const chance = chanceOn(tape)
  const world = await newWorld(ACCOUNTS, mutant)
  const weather = weatherOf(chance)
  if (weather.isNight) world.time.now = beijingDayStart(beijingDay(world.time.now)) + DAY - 20 * MINUTE
  if (weather.lag) world.table = lagging(world.table, chance)
  if (weather.isStaffed) await beginsStuck(world, chance)
  else if (weather.isDisputed) await beginsDisputed(world, chance)
  moodsOf(world, chance, weather)
  if (weather.isSpoilt) await spoilsNewestDay(world, 'wechat_pay')
  const { isBusy, goesOn } = queueing(world)
  const isWell = (): boolean => world.violations.length === 0
  while (chance.left() > CODA && isWell()) {
    if (isBusy() && !chance.once(4)) await goesOn(chance, ({ effect }) => fateOf(chance, weather, effect))
    else await moved(world, chance, weather).then(turn)
  }
  while (isWell() && (await goesOn(chance, () => 'done')));
  world.schedule = calm(world)
  await untilQuiet(world)
  if (isWell()) world.violations.push(...finalFaults(world))
  if (isWell()) world.violations.push(...(await analyticsFaults(world)))
  return { world, violations: world.violations, steps: world.trace.length }
}
