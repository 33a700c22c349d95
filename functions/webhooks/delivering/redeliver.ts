import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { isKept } from '../../../shared/table/keys.ts'
import { type Committed, Contended, type Table } from '../../../shared/table/table.ts'
import type { Update } from '../../../shared/table/write.ts'
import { endpointsOf } from '../endpoints/endpoint-store.ts'
import { deliveryWork, webhookKeys } from '../keys.ts'
import { type Delivery, deliveryNamed } from './delivery.ts'
import { deliveryOf, deliveryRenewed } from './delivery-store.ts'

export type RedeliverDeps = { table: Pick<Table, 'getMany' | 'commit'>; queue: Pick<Queue, 'wake'>; clock: Clock }

/** Which delivery of which endpoint, by its name. */
export type DeliveryAsked = { endpointId: string; deliveryId: string }

/** How often an attempt may be faster. */
const TRIES = 4

/** As it is once it was renewed. */
const renewed = ({ notBefore: _not, endedAt: _ended, reason: _reason, ...of }: Delivery, now: Millis): Delivery => ({
  ...of,
  status: 'pending',
  owedSince: now,
  tries: 0,
})

/** One that is owed now is under way, or waits for its turn. */
const isUnderWay = ({ status, notBefore = 0 }: Delivery, now: number): boolean =>
  status === 'pending' && notBefore <= now

/**
 * An event goes to an endpoint once more, as if it had not been tried: the same text under the same id. One that is under way is only woken.
 * `commit`: how that is written, with what belongs to it. Refuses with `not_found`, also where the event is no longer kept, and
 * `webhook_endpoint_disabled`. Two table calls.
 */
export const redeliver = async (
  deps: RedeliverDeps,
  { endpointId, deliveryId }: DeliveryAsked,
  commit: (delivery: Delivery, writes: readonly Update[]) => Promise<Committed>,
): Promise<Outcome<Delivery>> => {
  const named = deliveryNamed(deliveryId)
  if (!named || !isId(endpointId)) return refused('not_found')
  const key = webhookKeys.delivery(endpointId, named.about, named.sequence)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const keys = [key, webhookKeys.endpoints(), webhookKeys.event(named.about, named.sequence)]
    const [item, endpoints, event] = await deps.table.getMany(keys)
    const now = deps.clock.now()
    const endpoint = endpointsOf(endpoints).get(endpointId)
    if (!endpoint || !item || !event || !isKept(item, now) || !isKept(event, now)) return refused('not_found')
    if (endpoint.disabled) return refused('webhook_endpoint_disabled')
    const delivery = deliveryOf(item)
    const isOwed = isUnderWay(delivery, now)
    const committed = await commit(delivery, isOwed ? [] : [deliveryRenewed(delivery, now)])
    if (committed.kind === 'committed') {
      await deps.queue.wake([deliveryWork.pointerTo(key)])
      return ok(isOwed ? delivery : renewed(delivery, now))
    }
  }
  throw new Contended('attempts kept being faster')
}
