import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { isKept } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item, Key } from '../../../shared/table/write.ts'
import { readEndpoint } from '../endpoints/read-endpoints.ts'
import { deliveryWork, webhookLists } from '../keys.ts'
import { deliveryOf, deliveryRenewed } from './delivery-store.ts'

export type RecoverDeps = { table: Pick<Table, 'get' | 'list' | 'update'>; queue: Pick<Queue, 'wake'>; clock: Clock }

/** In one call; whoever has more asks again. */
const MOST_RECOVERED = 1000
const PAGE = 100
const AT_ONCE = 10

/** Whoever else moves one at the same moment is right. */
const renew = async ({ table }: RecoverDeps, item: Item, now: Millis): Promise<Key[]> => {
  if (!isKept(item, now)) return []
  const { kind } = await table.update(deliveryRenewed(deliveryOf(item), now))
  return kind === 'updated' ? [{ pk: item.pk, sk: item.sk }] : []
}

/**
 * Everything that was owed to an endpoint since a moment and failed goes out again, the oldest first, a thousand at once. Refuses with
 * `not_found` and `webhook_endpoint_disabled`. A table call for each, and one for each hundred.
 */
export const recoverDeliveries = async (
  deps: RecoverDeps,
  { endpointId, since }: { endpointId: string; since: Millis },
): Promise<Outcome<{ redelivered: number }>> => {
  const endpoint = await readEndpoint(deps, endpointId)
  if (!endpoint.ok) return endpoint
  if (endpoint.value.disabled) return refused('webhook_endpoint_disabled')
  const list = webhookLists.deliveries(endpointId, 'failed')
  let redelivered = 0
  let after: string | undefined
  do {
    const page = await deps.table.list({ list, from: since, limit: PAGE, after })
    for (let from = 0; from < page.items.length; from += AT_ONCE) {
      const batch = page.items.slice(from, from + AT_ONCE)
      const renewed = (await Promise.all(batch.map((item) => renew(deps, item, deps.clock.now())))).flat()
      await deps.queue.wake(renewed.map(deliveryWork.pointerTo))
      redelivered += renewed.length
    }
    after = page.next
  } while (after !== undefined && redelivered < MOST_RECOVERED)
  return ok({ redelivered })
}
