import type { Outgoing } from '../../../shared/http/outgoing.ts'
import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Clock, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item, Write } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Attempt } from '../../outgoing/attempt.ts'
import { luckOf } from '../../outgoing/ladder.ts'
import { attemptOf } from '../../outgoing/reply.ts'
import type { OutgoingSettings } from '../../outgoing/settings.ts'
import { signedRequest } from '../../outgoing/signed-request.ts'
import { disabledAnnounced } from '../announced-store.ts'
import type { DisabledByOthers, Endpoint } from '../endpoints/endpoint.ts'
import { endpointDisabled, endpointFailing, endpointSlowed, endpointTakes } from '../endpoints/endpoint-store.ts'
import { endpointResealed, signersOf } from '../endpoints/signing-store.ts'
import type { KeptEvent } from '../events/event-store.ts'
import { deliveryWork, webhookKeys } from '../keys.ts'
import type { WebhookSettings } from '../settings.ts'
import { type AfterAttempt, afterAttempt, slowedUntil } from './after-attempt.ts'
import type { AttemptMade, Delivery } from './delivery.ts'
import { deliveryClaimed, deliveryFailed, deliveryPutOff, deliveryTaken } from './delivery-store.ts'
import { isLongFailing } from './failing.ts'
import { findNext, hasOthersOwed } from './lane-store.ts'

export type DeliverDeps = {
  table: Table
  queue: Pick<Queue, 'wake'>
  /** Wakes the work of that pointer in a while, a quarter of an hour at most. Best effort, as every wake-up. */
  wakeLater: (id: string, waitMs: Millis) => Promise<void>
  keyRing: () => Promise<KeyRing>
  clock: Clock
  ids: Pick<Ids, 'below'>
  settings: WebhookSettings & Pick<OutgoingSettings, 'deliveries'>
  /** Calls an address that others have chosen. */
  call: Outgoing
  alarm: Alarm
  note: Tell
}

/** A delivery that may be made now, with all that it takes. */
export type Ready = { delivery: Delivery; endpoint: Endpoint; event: KeptEvent; endpoints: Item }

const pointerTo = ({ endpointId, about, sequence }: Delivery) =>
  deliveryWork.pointerTo(webhookKeys.delivery(endpointId, about, sequence))

/** Whoever waits for this one to be over. */
export const wakeNext = async (deps: DeliverDeps, delivery: Delivery): Promise<void> => {
  const next = await findNext(deps.table, delivery)
  if (next?.status === 'pending') await deps.queue.wake([pointerTo(next)])
}

/** No queue holds anything back for longer; then the sweep finds it, which is up to a minute late. */
const LONGEST_DELAY: Millis = 15 * MINUTE

/** Itself, at that time. */
export const wakeAt = async (deps: DeliverDeps, delivery: Delivery, at: Millis): Promise<void> => {
  const waitMs = at - deps.clock.now()
  if (waitMs <= LONGEST_DELAY) await deps.wakeLater(pointerTo(delivery).id, waitMs)
}

const attempt = async (
  deps: DeliverDeps,
  { endpoint, event }: Ready,
  signers: ReturnType<typeof signersOf>,
): Promise<[Attempt, AttemptMade]> => {
  const at = deps.clock.now()
  const reply = await deps.call(signedRequest(endpoint.url, event, signers, at))
  const came = attemptOf(reply, deps.clock.now())
  const status = reply.kind === 'answered' ? reply.status : undefined
  const ms = Math.max(0, deps.clock.now() - at)
  return [came, { at, outcome: came.kind === 'taken' ? 'taken' : came.reason, status, ms }]
}

/** The endpoint gets nothing more, which the others are told of. */
const disabling = ({ endpoint, endpoints }: Ready, because: DisabledByOthers, now: Millis): Write[] => {
  const { id } = endpoint
  return [
    endpointDisabled({ ...endpoint, disabled: { because, at: now } }, endpoints),
    disabledAnnounced(id, because, now),
  ]
}

