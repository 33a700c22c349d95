import type * as z from 'zod/mini'
import type { Table } from '../../../shared/table/table.ts'
import type { Order } from './order.ts'
import { type orderShown, showOrderAs } from './order-view.ts'

/**
 * An order as it is told, of which only its own item was read. Of one all of which goes back, whether it is back already is read along,
 * in one call more, by what no first request needs to load.
 */
export const readForAnswer = async ({ table }: { table: Table }, order: Order): Promise<z.infer<typeof orderShown>> => {
  if (order.status !== 'refunded') return showOrderAs(order, order.status)
  const { findOrder } = await import('./find-order.ts')
  const { showOrder } = await import('./view.ts')
  return showOrder((await findOrder(table, order.id)) ?? { order, items: [] })
}
