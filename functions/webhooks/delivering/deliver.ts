import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { isKept } from '../../../shared/table/keys.ts'
import { luckOf } from '../../outgoing/ladder.ts'
import { endpointProbed, endpointsOf } from '../endpoints/endpoint-store.ts'
import { keptEventOf } from '../events/event-store.ts'
import { deliveryAt, deliveryWork, webhookKeys } from '../keys.ts'
import { type Delivery, type DeliveryReason, passesAt } from './delivery.ts'
import { deliveryFailed, deliveryHeld, deliveryOf } from './delivery-store.ts'
import { isProbed, PROBE_EVERY } from './failing.ts'
import { findBefore } from './lane-store.ts'
import { type DeliverDeps, performAttempt, wakeAt, wakeNext } from './perform-attempt.ts'

/** How a delivery job ended: what the delivery became, or why nothing was done. */
export type Delivered =
  | 'taken'
  | 'failed'
  | 'waits'
  | 'held'
  | 'nothing_owed'
  | 'not_yet'
  | 'not_its_turn'
  | 'overtaken'

/** Those that were held up together do not come back together. */
const SPREAD: Millis = 30 * SECOND

/** The endpoint asked to be left alone: not before that is over, and no attempt is lost. */
const hold = async (deps: DeliverDeps, delivery: Delivery, until: Millis): Promise<Delivered> => {
  const at = until + Math.round(luckOf(deps.ids) * SPREAD)
  const held = await deps.table.commit([deliveryHeld(delivery, at)])
  if (held.kind !== 'committed') return 'overtaken'
  await wakeAt(deps, delivery, at)
  return 'held'
}

/** It is over without an attempt. */
const giveUp = async (deps: DeliverDeps, delivery: Delivery, reason: DeliveryReason): Promise<Delivered> => {
  const committed = await deps.table.commit([deliveryFailed(delivery, reason, deps.clock.now())])
  if (committed.kind !== 'committed') return 'overtaken'
  await wakeNext(deps, delivery)
  return 'failed'
}

/**
 * Makes one attempt at the delivery a pointer names, which receivers may see twice and tell by webhook-id. Before its time, when it is over, or
 * while the event of the same subject before it is under way, nothing happens. An endpoint that asked to be left alone costs no attempt, nor does one that has taken nothing for a while, which one at
 * a time tries. What
 * follows is written only if no other attempt was written meanwhile, and where it disables the endpoint, only if nobody saved that. Throws
 * where a secret cannot be opened: the delivery waits, no attempt is counted. Five table calls.
 */
export const deliver = async (deps: DeliverDeps, id: string): Promise<Delivered> => {
  const key = deliveryWork.keyOf(id)
  const of = key && deliveryAt(key)
  if (!of) return 'nothing_owed'
  const { endpointId, about, sequence } = of
  // Read first: what ended the one before, as that its endpoint is gone, is then seen with the endpoint.
  const before = await findBefore(deps.table, of)
  const [item, endpoints, kept] = await deps.table.getMany([
    key,
    webhookKeys.endpoints(),
    webhookKeys.event(about, sequence),
  ])
  const delivery = item && deliveryOf(item)
  if (delivery?.status !== 'pending') return 'nothing_owed'
  const now = deps.clock.now()
  const endpoint = endpointsOf(endpoints).get(endpointId)
  if (!endpoint || !endpoints) return giveUp(deps, delivery, 'endpoint_removed')
  if (endpoint.disabled) return giveUp(deps, delivery, 'disabled')
  if (!kept || !isKept(kept, now)) return giveUp(deps, delivery, 'event_gone')
  if ((delivery.notBefore ?? 0) > now) return 'not_yet'
  const { slowedUntil: until = 0 } = endpoint
  if (until > now) return hold(deps, delivery, until)
  const passes = passesAt(before, deps.settings.webhooks.orderMs)
  if (passes > now) {
    await wakeAt(deps, delivery, passes)
    return 'not_its_turn'
  }
  if (isProbed(endpoint, now)) {
    const probe = await deps.table.update(endpointProbed(endpointId, now, now + PROBE_EVERY))
    if (probe.kind === 'conflict') return hold(deps, delivery, now + PROBE_EVERY)
  }
  return performAttempt(deps, { delivery, endpoint, event: keptEventOf(kept), endpoints })
}
