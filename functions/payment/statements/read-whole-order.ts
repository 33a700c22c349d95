import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { keys, lists } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { type Booked, bookedIn } from '../ledger/ledger-store.ts'
import type { Order } from '../orders/order.ts'
import { orderOf } from '../orders/order-store.ts'
import { type PaymentAttempt, paymentsAmong } from '../paying/payment-store.ts'
import type { Refund } from '../refunds/refund.ts'
import { refundsAmong } from '../refunds/refund-store.ts'

export type WholeOrder = { order: Order; payments: PaymentAttempt[]; refunds: Refund[]; ledger: Booked[] }

const PAGE = 100

const partsOf = async (table: Table, orderId: string): Promise<Item[]> => {
  const items: Item[] = []
  let after: string | undefined
  do {
    const page = await table.query({ ...lists.orderParts(orderId), limit: PAGE, after })
    items.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return items
}

const LEDGER = keys.ledger('', '').sk

/** Everything that is known of one order, whoever's it is: its payment attempts, refunds and ledger transactions. */
export const readWholeOrder = async (deps: { table: Table }, id: string): Promise<Outcome<WholeOrder>> => {
  if (!isId(id)) return refused('not_found')
  const items = await partsOf(deps.table, id)
  const found = items.find((item) => item.sk === keys.order('').sk)
  if (!found) return refused('not_found')
  const ledger = items.filter((item) => item.sk.startsWith(LEDGER)).map(bookedIn)
  return ok({
    order: orderOf(found),
    payments: paymentsAmong(items),
    refunds: refundsAmong(items),
    ledger: ledger.sort((one, other) => one.at - other.at),
  })
}
