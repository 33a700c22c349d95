import type { Table } from '../../../shared/table/table.ts'
import { webhookKeys, webhookLists } from '../keys.ts'
import type { Delivery } from './delivery.ts'
import { deliveryOf } from './delivery-store.ts'

type Lane = Pick<Delivery, 'endpointId' | 'about' | 'sequence'>

const neighbour = async (
  table: Pick<Table, 'query'>,
  { endpointId, about, sequence }: Lane,
  newestFirst: boolean,
): Promise<Delivery | undefined> => {
  const after = webhookKeys.delivery(endpointId, about, sequence).sk
  const { items } = await table.query({ ...webhookLists.lane(endpointId, about), limit: 1, newestFirst, after })
  return items[0] && deliveryOf(items[0])
}

/** What an endpoint is owed of the same subject before a delivery. One read, none for the first event of a subject. */
export const findBefore = async (table: Pick<Table, 'query'>, of: Lane): Promise<Delivery | undefined> =>
  of.sequence === 1 ? undefined : neighbour(table, of, true)

/** The same after it. */
export const findNext = (table: Pick<Table, 'query'>, of: Lane): Promise<Delivery | undefined> =>
  neighbour(table, of, false)

/** Whether an endpoint has not taken other events either that it was owed since then (epoch ms). Two reads at most. */
export const hasOthersOwed = async (
  table: Pick<Table, 'list'>,
  { endpointId, eventId, createdAt }: Pick<Delivery, 'endpointId' | 'eventId' | 'createdAt'>,
  since = createdAt,
): Promise<boolean> => {
  for (const status of ['pending', 'failed'] as const) {
    const list = webhookLists.deliveries(endpointId, status)
    // What was first owed stands at that time, a moment before it first failed.
    const from = Math.min(since, createdAt)
    const { items } = await table.list({ list, from, limit: 2, newestFirst: true })
    if (items.some((item) => deliveryOf(item).eventId !== eventId)) return true
  }
  return false
}
