import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  atMost,
  type Condition,
  equals,
  type Guard,
  guard,
  type Item,
  isNew,
  put,
  type Write,
} from '../../../shared/table/write.ts'
import { GATES, gateFor, verificationKeys } from '../keys.ts'
import { type Breaker, type BreakerEvent, breakerStatuses, breakerTransitions } from './breaker.ts'

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

/** Nobody has moved it since it was read: every move has another end of its pause, or another probe. */
const asRead = ({ status, until, probe }: Breaker): Condition =>
  all(
    equals('status', status),
    until === undefined ? absent('until') : equals('until', until),
    probe === undefined ? absent('probe') : equals('probe', probe),
  )

const moved = (vendor: string, on: BreakerEvent, seen: Breaker | undefined, next: Breaker): Write[] => {
  const allowed = seen ? all(stateAllows(breakerTransitions, on), asRead(seen)) : isNew
  const { ordersAt } = next
  return [
    put(verificationKeys.breaker(vendor), { ...next }, allowed, 'breaker_moved'),
    ...Array.from({ length: GATES }, (_none, at) => put(verificationKeys.vendorGate(vendor, at), { ordersAt })),
  ]
}

/** The vendor refuses us: nobody calls and nobody opens an order for a while. Conflict `breaker_moved`: somebody knows already. */
export const breakerOpened = (vendor: string, seen: Breaker | undefined, next: Breaker): Write[] =>
  moved(vendor, 'refused', seen, next)

/** One check, and no other, tries whether it still does. */
export const breakerProbed = (vendor: string, seen: Breaker, next: Breaker): Write[] =>
  moved(vendor, 'probed', seen, next)

/** The vendor answered the probe. */
export const breakerClosed = (vendor: string, seen: Breaker): Write[] => {
  const { since, code } = seen
  return moved(vendor, 'recovered', seen, { status: 'closed', since, refusals: 0, code })
}

/** Orders for checks by this vendor open. */
export const ordersOpen = (vendor: string, accountId: string, now: Millis): Guard =>
  guard(
    verificationKeys.vendorGate(vendor, gateFor(accountId)),
    any(absent('ordersAt'), atMost('ordersAt', now)),
    'paused',
  )

/** When orders open again, from a gate that was in the way (epoch ms). */
export const gateOpensAt = (item: Item | undefined): Millis | undefined =>
  typeof item?.ordersAt === 'number' ? item.ordersAt : undefined
