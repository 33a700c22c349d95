import type { PaymentChannel } from '../../functions/payment/providers/provider.ts'
import { HOUR, type Millis } from '../../shared/kernel/time.ts'
import { givenBackFen } from './channel.ts'
import type { Mutant } from './mutant.ts'
import { newWorld } from './new-world.ts'
import { verificationOfOrder } from './owed.ts'
import { noted } from './parking.ts'
import { type Effect, type Fate, isRead, type Process, type Schedule } from './process.ts'
import { untilQuiet } from './quiet.ts'
import type { Scenario } from './script.ts'
import { finalFaults, promptnessFaults } from './settlement.ts'
import type { Step, World } from './world.ts'

/** One mishap: what becomes of the effect of that number in a run. */
export type Mishap = { at: number; fate: Fate }

/**
 * Where mishaps are tried. `every`: each effect breaks, and dies before and after. `distinct`: only where dying leaves another
 * world behind, and calls to channel and vendor break. `news`: of these, no pairs that another
 * scenario has, nor what only tells apart the things one sweep does at once.
 */
export type Places = 'every' | 'distinct' | 'news'

export type Run = { world: World; violations: readonly string[] }

/** Nobody waits for these, so that dying after the last effect is not different from ending. */
const UNATTENDED = new Set(['order', 'check', 'refund', 'complaint', 'reconciliation', 'sweep'])

/** The way to the payment, which most scenarios share. */
const APPROACH = new Set(['submit', 'pay'])

/** What was asked for by a message is lost with the message; everybody else asks again. */
const isLost = ({ name }: Process): boolean => name !== 'sweep' && (UNATTENDED.has(name) || name === 'notification')

const isLast = (trace: readonly Step[], at: number): boolean => {
  const process = trace[at]?.effect.process
  return trace.findLastIndex((step) => step.effect.process === process) === at
}

/** The other ports throw when they break, which no operation catches: to the world it is a death. */
const isOutside = ({ name }: Effect): boolean => /^(provider|checker|bills|desk)\./.test(name)

const deathsAt = (trace: readonly Step[], at: number, effect: Effect, places: Places): Fate[] => {
  // It does several things at once: the one before may be done, and this one not.
  const isBetween = places === 'distinct' && effect.process.name === 'sweep' && !isRead(effect)
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
  const fates = places === 'every' ? EVERY : [...breaks, ...deathsAt(trace, at, effect, places)]
  return fates.map((fate) => ({ at, fate }))
}

/** Brings the mishaps about. */
const mishappening =
  (mishaps: readonly Mishap[], world: World): Schedule =>
  (effect) =>
    noted(world, effect, mishaps.find(({ at }) => at === world.trace.length)?.fate ?? 'done')

/** How a run without mishaps must end. */
const endFaults = (world: World, { ends }: Scenario): string[] => {
  const order = [...world.items.values()].findLast((item) => item.sk === 'ORDER')
  const status = verificationOfOrder(world, order)?.status ?? order?.status
  const back = [...world.channel.orders.values()].reduce((sum, one) => sum + givenBackFen(one), 0)
  return status === ends.status && back === ends.backFen
    ? []
    : [`it ends ${status} with ${back} fen given back, not ${ends.status} with ${ends.backFen}`]
}

/** Whose bills come the next morning. Where they tell nothing new, those that only look for news do without. */
const billsOf = ({ isAlipay, isOfBills }: Scenario, places: Places): readonly PaymentChannel[] => {
  if (places === 'news' && !isOfBills) return []
  return isAlipay ? ['wechat_pay', 'alipay'] : ['wechat_pay']
}

/** Plays a scenario with these mishaps, then lets the sweep complete it. */
const played = async (
  scenario: Scenario,
  mishaps: readonly Mishap[],
  places: Places,
  mutant: Mutant = {},
): Promise<Run> => {
  const world = await newWorld(scenario.accounts, mutant, billsOf(scenario, places))
  world.schedule = mishappening(mishaps, world)
  await scenario.play(world)
  await untilQuiet(world)
  const { violations } = world
  if (violations.length === 0) {
    violations.push(...finalFaults(world), ...promptnessFaults(world))
    if (mishaps.length === 0) violations.push(...endFaults(world, scenario))
  }
  return { world, violations }
}

/** Later than everything but the bill of the day. */
const MORNING: Millis = 6 * HOUR

/** Whether a mishap there is one that no other scenario has; with another one, if it is not alone. */
const isNews = ({ pairs, isOfBills }: Scenario, trace: readonly Step[], at: number, isAlone: boolean): boolean => {
  const step = trace[at]
  if (!step || (isOfBills && step.at - (trace[0]?.at ?? 0) < MORNING)) return false
  return isAlone || !(pairs === 'none' || (pairs === 'after payment' && APPROACH.has(step.effect.process.name)))
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
    const run = await played(scenario, mishaps, places, mutant)
    yield { mishaps, run }
    const { trace } = run.world
    const last = mishaps.at(-1)
    const isBroken = last?.fate.startsWith('fails') && places !== 'every'
    if (mishaps.length === most || isBroken) continue
    const isTried = (place: number, isAlone = false): boolean =>
      places !== 'news' || isNews(scenario, trace, place, isAlone)
    if (last && !isTried(last.at)) continue
    for (let at = (last?.at ?? -1) + 1; at < trace.length; at += 1) {
      if (!isTried(at, !last)) continue
      for (const mishap of mishapsAt(trace, at, places, !last)) open.push([...mishaps, mishap])
    }
  }
}
