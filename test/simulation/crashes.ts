import { givenBackFen } from './channel.ts'
import type { Mutant } from './mutant.ts'
import { newWorld } from './new-world.ts'
import { verificationOfOrder } from './owed.ts'
import type { Process, Schedule } from './process.ts'
import { untilQuiet } from './quiet.ts'
import type { Scenario } from './scenarios.ts'
import { finalFaults, promptnessFaults } from './settlement.ts'
import type { Step, World } from './world.ts'

/** Calls that change nothing outside: a crash after one leaves the world as a crash after the effect before it. */
const READS = new Set([
  'table.get',
  'table.getMany',
  'table.query',
  'table.due',
  'vault.newDataKey',
  'vault.openDataKey',
  'vault.mac',
  'provider secret.read',
  'checker secret.read',
  'provider.query',
])

/**
 * `every`: before and after each effect. `distinct`: only those places at which a crash leaves another world behind.
 * `news`: of these, no two on the way to the payment where that way is the one of another scenario.
 */
export type Places = 'every' | 'distinct' | 'news'

/** Where a crash happens: twice the number of the effect in the run, plus one if after it. */
export type Place = number

export type Run = { world: World; violations: readonly string[] }

/** Nobody waits for these, so that dying after the last effect is not different from ending. */
const UNATTENDED = new Set(['order', 'check', 'refund', 'sweep'])

/** The way to the payment, which most scenarios share. */
const APPROACH = new Set(['submit', 'pay'])

/** What was asked for by a message is lost with the message; everybody else asks again. */
const isLost = ({ name }: Process): boolean => name !== 'sweep' && (UNATTENDED.has(name) || name === 'notification')

const isLast = (trace: readonly Step[], at: number): boolean => {
  const { process } = trace[at]?.effect ?? {}
  return trace.findLastIndex((step) => step.effect.process === process) === at
}

/** The places of a run, in order. */
const placesOf = (trace: readonly Step[], places: Places): Place[] =>
  trace.flatMap(({ effect }, at) => {
    if (places === 'every') return [2 * at, 2 * at + 1]
    const matters = !READS.has(effect.name) && !(UNATTENDED.has(effect.process.name) && isLast(trace, at))
    return [...(effect.isFirst && isLost(effect.process) ? [2 * at] : []), ...(matters ? [2 * at + 1] : [])]
  })

/** Crashes at those places, and keeps what happened. */
const crashingAt =
  (crashes: readonly Place[], world: () => World): Schedule =>
  (effect) => {
    const { trace, time } = world()
    world().acting = effect.process
    const at = 2 * trace.length
    const fate = crashes.includes(at) ? 'dies_before' : crashes.includes(at + 1) ? 'dies_after' : 'done'
    trace.push({ at: time.now, effect, fate })
    return fate
  }

/** How a run without crashes must end. */
const endFaults = (world: World, { ends }: Scenario): string[] => {
  const order = [...world.items.values()].findLast((item) => item.sk === 'ORDER')
  const status = verificationOfOrder(world, order)?.status ?? order?.status
  const back = [...world.channel.orders.values()].reduce((sum, one) => sum + givenBackFen(one), 0)
  return status === ends.status && back === ends.backFen
    ? []
    : [`it ends ${status} with ${back} fen given back, not ${ends.status} with ${ends.backFen}`]
}

/** Plays a scenario with crashes at those places, then lets the sweep complete it. */
export const played = async (scenario: Scenario, crashes: readonly Place[], mutant: Mutant = {}): Promise<Run> => {
  const here: { world?: World } = {}
  const world = (): World => {
    if (!here.world) throw new Error('no world yet')
    return here.world
  }
  here.world = await newWorld(scenario.accounts, crashingAt(crashes, world), mutant)
  await scenario.play(world())
  await untilQuiet(world())
  const { violations } = world()
  if (violations.length === 0) {
    violations.push(...finalFaults(world()), ...promptnessFaults(world()))
    if (crashes.length === 0) violations.push(...endFaults(world(), scenario))
  }
  return { world: world(), violations }
}

/** Every placement of up to `most` crashes, fewest first: the first violating run, or how many runs there were. */
export async function* everyPlacement(
  scenario: Scenario,
  most: number,
  places: Places,
  mutant?: Mutant,
): AsyncGenerator<{ crashes: readonly Place[]; run: Run }> {
  const open: Place[][] = [[]]
  for (let crashes = open.shift(); crashes; crashes = open.shift()) {
    const run = await played(scenario, crashes, mutant)
    yield { crashes, run }
    if (crashes.length === most) continue
    const { trace } = run.world
    const known = (place: Place): boolean => APPROACH.has(trace[place >> 1]?.effect.process.name ?? '')
    const isOld = places === 'news' && most > 1 && !scenario.isWhole && crashes.some(known)
    if (isOld) continue
    const later = placesOf(trace, places).filter((place) => place > (crashes.at(-1) ?? -1))
    for (const place of later) open.push([...crashes, place])
  }
}
