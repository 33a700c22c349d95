import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import type { Good, Wanted } from '../good.ts'
import { paymentKeys } from '../keys.ts'
import { newOrder, type Order, type OrderSettings } from './order.ts'
import { orderIdFor, requestHashOf } from './order-opening.ts'
import { orderOf, orderOpened } from './order-store.ts'

export type OpenDeps = { table: Table; clock: Clock; settings: OrderSettings }

/** Who opens an order, and the key that means the same order however often it is sent. */
type Buyer = { accountId: string; idempotencyKey: string }

const answerKnown = (existing: Item, requestHash: string): Outcome<Order> => {
  const known = orderOf(existing)
  return known.requestHash === requestHash ? ok(known) : refused('idempotency_key_reused')
}

/**
 * The order this key opened before, for whoever may open none now: a repeat answers what was. Undefined when it opened none;
 * `idempotency_key_reused` when it was for something else. One read.
 */
export const answerRepeat = async (
  deps: Pick<OpenDeps, 'table'>,
  { accountId, idempotencyKey }: Buyer,
  wanted: Wanted,
): Promise<Outcome<Order> | undefined> => {
  const existing = await deps.table.get(paymentKeys.order(orderIdFor(accountId, idempotencyKey)))
  return existing && answerKnown(existing, requestHashOf(wanted))
}

/**
 * Opens an order for something that can be paid at once, or answers the one this key opened before; `idempotency_key_reused`
 * when that was for something else. Accounts that are banned, or do not exist, are refused as `banned`. One call.
 */
export const openOrder = async (
  deps: OpenDeps,
  good: Pick<Good, 'price'>,
  { accountId, idempotencyKey }: Buyer,
  wanted: Wanted,
): Promise<Outcome<Order>> => {
  const opening = { id: orderIdFor(accountId, idempotencyKey), accountId, requestHash: requestHashOf(wanted) }
  const order = newOrder(opening, good, wanted, deps.settings, deps.clock.now())
  const committed = await deps.table.commit([notBanned(accountId), orderOpened(order)])
  if (committed.kind === 'committed') return ok(order)
  const existing = committed.conflicts.find(({ because }) => because === 'order_exists')?.item
  return existing ? answerKnown(existing, order.requestHash) : refused('banned')
}
