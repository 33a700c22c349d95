import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { DUE, due, listedAt, ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  atMost,
  type Condition,
  equals,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { TOLD_BEFORE } from '../events/event-store.ts'
import { webhookKeys, webhookLists } from '../keys.ts'
import {
  type AttemptMade,
  attemptOutcomes,
  type Delivery,
  type DeliveryEvent,
  type DeliveryReason,
  type DeliveryStatus,
  deliveryReasons,
  deliveryStatuses,
  deliveryTransitions,
} from './delivery.ts'

const stored = z.object({
  endpointId: z.string(),
  about: z.object({ kind: z.string(), id: z.string() }),
  sequence: z.int(),
  eventId: z.string(),
  type: z.string(),
  status: z.enum(deliveryStatuses),
  createdAt: z.number(),
  owedSince: z.number(),
  tries: z.int(),
  made: z.int(),
  attempts: z.array(
    z.object({ at: z.number(), outcome: z.enum(attemptOutcomes), status: z.optional(z.int()), ms: z.number() }),
  ),
  notBefore: z.optional(z.number()),
  endedAt: z.optional(z.number()),
  reason: z.optional(z.enum(deliveryReasons)),
})

/** The delivery in an item. */
export const deliveryOf = (item: Item): Delivery => z.parse(stored, item)

const keyOf = ({ endpointId, about, sequence }: Delivery): Key => webhookKeys.delivery(endpointId, about, sequence)

const listed = ({ endpointId, createdAt }: Delivery, status: DeliveryStatus) =>
  listedAt(webhookLists.deliveries(endpointId, status), createdAt)

/** An endpoint is owed an event, a minute after its wake-up should have done it; to one that is disabled it has failed at once. */
export const deliveryOpened = (delivery: Delivery, keepMs: Millis): Put => {
  const key = keyOf(delivery)
  const owed = delivery.status === 'pending' && due(key, delivery.createdAt + MINUTE)
  const kept = { ttl: ttlAt(delivery.createdAt + keepMs), ...listed(delivery, delivery.status) }
  return put(key, { ...delivery, ...kept, ...owed }, isNew, TOLD_BEFORE)
}

/** Why a delivery does not move: another attempt was faster, or it is over. */
const DELIVERY_MOVED = 'delivery_moved'

const moved = (delivery: Delivery, on: DeliveryEvent, changes: Parameters<typeof update>[1], ...only: Condition[]) =>
  update(keyOf(delivery), changes, all(stateAllows(deliveryTransitions, on), ...only), DELIVERY_MOVED)

const asRead = ({ made, owedSince }: Delivery): Condition => all(equals('made', made), equals('owedSince', owedSince))

const attempted = (attempt: AttemptMade | undefined) =>
  attempt ? { add: { made: 1, tries: 1 }, append: { attempts: [{ ...attempt }] } } : {}

/** Longer than a worker lives, so that two of them seldom call an endpoint for the same at once. */
const LEASE: Millis = 45 * SECOND

/** Whoever writes this is about to make an attempt. Conflict: somebody else is, or it is over. */
export const deliveryClaimed = (delivery: Delivery, now: Millis): Update =>
  moved(
    delivery,
    'claimed',
    { set: { leaseUntil: now + LEASE, ...due(keyOf(delivery), now + LEASE) }, remove: ['wakePause'] },
    asRead(delivery),
    any(absent('leaseUntil'), atMost('leaseUntil', now)),
  )

/** The endpoint took it, whichever attempt brought that about: when two workers had the same pointer, the one that got through is right. */
export const deliveryTaken = (delivery: Delivery, attempt: AttemptMade, at: Millis): Update => {
  const status = target(deliveryTransitions, 'taken')
  return moved(delivery, 'taken', {
    ...attempted(attempt),
    set: { status, endedAt: at, ...listed(delivery, status) },
    remove: [...DUE, 'leaseUntil', 'notBefore', 'reason'],
  })
}

/** No further attempt; without one, where there was none. */
export const deliveryFailed = (
  delivery: Delivery,
  reason: DeliveryReason,
  at: Millis,
  attempt?: AttemptMade,
): Update => {
  const status = target(deliveryTransitions, 'failed')
  return moved(
    delivery,
    'failed',
    {
      ...attempted(attempt),
      set: { status, endedAt: at, reason, ...listed(delivery, status) },
      remove: [...DUE, 'leaseUntil', 'notBefore'],
    },
    asRead(delivery),
  )
}

const later = (delivery: Delivery, at: Millis) => ({ notBefore: at, ...due(keyOf(delivery), at) })

/** Another attempt at `at`, not earlier: `dueAt` may be moved by the sweep, `notBefore` may not. */
export const deliveryPutOff = (delivery: Delivery, attempt: AttemptMade, at: Millis): Update =>
  moved(
    delivery,
    'put_off',
    { ...attempted(attempt), set: later(delivery, at), remove: ['leaseUntil', 'wakePause'] },
    asRead(delivery),
  )

/** The same without an attempt. */
export const deliveryHeld = (delivery: Delivery, at: Millis): Update =>
  moved(delivery, 'held', { set: later(delivery, at), remove: ['wakePause'] }, asRead(delivery))

/** So many attempts are told; older ones are dropped when more are asked for. */
const MOST_TOLD = 30

/** It is delivered again, as if it had not been tried yet. */
export const deliveryRenewed = (delivery: Delivery, now: Millis): Update => {
  const status = target(deliveryTransitions, 'renewed')
  const attempts = delivery.attempts.slice(-MOST_TOLD).map((one) => ({ ...one }))
  return moved(
    delivery,
    'renewed',
    {
      set: { status, owedSince: now, tries: 0, attempts, ...listed(delivery, status), ...due(keyOf(delivery), now) },
      remove: ['endedAt', 'leaseUntil', 'notBefore', 'reason', 'wakePause'],
    },
    asRead(delivery),
  )
}
