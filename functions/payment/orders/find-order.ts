import { isId } from '../../../shared/kernel/ids.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { paymentKeys, paymentLists } from '../keys.ts'
import type { Order } from './order.ts'
import { orderOf } from './order-store.ts'

/**
 * An order and every item of it, itself among them: its store picks each kind of part from `items` (`attemptsAmong`,
 * `refundsAmong`, `bookingsAmong`). `owes`: it stands in the due index.
 */
export type FoundOrder = { order: Order; items: readonly Item[]; owes: boolean }

/** Reads an order with all its parts; undefined when there is none. One call for every hundred parts. */
export const findOrder = async (table: Table, orderId: string): Promise<FoundOrder | undefined> => {
  const items = await queryAll(table, paymentLists.orderParts(orderId))
  const found = items.find(({ sk }) => sk === paymentKeys.order('').sk)
  return found && { order: orderOf(found), items, owes: found.dueAt !== undefined }
}

/**
 * The same for the account whose order it must be; undefined for somebody else's, and for anybody's where the account is one that we have
 * never seen. `id` as typed.
 */
export const findOrderOf = async (
  table: Table,
  accountId: string | undefined,
  id: string,
): Promise<FoundOrder | undefined> => {
  if (accountId === undefined || !isId(id)) return undefined
  const found = await findOrder(table, id)
  return found?.order.accountId === accountId ? found : undefined
}
