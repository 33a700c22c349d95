import { isId } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Table } from '../../shared/table/table.ts'
import { paymentKeys } from '../payment/keys.ts'
import { type Booked, bookingsAmong } from '../payment/ledger/ledger-store.ts'
import { itemsOf } from '../payment/orders/find-order.ts'
import type { Order } from '../payment/orders/order.ts'
import { orderOf } from '../payment/orders/order-store.ts'
import { type PaymentAttempt, paymentsAmong } from '../payment/paying/payment-store.ts'
import type { Refund } from '../payment/refunds/refund.ts'
import { refundsAmong } from '../payment/refunds/refund-store.ts'

export type WholeOrder = { order: Order; payments: PaymentAttempt[]; refunds: Refund[]; ledger: Booked[] }

/** Everything that is known of one order, whoever's it is: its payment attempts, refunds and ledger transactions. */
export const readWholeOrder = async (deps: { table: Table }, id: string): Promise<Outcome<WholeOrder>> => {
  if (!isId(id)) return refused('not_found')
  const items = await itemsOf(deps.table, id)
  const found = items.find((item) => item.sk === paymentKeys.order('').sk)
  if (!found) return refused('not_found')
  return ok({
    order: orderOf(found),
    payments: paymentsAmong(items),
    refunds: refundsAmong(items),
    ledger: bookingsAmong(items).sort((one, other) => one.at - other.at),
  })
}