const writesOf = (ready: Ready, after: AfterAttempt, made: AttemptMade, now: Millis): Write[] => {
  const { delivery } = ready
  if (after.to === 'taken') return [deliveryTaken(delivery, made, now)]
  if (after.to === 'later') return [deliveryPutOff(delivery, made, after.notBefore)]
  const failed = deliveryFailed(delivery, after.reason, now, made)
  return after.disables ? [failed, ...disabling(ready, after.disables, now)] : [failed]
}

/** What the others of the endpoint go by. Best effort: the next failure finds it out again. */
const markEndpoint = async (
  deps: DeliverDeps,
  { endpoint }: Ready,
  came: Attempt,
  made: AttemptMade,
): Promise<void> => {
  const now = deps.clock.now()
  if (endpoint.failingSince === undefined) await deps.table.update(endpointFailing(endpoint.id, now))
  const until = slowedUntil(came, made.status, now)
  if (until !== undefined) await deps.table.update(endpointSlowed(endpoint.id, until))
}

const tellDisabled = ({ alarm, note }: DeliverDeps, endpointId: string, because: DisabledByOthers): void => {
  if (because === 'failing') alarm('webhook_endpoint_failing', { endpointId })
  else note('webhook_endpoint_gone', { endpointId })
}

/** Whoever saves the endpoint at the same moment is right, and the next delivery tries again. */
const reseal = async (deps: DeliverDeps, { endpoint, endpoints }: Ready): Promise<void> => {
  const resealed = endpointResealed(await deps.keyRing(), endpoint, endpoints, deps.clock.now())
  if (resealed) await deps.table.update(resealed)
}

/**
 * One attempt at a delivery, which nobody else makes meanwhile, and what follows from it, in one commit. `overtaken`: somebody else is at it, or was,
 * or saved the endpoint that was to be disabled.
 */
export const performAttempt = async (
  deps: DeliverDeps,
  ready: Ready,
): Promise<'taken' | 'failed' | 'waits' | 'overtaken'> => {
  const signers = signersOf(await deps.keyRing(), ready.endpoint, deps.clock.now())
  const claimed = await deps.table.update(deliveryClaimed(ready.delivery, deps.clock.now()))
  if (claimed.kind === 'conflict') return 'overtaken'
  const [came, made] = await attempt(deps, ready, signers)
  const now = deps.clock.now()
  const { deliveries, webhooks } = deps.settings
  const { delivery, endpoint } = ready
  const isFailing =
    came.kind !== 'taken' &&
    isLongFailing(endpoint, delivery, webhooks.failingMs, now) &&
    (await hasOthersOwed(deps.table, delivery, endpoint.failingSince))
  const after = afterAttempt(came, delivery, isFailing, deliveries.attempts, now, luckOf(deps.ids))
  // Before the delivery is over: whoever dies in between has it made again, and what it took counts. Apart, as many may find it out at once.
  if (after.to === 'taken' && ready.endpoint.failingSince !== undefined)
    await deps.table.update(endpointTakes(ready.endpoint.id))
  const disables = after.to === 'failed' ? after.disables : undefined
  // Before the commit: an alarm that rings twice does less harm than one that was lost.
  if (disables) tellDisabled(deps, ready.endpoint.id, disables)
  else if (after.to === 'failed') deps.note('webhook_delivery_failed', { endpointId: endpoint.id, type: delivery.type })
  const committed = await deps.table.commit(writesOf(ready, after, made, now))
  if (committed.kind !== 'committed') return 'overtaken'
  if (!disables) {
    if (after.to !== 'taken') await markEndpoint(deps, ready, came, made)
    await reseal(deps, ready)
  }
  if (after.to === 'later') {
    await wakeAt(deps, ready.delivery, after.notBefore)
    return 'waits'
  }
  await wakeNext(deps, ready.delivery)
  return after.to
}
