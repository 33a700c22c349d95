import { analyticsFaults } from '../books/analytics-rules.ts'
import { payerPays } from '../channel/channel-life.ts'
import { finalFaults } from '../settlement.ts'
import type { Meeting } from '../world/meeting.ts'
import type { Mutant } from '../world/mutant.ts'
import { newWorld } from '../world/new-world.ts'
import { calm, type Parked, parking, turn } from '../world/parking.ts'
import type { Process } from '../world/process.ts'
import { untilQuiet } from '../world/quiet.ts'
import type { World } from '../world/world.ts'

/** How far each goes before the other one does: the first does so many effects, then the second so many, then both end. */
export type Order = { swapped: boolean; first: number; second: number }

type Met = { world: World; violations: readonly string[]; isOver: { first: boolean; second: boolean } }

/** Effects that the other one cannot notice before it is over. */
const UNSHARED = /^(vault|queue)\.|secret\.read$/

/** Lets processes go on by so many effects that others may notice; true once one is over. */
const stepper = (world: World) => {
  const { waiting, happens } = parking(world)
  const nextOf = (process: Process): Parked | undefined => waiting().find(({ effect }) => effect.process === process)
  return async (process: Process, effects: number): Promise<boolean> => {
    let left = effects
    for (let next = nextOf(process); next; next = nextOf(process)) {
      const isShared = !UNSHARED.test(next.effect.name)
      if (isShared && left === 0) break
      if (isShared) left -= 1
      await happens(next, 'done')
    }
    return process.state !== 'running'
  }
}

/** More effects than any operation has. */
const ALL = 100

const NOBODY = { first: true, second: true }

/** Lets two operations meet, then has whoever sees a code pay it, unannounced, and finishes in calm. */
const met = async (meeting: Meeting, order: Order, mutant: Mutant = {}): Promise<Met> => {
  const world = await newWorld(meeting.accounts ?? 1, mutant)
  world.schedule = calm(world)
  const begin = [...(await meeting.prepare(world))]
  if (order.swapped) begin.reverse()
  const goOn = stepper(world)
  const [first, second] = [await begin[0]?.(), await begin[1]?.()]
  if (!first || !second) return { world, violations: ['the meeting does not come about'], isOver: NOBODY }
  await turn()
  const isOver = { first: await goOn(first, order.first), second: await goOn(second, order.second) }
  await goOn(first, ALL)
  await goOn(second, ALL)
  world.schedule = calm(world)
  world.channel.moods.losesNotice = () => true
  for (const [outTradeNo, by] of world.shown) payerPays(world.channel, outTradeNo, { by })
  await untilQuiet(world)
  if (world.violations.length === 0) world.violations.push(...finalFaults(world))
  if (world.violations.length === 0) world.violations.push(...(await analyticsFaults(world)))
  return { world, violations: world.violations, isOver }
}

/** Every meeting of the two with at most two changes from one to the other. */
export async function* everyMeeting(meeting: Meeting, mutant?: Mutant): AsyncGenerator<{ order: Order; run: Met }> {
  for (const swapped of [false, true]) {
    for (let first = 0, over = false; !over; first += 1) {
      for (let second = 1, done = false; !done; second += 1) {
        const order = { swapped, first, second }
        const run = await met(meeting, order, mutant)
        yield { order, run }
        over = run.isOver.first
        done = run.isOver.second
      }
    }
  }
}
