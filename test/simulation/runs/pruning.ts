import { createHash } from 'node:crypto'
import { outboxWork } from '../../../shared/outbox/announced.ts'
import { isRead } from '../world/process.ts'
import type { Scenario } from '../world/script.ts'
import type { World } from '../world/world.ts'
import { everyPlacement, mishapsAt } from './crashes.ts'
import { lineOf } from './telling.ts'

/** Ids are drawn in order, so that a process that died later leaves others behind. */
const anonymous = (text: string): string => text.replace(/~?[0-9a-z]*[0-9a-f]{6,}/g, '~')

const hashed = (...texts: string[]): string => createHash('sha1').update(texts.join('\n')).digest('base64')

/** What is left in the end, without ids: every item, what the channel gave back, and what the vendor was asked. */
const endOf = ({ items, channel, vendors }: World): string => {
  const kept = [...items.values()]
    .filter((item) => !outboxWork.isOf(item))
    .map(({ sk, status, dueAt, round, until, balance }) =>
      anonymous(JSON.stringify([sk, status, dueAt, round, until, balance])),
    )
  const refunds = [...channel.orders.values()].map(({ refunds: all, forced }) => [all.size, forced.size])
  return JSON.stringify([kept.sort(), refunds, vendors.calls.map(({ result }) => result)])
}

/** For every place in a run, all that is done from there on: reading changes nothing, so that it is left out. */
const futuresOf = (world: World): string[] => {
  let future = hashed(endOf(world))
  const futures = [future]
  for (const step of [...world.trace].reverse()) {
    if (!isRead(step.effect)) future = hashed(anonymous(lineOf(step, 0)), future)
    futures.unshift(future)
  }
  return futures
}

/**
 * Crashes that `distinct` leaves out, and after which something follows that follows in no run it keeps. None: whatever a second
 * crash could do there, it does in a run that is kept.
 */
export const lostByPruning = async (scenario: Scenario): Promise<string[]> => {
  const kept = new Set<string>()
  const left: { place: string; future: string }[] = []
  let places: ReadonlySet<string> = new Set()
  for await (const { mishaps, run } of everyPlacement(scenario, 1, 'every')) {
    const [mishap] = mishaps
    const { trace } = run.world
    const futures = futuresOf(run.world)
    if (!mishap) {
      const distinct = trace.flatMap((_step, at) => mishapsAt(trace, at, 'distinct', true))
      places = new Set(distinct.map(({ at, fate }) => `${at} ${fate}`))
    }
    const place = mishap ? `${mishap.at} ${mishap.fate}` : ''
    if (!mishap || places.has(place)) for (const future of futures) kept.add(future)
    else if (mishap.fate.startsWith('dies')) left.push({ place, future: futures[mishap.at + 1] ?? '' })
  }
  return left.filter(({ future }) => !kept.has(future)).map(({ place }) => `${scenario.name}: effect ${place}`)
}
