import { queryAll } from '../../../shared/table/query-all.ts'
import { readMany } from '../../../shared/table/read-many.ts'
import type { Table } from '../../../shared/table/table.ts'
import { paymentKeys, paymentLists } from '../../payment/keys.ts'
import { type Booked, bookingsAmong } from '../../payment/ledger/ledger-store.ts'
import { paymentsIn } from '../../payment/ledger/position.ts'
import { moneyBackAmong, ordersWithMoneyBack } from '../../payment/money-back/money-back-store.ts'
import { findOrder } from '../../payment/orders/find-order.ts'
import { notedId, orderOf } from '../../payment/orders/order-store.ts'
import { refundsAmong } from '../../payment/refunds/refund-store.ts'
import type { Paid, ToldOrder } from './money-lines.ts'

type Deps = { table: Pick<Table, 'query' | 'getMany' | 'get'> & Table }

const paidIn = (booked: readonly Booked[]): Paid[] =>
  paymentsIn(booked).map((paid) => ({
    ...paid,
    at: booked.find(({ id }) => id === `pay:${paid.outTradeNo}`)?.at ?? 0,
  }))

/** An order of which money went back or has to, with all of its parts. */
const readWithMoney = async ({ table }: Deps, id: string): Promise<ToldOrder | undefined> => {
  const found = await findOrder(table, id)
  if (!found) return undefined
  const { order, items } = found
  return { order, paid: paidIn(bookingsAmong(items)), refunds: refundsAmong(items), back: moneyBackAmong(items) }
}

/**
 * All orders of an account, each with as much of its money as there is to tell. Two calls for each hundred orders, and one for each of which money
 * went back or has to.
 */
export const readOrders = async (deps: Deps, accountId: string): Promise<ToldOrder[]> => {
  const [notes, [moneyBack]] = await Promise.all([
    queryAll(deps.table, paymentLists.orders(accountId)),
    deps.table.getMany([paymentKeys.moneyBack(accountId)]),
  ])
  const withMoney = new Set(ordersWithMoneyBack(moneyBack, Number.POSITIVE_INFINITY))
  const plain = notes.map(notedId).filter((id) => !withMoney.has(id))
  const [orders, whole] = await Promise.all([
    readMany(deps.table, plain.map(paymentKeys.order)),
    Promise.all([...withMoney].map((id) => readWithMoney(deps, id))),
  ])
  return [...orders.map((item) => ({ order: orderOf(item) })), ...whole.flatMap((one) => one ?? [])]
}
