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

/** Who opens an order, by which key, and what its seller asks first of a request that is not a replay. */
export type Opening = {
  accountId: string
  idempotencyKey: string
  mayOpen?: () => Promise<Outcome<unknown>>
}

/** The same key again: the same request answers what became of it, whatever has changed since; another request is refused. */
const answerReplay = (found: Item, requestHash: string): Outcome<Order> => {
  const known = orderOf(found)
  return known.requestHash === requestHash ? ok(known) : refused('idempotency_key_reused')
}

/**
 * Opens an order for something that can be paid at once, or answers the one this key opened before; `idempotency_key_reused`
 * when that was for something else. Accounts that are banned, or do not exist, are refused as `banned`. Two calls, and those
 * of `mayOpen`; a replay costs one.
 */
export const openOrder = async (
  deps: OpenDeps,
  good: Pick<Good, 'price'>,
  { accountId, idempotencyKey, mayOpen }: Opening,
  wanted: Wanted,
): Promise<Outcome<Order>> => {
  const opening = { id: orderIdFor(accountId, idempotencyKey), accountId, requestHash: requestHashOf(wanted) }
  const known = await deps.table.get(paymentKeys.order(opening.id))
  if (known) return answerReplay(known, opening.requestHash)
  const allowed = await mayOpen?.()
  if (allowed && !allowed.ok) return allowed
  const order = newOrder(opening, good, wanted, deps.settings, deps.clock.now())
  const committed = await deps.table.commit([notBanned(accountId), orderOpened(order)])
  if (committed.kind === 'committed') return ok(order)
  const existing = committed.conflicts.find(({ because }) => because === 'order_exists')?.item
  return existing ? answerReplay(existing, opening.requestHash) : refused('banned')
}
