import * as z from 'zod/mini'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { equalsOrAbsent, type Guard, guard, type Item, isNew, type Put, put } from '../../../shared/table/write.ts'
import { paymentKeys } from '../keys.ts'
import type { OpenOrder, OpenOrders } from './listed-orders.ts'
import { type Order, orderTransitions } from './order.ts'

const stored = z.object({
  version: z.string(),
  orders: z.array(z.object({ id: z.string(), requestHash: z.string(), amountFen: z.int(), expiresAt: z.number() })),
})

/** The open purchases in an account's item; none where there is no item. */
export const openOrdersOf = (item: Item | undefined): OpenOrders => (item ? z.parse(stored, item) : { orders: [] })

/** Nobody repeats a request after that. */
const REPEATED: Millis = 30 * DAY

/** `fresh` joins those of the list that are still `open`. Conflict: another order joined since the list was read. */
export const openOrdersListed = (fresh: Order, before: OpenOrders, open: readonly OpenOrder[]): Put => {
  const { id, requestHash, amountFen, expiresAt } = fresh
  const orders = [...open.map((one) => ({ ...one })), { id, requestHash, amountFen, expiresAt }]
  const last = Math.max(...orders.map((one) => one.expiresAt))
  return put(
    paymentKeys.openOrders(fresh.accountId),
    { version: id, orders, ttl: ttlAt(last) },
    equalsOrAbsent('version', before.version),
    'open_orders_moved',
  )
}

/** The key that would have opened an order of that id is answered with this one from now on, as long as it was still open. */
export const orderGivenAgain = (id: string, order: Order): [Put, Guard, Guard] => [
  put(paymentKeys.alias(id), { orderId: order.id, ttl: ttlAt(order.expiresAt + REPEATED) }, isNew, 'alias_exists'),
  guard(paymentKeys.order(id), isNew, 'order_exists'),
  guard(paymentKeys.order(order.id), stateAllows(orderTransitions, 'attempted'), 'order_not_payable'),
]

/** The key was not answered with the order of another one. */
export const notAliased = (id: string): Guard => guard(paymentKeys.alias(id), isNew, 'alias_exists')

/** The order that a key was answered with. */
export const orderIdIn = (alias: Item | undefined): string | undefined =>
  typeof alias?.orderId === 'string' ? alias.orderId : undefined
