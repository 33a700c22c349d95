import * as z from 'zod/mini'
import { beijingDay, DAY, type Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  atMost,
  type Condition,
  equals,
  equalsOrAbsent,
  type Guard,
  guard,
  type Item,
  isNew,
  type Key,
  put,
  update,
  type Write,
} from '../../../shared/table/write.ts'
import { GATES, gateFor, verificationKeys } from '../keys.ts'
import { type Breaker, type BreakerEvent, breakerStatuses, breakerTransitions, SPENT, UNUSABLE } from './breaker.ts'

const stored = z.object({
  status: z.enum(breakerStatuses),
  until: z.optional(z.number()),
  ordersAt: z.optional(z.number()),
  since: z.number(),
  refusals: z.int(),
  code: z.string(),
  probe: z.optional(z.string()),
})

/** The breaker in an item; undefined where the vendor never refused us. */
export const breakerOf = (item: Item | undefined): Breaker | undefined => item && z.parse(stored, item)

/** The breakers of these vendors, to be read together. */
export const breakerKeys = (vendors: readonly { name: string }[]): Key[] =>
  vendors.map(({ name }) => verificationKeys.breaker(name))

/** The breakers in items, in the order of these vendors. */
export const breakersOf = (
  vendors: readonly { name: string }[],
  items: readonly (Item | undefined)[],
): Record<string, Breaker | undefined> =>
  Object.fromEntries(vendors.map(({ name }, at) => [name, breakerOf(items[at])]))

/** Nobody has moved it since it was read: every move has another end of its pause, or another probe. */
const asRead = ({ status, until, probe }: Breaker): Condition =>
  all(equals('status', status), equalsOrAbsent('until', until), equalsOrAbsent('probe', probe))

const opensAt = (vendor: string): string => `opens_${vendor}`

/** When orders open again as far as this vendor is concerned, in a copy of the gate. */
const gateMoved = (gate: number, vendor: string, { ordersAt }: Breaker): Write => {
  const attr = opensAt(vendor)
  return update(
    verificationKeys.ordersGate(gate),
    ordersAt === undefined ? { remove: [attr] } : { set: { [attr]: ordersAt } },
  )
}

const moved = (vendor: string, on: BreakerEvent, seen: Breaker | undefined, next: Breaker): Write[] => {
  const allowed = seen ? all(stateAllows(breakerTransitions, on), asRead(seen)) : isNew
  return [
    put(verificationKeys.breaker(vendor), { ...next }, allowed, 'breaker_moved'),
    ...Array.from({ length: GATES }, (_none, gate) => gateMoved(gate, vendor, next)),
  ]
}

/** For as long as anybody counts them. */
const OPENINGS_KEPT: Millis = 30 * DAY

/** Why a breaker opened, as it is counted. */
export const openingReasons = ['refused', 'refused_again', 'spent', 'unusable'] as const
export type OpeningReason = (typeof openingReasons)[number]

/** Why it opened, in the item that says it did; throws where that is no such item. */
export const openingIn = ({ why }: Item): OpeningReason => {
  const found = openingReasons.find((one) => one === why)
  if (!found) throw new Error('an opening says not why')
  return found
}

const whyOpened = (seen: Breaker | undefined, { code }: Breaker): OpeningReason => {
  if (code === SPENT) return 'spent'
  if (code === UNUSABLE) return 'unusable'
  return seen === undefined || seen.status === 'closed' ? 'refused' : 'refused_again'
}

/** The vendor refuses us: nobody calls and nobody opens an order for a while. Conflict `breaker_moved`: somebody knows already. */
export const breakerOpened = (vendor: string, seen: Breaker | undefined, next: Breaker, now: Millis): Write[] => [
  ...moved(vendor, 'refused', seen, next),
  put(verificationKeys.breakerOpening(vendor, beijingDay(now), now), {
    why: whyOpened(seen, next),
    ttl: ttlAt(now + OPENINGS_KEPT),
  }),
]

/** One check, and no other, tries whether it still does. */
export const breakerProbed = (vendor: string, seen: Breaker, next: Breaker): Write[] =>
  moved(vendor, 'probed', seen, next)

/** The vendor answered the probe. */
export const breakerClosed = (vendor: string, seen: Breaker): Write[] => {
  const { since, code } = seen
  return moved(vendor, 'recovered', seen, { status: 'closed', since, refusals: 0, code })
}

/** Orders open: at least one of these vendors does not refuse us. */
export const ordersOpen = (vendors: readonly { name: string }[], accountId: string, now: Millis): Guard =>
  guard(
    verificationKeys.ordersGate(gateFor(accountId)),
    any(...vendors.map(({ name }) => any(absent(opensAt(name)), atMost(opensAt(name), now)))),
    'paused',
  )

/** When orders open again with the first of these vendors, from a gate that was in the way (epoch ms). */
export const gateOpensAt = (vendors: readonly { name: string }[], item: Item | undefined): Millis | undefined => {
  const ends = vendors.flatMap(({ name }) => {
    const end = item?.[opensAt(name)]
    return typeof end === 'number' ? [end] : []
  })
  return ends.length > 0 ? Math.min(...ends) : undefined
}
