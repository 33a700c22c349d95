import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import type { Good, Wanted } from '../good.ts'
import { paymentKeys } from '../keys.ts'
import { isAsGood, type OpenOrders } from './listed-orders.ts'
import { notAliased, openOrdersListed, openOrdersOf, orderGivenAgain, orderIdIn } from './listed-orders-store.ts'
import { isPayable, newOrder, type Order, type OrderSettings } from './order.ts'
import { keyReused, orderIdFor, requestHashOf } from './order-opening.ts'
import { orderOf, orderOpened } from './order-store.ts'

export type OpenDeps = {
  table: Table
  clock: Clock
  /** `mostOpen`: purchases an account may have open at once. */
  settings: OrderSettings & { orders: { mostOpen: number } }
}

/** Who opens an order, by which key, and what its seller asks first of a request that is not a replay. */
export type Opening = {
  accountId: string
  idempotencyKey: string
  mayOpen?: () => Promise<Outcome<unknown>>
}

/** What there is already: the order that the key was answered with, or the open ones of the account. */
const read = async ({ table }: OpenDeps, accountId: string, id: string): Promise<Order | OpenOrders> => {
  const keys = [paymentKeys.order(id), paymentKeys.alias(id), paymentKeys.openOrders(accountId)]
  const [order, alias, open] = await table.getMany(keys)
  const givenId = orderIdIn(alias)
  const given = order ?? (givenId && (await table.get(paymentKeys.order(givenId))))
  return given ? orderOf(given) : openOrdersOf(open)
}

type Plan = { order: Order; writes: readonly Write[] }

/** An order to give once more, or a fresh one beside those that are still open; which are is looked up only where it matters. */
const plan = async (
  { table, settings }: OpenDeps,
  fresh: Order,
  listed: OpenOrders,
  now: Millis,
): Promise<Plan | { refusal: Refusal }> => {
  const { mostOpen } = settings.orders
  let open = listed.orders.filter(({ expiresAt }) => now < expiresAt)
  if (open.length >= mostOpen || open.some((one) => isAsGood(one, fresh, now))) {
    const found = await table.getMany(open.map(({ id }) => paymentKeys.order(id)))
    const orders = found.flatMap((item) => (item ? orderOf(item) : [])).filter((order) => isPayable(order, now))
    const same = orders.find((order) => isAsGood(order, fresh, now))
    if (same) return { order: same, writes: orderGivenAgain(fresh.id, same) }
    open = open.filter(({ id }) => orders.some((order) => order.id === id))
  }
  if (open.length < mostOpen)
    return {
      order: fresh,
      writes: [...orderOpened(fresh), notAliased(fresh.id), openOrdersListed(fresh, listed, open)],
    }
  const [first] = open.toSorted((one, other) => one.expiresAt - other.expiresAt)
  return {
    refusal: {
      code: 'too_many_open_orders',
      retryAt: first?.expiresAt,
      ...(first && { extra: { orderId: first.id } }),
    },
  }
}

/** More often than anybody clicks at once. */
const TRIES = 8

/**
 * Opens an order for something that can be paid at once. The same key again answers the order it was answered with before, whatever
 * became of it (`idempotency_key_reused` for another request); another key for the same goods answers the one that is open, if
 * there is time enough to pay it. Accounts that are banned, or do not exist, are refused as `banned`; more open orders than are
 * allowed as `too_many_open_orders`, until the first of them ends. Two calls, and those of `mayOpen`; one more for an order that is
 * given again; a replay costs one or two.
 */
export const openOrder = async (
  deps: OpenDeps,
  good: Pick<Good, 'price'>,
  { accountId, idempotencyKey, mayOpen }: Opening,
  wanted: Wanted,
): Promise<Outcome<Order>> => {
  const opening = { id: orderIdFor(accountId, idempotencyKey), accountId, requestHash: requestHashOf(wanted) }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await read(deps, accountId, opening.id)
    if ('id' in found) return found.requestHash === opening.requestHash ? ok(found) : keyReused
    const allowed = await mayOpen?.()
    if (allowed && !allowed.ok) return allowed
    const now = deps.clock.now()
    const planned = await plan(deps, newOrder(opening, good, wanted, deps.settings, now), found, now)
    // Nobody is told to pay what they have open who may not.
    if ('refusal' in planned)
      return isBanned(await deps.table.get(accountKeys.profile(accountId)))
        ? refused('banned')
        : { ok: false, refusal: planned.refusal }
    const committed = await deps.table.commit([notBanned(accountId), ...planned.writes])
    if (committed.kind === 'committed') return ok(planned.order)
    const why = committed.conflicts.map(({ because }) => because)
    if (why.every((because) => because === 'banned')) return refused('banned')
  }
  throw new Contended('an account kept opening orders')
}
