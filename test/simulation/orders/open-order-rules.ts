import { paymentKeys } from '../../../functions/payment/keys.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import { count, itemAt, type World } from '../world/world.ts'

const isPurchase = ({ sk, kind }: Item): boolean => sk === 'ORDER' && kind !== 'verification'

/** Purchases of an account that can be paid now. */
const openPurchases = (world: World, accountId: unknown): Item[] =>
  [...world.items.values()].filter(
    (item) =>
      isPurchase(item) &&
      item.accountId === accountId &&
      item.status === 'created' &&
      Number(item.expiresAt) > world.time.now,
  )

const isSame = (one: Item, other: Item): boolean =>
  one.kind === other.kind && one.points === other.points && one.amountFen === other.amountFen

/** A third of what the newer one has is time enough. */
const isTimely = (world: World, one: Item, newer: Item): boolean =>
  3 * (Number(one.expiresAt) - world.time.now) >= Number(newer.expiresAt) - world.time.now

/** What is given again can still be paid. */
const givenAgainFaults = (world: World, alias: Item | undefined): string[] => {
  count(world, 'open order given again')
  const order = itemAt(world, paymentKeys.order(String(alias?.orderId)))
  return order?.status === 'created' ? [] : [`an order that is ${order?.status} was given again`]
}

const crowdFaults = (world: World, fresh: Item): string[] => {
  if (!isPurchase(fresh)) return []
  const open = openPurchases(world, fresh.accountId)
  const twins = open.filter((one) => one.id !== fresh.id && isSame(one, fresh) && isTimely(world, one, fresh))
  return [
    ...(open.length > world.settings.orders.mostOpen ? [`an account has ${open.length} open purchases`] : []),
    ...(twins.length > 0 ? ['an account has two open orders for the same goods'] : []),
  ]
}

/** Whoever opened an order finds it in their list from the same moment on. */
const unlisted = (world: World, { id, accountId, createdAt }: Item): string[] =>
  itemAt(world, paymentKeys.noted(String(accountId), Number(createdAt), String(id)))
    ? []
    : ['an order was opened that its account does not find']

/** Nobody keeps more orders open than allowed, nor two for the same goods while the first of them would do; each is listed. */
export const openOrderFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap(({ kind, before, after }) => {
    if (kind === 'ALIAS') return givenAgainFaults(world, after)
    if (kind === 'ORDER' && !before && after) return [...unlisted(world, after), ...crowdFaults(world, after)]
    return []
  })

type Answered = { id: string; requestHash: string; order?: { id: string } }

/** The order in the answer to a wish; undefined where there is none. */
export const answeredOrder = (answer: unknown): { id: string } | undefined => {
  const { value } = (answer ?? {}) as { value?: Answered }
  return value?.order ?? value
}

/** The same key is answered with the same order for good; who has too many open ones is told until when. */
export const answeredFaults = (world: World, wish: string, answer: unknown): string[] => {
  const { refusal } = (answer ?? {}) as { refusal?: { code: string; retryAt?: number } }
  if (refusal?.code === 'too_many_open_orders') count(world, 'too many open orders')
  const order = answeredOrder(answer)
  if (!order) return []
  const earlier = world.answered.get(wish)
  world.answered.set(wish, order.id)
  return earlier === undefined || earlier === order.id ? [] : ['a replay was answered with another order']
}
