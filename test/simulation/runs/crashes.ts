import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import { analyticsFaults } from '../books/analytics-rules.ts'
import { givenBackFen } from '../channel/channel.ts'
import { handFen } from '../clerks/by-hand.ts'
import { verificationOfOrder } from '../orders/owed.ts'
import { finalFaults, promptnessFaults } from '../settlement.ts'
import type { Mutant } from '../world/mutant.ts'
import { newWorld } from '../world/new-world.ts'
import { noted } from '../world/parking.ts'
import { type Effect, type Fate, isRead, type Process, type Schedule } from '../world/process.ts'
import { untilQuiet } from '../world/quiet.ts'
import type { Scenario } from '../world/script.ts'
import type { Step, World } from '../world/world.ts'

/** One mishap: what becomes of the effect of that number in a run. */
export type Mishap = { at: number; fate: Fate }

/**
 * Where mishaps are tried. `every`: each effect breaks, and dies before and after. `distinct`: only where dying leaves another
 * world behind, and calls to channel and vendor break.
 */
export type Places = 'every' | 'distinct'

export type Run = { world: World; violations: readonly string[] }

/** Nobody waits for these, so that dying after the last effect is not different from ending. */
const UNATTENDED = new Set(['order', 'check', 'refund', 'complaint', 'reconciliation', 'sweep', 'watch'])

/** What was asked for by a message is lost with the message; everybody else asks again. */
const isLost = ({ name }: Process): boolean => name !== 'sweep' && (UNATTENDED.has(name) || name === 'notification')

const isLast = (trace: readonly Step[], at: number): boolean => {
  const process = trace[at]?.effect.process
  return trace.findLastIndex((step) => step.effect.process === process) === at
}

/** The other ports throw when they break, which no operation catches: to the world it is a death. */
const isOutside = ({ name }: Effect): boolean => /^(provider|checker|bills|desk)\./.test(name)

const deathsAt = (trace: readonly Step[], at: number, effect: Effect): Fate[] => {
  // It does several things at once: the one before may be done, and this one not.
  const isBetween = effect.process.name === 'sweep' && !isRead(effect)
  const isOver = UNATTENDED.has(effect.process.name) && isLast(trace, at)
  return [
    ...(isBetween || (effect.isFirst && isLost(effect.process)) ? (['dies_before'] as const) : []),
    ...(isRead(effect) || isOver ? [] : (['dies_after'] as const)),
  ]
}

const EVERY: readonly Fate[] = ['fails_before', 'fails_after', 'dies_before', 'dies_after']

/** The mishaps of one effect of a run. Calls break in runs without another mishap. */
export const mishapsAt = (trace: readonly Step[], at: number, places: Places, isFirst: boolean): Mishap[] => {
  const effect = trace[at]?.effect
  if (!effect) return []
  const breaks: Fate[] = isFirst && isOutside(effect) ? ['fails_before', 'fails_after'] : []
  const fates = places === 'every' ? EVERY : [...breaks, ...deathsAt(trace, at, effect)]
  return fates.map((fate) => ({ at, fate }))
}

/** Brings the mishaps about. A call that breaks goes on breaking, however often it is repeated. */
const mishappening = (mishaps: readonly Mishap[], world: World): Schedule => {
  let lasting: Fate = 'done'
  return (effect) => {
    const mishap = mishaps.find(({ at }) => at === world.trace.length)
    if (mishap?.fate.startsWith('fails')) lasting = mishap.fate
    return noted(world, effect, mishap?.fate ?? (effect.isAgain ? lasting : 'done'))
  }
}

/** How a run without mishaps must end. */
const endFaults = (world: World, { ends }: Scenario): string[] => {
  const order = [...world.items.values()].findLast((item) => item.sk === 'ORDER')
  const status = verificationOfOrder(world, order)?.status ?? order?.status
  const back = [...world.channel.orders.values()].reduce((sum, one) => sum + givenBackFen(one) + handFen(world, one), 0)
  return status === ends.status && back === ends.backFen
    ? []
    : [`it ends ${status} with ${back} fen given back, not ${ends.status} with ${ends.backFen}`]
}

const ONE: readonly PaymentChannel[] = ['wechat_pay']
const BOTH: readonly PaymentChannel[] = ['wechat_pay', 'alipay']

/** Plays a scenario with these mishaps, then lets the sweep complete it. */
const played = async (scenario: Scenario, mishaps: readonly Mishap[], mutant: Mutant = {}): Promise<Run> => {
  const world = await newWorld(scenario.accounts, mutant, scenario.isAlipay ? BOTH : ONE)
  world.schedule = mishappening(mishaps, world)
  await scenario.play(world)
  await untilQuiet(world)
  const { violations } = world
  if (violations.length === 0) {
    violations.push(...finalFaults(world), ...promptnessFaults(world))
    if (mishaps.length === 0) violations.push(...endFaults(world, scenario))
  }
  if (violations.length === 0) violations.push(...(await analyticsFaults(world)))
  return { world, violations }
}

/** Every placement of up to `most` deaths, and of one broken call, fewest mishaps first. */
export async function* everyPlacement(
  scenario: Scenario,
  most: number,
  places: Places,
  mutant?: Mutant,
): AsyncGenerator<{ mishaps: readonly Mishap[]; run: Run }> {
  const open: Mishap[][] = [[]]
  for (let mishaps = open.shift(); mishaps; mishaps = open.shift()) {
    const run = await played(scenario, mishaps, mutant)
    yield { mishaps, run }
    const { trace } = run.world
    const last = mishaps.at(-1)
    const isBroken = last?.fate.startsWith('fails') && places !== 'every'
    if (mishaps.length === most || isBroken) continue
    for (let at = (last?.at ?? -1) + 1; at < trace.length; at += 1) {
      for (const mishap of mishapsAt(trace, at, places, !last)) open.push([...mishaps, mishap])
    }
  }
}
