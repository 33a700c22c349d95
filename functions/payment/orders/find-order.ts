import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { paymentKeys, paymentLists } from '../keys.ts'
import { type Booked, bookingsAmong } from '../ledger/ledger-store.ts'
import type { Refund } from '../refunds/refund.ts'
import { refundsAmong } from '../refunds/refund-store.ts'
import type { Order } from './order.ts'
import { orderOf } from './order-store.ts'

/** An order with what followed from it: refunds in the order in which they arose, and everything booked. */
export type OrderParts = { order: Order; refunds: readonly Refund[]; booked: readonly Booked[] }

const PAGE = 100

/** Every item of an order, the order itself among them. One call, more only for an order of more than 100 parts. */
export const itemsOf = async (table: Table, orderId: string): Promise<Item[]> => {
  const items: Item[] = []
  let after: string | undefined
  do {
    const page = await table.query({ ...paymentLists.orderParts(orderId), limit: PAGE, after })
    items.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return items
}

/** Reads an order with its parts; undefined when there is none. */
export const partsOf = async (table: Table, orderId: string): Promise<OrderParts | undefined> => {
  const items = await itemsOf(table, orderId)
  const found = items.find(({ sk }) => sk === paymentKeys.order('').sk)
  return found && { order: orderOf(found), refunds: refundsAmong(items), booked: bookingsAmong(items) }
}
