import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import { mayNotBuy } from '../../account/bans/ban-store.ts'
import { closedAnnounced } from '../announced-store.ts'
import type { Ending } from '../good.ts'
import { attemptClosed, attemptLeft, attemptsAmong, type PaymentAttempt } from '../paying/attempt-store.ts'
import { channelOf, existsOnlyOnceScanned } from '../paying/methods.ts'
import type { PaymentChannel, PaymentProvider } from '../paying/provider.ts'
import { recordByQuery } from '../paying/record-by-query.ts'
import type { RecordDeps } from '../paying/record-payment.ts'
import { findOrder } from './find-order.ts'
import { endsAt, type Order, type OrderEnded } from './order.ts'
import { orderClosed } from './order-store.ts'

export type ChannelDeps = RecordDeps & { provider: (channel: PaymentChannel) => Promise<PaymentProvider> }

/** How closing one attempt at the channel ended. `unscanned`: the channel does not know it yet, and may when it is scanned. */
type AtChannel = 'closed' | 'paid' | 'unscanned' | 'unavailable'

/** After a payment's time is over at the channel, this long until a trade it never heard of can be taken for dead. */
const SCAN_MARGIN: Millis = 2 * MINUTE

/** When nobody can begin to pay an attempt of this order any more, scanned or not. Epoch ms. */
export const unpayableAt = (order: Pick<Order, 'expiresAt'>): Millis => endsAt(order) + SCAN_MARGIN

/**
 * Closes an attempt at the channel before anything is said to be closed here. "Already paid" there, or a payment found by
 * asking, is a payment. Where a trade exists only once its code was scanned (Alipay), not knowing it proves nothing before
 * its time is over.
 */
const closeAtChannel = async (deps: ChannelDeps, attempt: PaymentAttempt): Promise<AtChannel> => {
  const { method, outTradeNo, expiresAt } = attempt.request
  const provider = await deps.provider(channelOf(method))
  const closed = await provider.close(outTradeNo)
  if (closed.kind === 'closed') return 'closed'
  const asked = await provider.query(outTradeNo)
  if (asked.kind === 'paid') {
    await recordByQuery(deps, asked.fact)
    return 'paid'
  }
  if (asked.kind === 'closed') return 'closed'
  if (asked.kind !== 'absent') return 'unavailable'
  return !existsOnlyOnceScanned(method) || deps.clock.now() >= expiresAt + SCAN_MARGIN ? 'closed' : 'unscanned'
}

/** Attempts somebody may still pay. */
export const payable = (payments: readonly PaymentAttempt[]): PaymentAttempt[] =>
  payments.filter((attempt) => attempt.status !== 'closed')

/** How giving attempts up went. `changed`: somebody else did something with them meanwhile. `writes`: what is still to be written. */
type GivenUp =
  | { kind: 'given_up'; writes: readonly Write[]; isUnscanned: boolean }
  | { kind: 'paid' | 'unavailable' | 'changed' }

/**
 * Gives attempts up: here first, and then at the channel. Whatever happens in between, no payer is shown a code once more that may
 * be closed; what may still be paid is followed until its time is over.
 */
export const giveUpAttempts = async (deps: ChannelDeps, attempts: readonly PaymentAttempt[]): Promise<GivenUp> => {
  const left = await deps.table.commit(attempts.filter(({ status }) => status === 'open').map(attemptLeft))
  if (left.kind === 'conflict') return { kind: 'changed' }
  const writes: Write[] = []
  for (const attempt of attempts) {
    const closed = await closeAtChannel(deps, attempt)
    if (closed === 'paid' || closed === 'unavailable') return { kind: closed }
    if (closed === 'closed') writes.push(attemptClosed(attempt))
  }
  return { kind: 'given_up', writes, isUnscanned: writes.length < attempts.length }
}

/** Ends an open order: every attempt at the channel first, then order and what was wanted in one commit. */
export const closeOrder = async (
  deps: ChannelDeps,
  order: Order,
  payments: readonly PaymentAttempt[],
  ending: Ending,
): Promise<OrderEnded> => {
  const givenUp = await giveUpAttempts(deps, payable(payments))
  if (givenUp.kind !== 'given_up') return givenUp.kind
  const now = deps.clock.now()
  const committed = await deps.table.commit([
    orderClosed(order, ending, givenUp.isUnscanned ? unpayableAt(order) : undefined),
    ...givenUp.writes,
    // A ban that was lifted meanwhile ends nothing.
    ...(ending === 'account_banned' ? [mayNotBuy(order.accountId)] : []),
    closedAnnounced(order, ending, now),
    ...deps.goods[order.kind].ended(order, ending, now),
  ])
  return committed.kind === 'committed' ? 'closed' : 'changed'
}

/** Ends an order by its id, for whoever has not read it. */
export const closeOrderById = async (deps: ChannelDeps, orderId: string, ending: Ending): Promise<OrderEnded> => {
  const found = await findOrder(deps.table, orderId)
  if (found?.order.status !== 'created') return 'changed'
  return closeOrder(deps, found.order, attemptsAmong(found.items), ending)
}
