import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { attemptsAmong, type PaymentAttempt } from '../paying/attempt-store.ts'
import { channelOf } from '../paying/methods.ts'
import { recordPayment } from '../paying/record-payment.ts'
import { type ChannelDeps, closeOrder, payable, unpayableAt } from './close.ts'
import { findOrder } from './find-order.ts'
import { askAgainAt, endsAt, type Order } from './order.ts'
import { orderAskedAgain, orderWatched } from './order-store.ts'

/** Asks the channels about every attempt somebody may still pay; a payment they know of is a payment, notification or not. */
const askChannels = async (
  deps: ChannelDeps,
  payments: readonly PaymentAttempt[],
): Promise<'paid' | 'unpaid' | 'unknown'> => {
  let answer: 'unpaid' | 'unknown' = 'unpaid'
  for (const attempt of payable(payments)) {
    const provider = await deps.provider(channelOf(attempt.request.method))
    const found = await provider.query(attempt.request.outTradeNo)
    if (found.kind === 'unavailable') answer = 'unknown'
    if (found.kind !== 'paid') continue
    await recordPayment(deps, found.fact)
    return 'paid'
  }
  return answer
}

const waitUntil = async (deps: ChannelDeps, order: Order, at: Millis, why: string): Promise<string> => {
  await deps.table.commit([orderAskedAgain(order, at)])
  return why
}

/** A closed order whose code somebody may still scan: asked once more when that is over. */
const askAfterClosing = async (
  deps: ChannelDeps,
  order: Order,
  payments: readonly PaymentAttempt[],
): Promise<string> => {
  const answer = await askChannels(deps, payments)
  if (answer === 'paid') return 'paid'
  const now = deps.clock.now()
  const isOver = answer === 'unpaid' && now >= unpayableAt(order)
  await deps.table.commit([orderWatched(order, isOver ? undefined : Math.max(unpayableAt(order), now + MINUTE))])
  return isOver ? 'watched' : 'waiting'
}

/**
 * Follows an order that is not paid yet: asks the channel, because notifications may never come, and ends the order when
 * its time is over. Answers in a word what happened.
 */
export const followOrder = async (deps: ChannelDeps, orderId: string): Promise<string> => {
  const found = await findOrder(deps.table, orderId)
  if (!found) return 'nothing_owed'
  const { order, items, owes } = found
  const payments = attemptsAmong(items)
  if (order.status === 'closed' && owes) return askAfterClosing(deps, order, payments)
  if (order.status !== 'created') return 'nothing_owed'
  if ((await askChannels(deps, payments)) === 'paid') return 'paid'
  const now = deps.clock.now()
  const openedAt = payments.at(-1)?.openedAt ?? order.createdAt
  if (now < endsAt(order)) return waitUntil(deps, order, askAgainAt(order, openedAt, now), 'waiting')
  const ended = await closeOrder(deps, order, payments, 'expired')
  return ended === 'unavailable' ? waitUntil(deps, order, now + MINUTE, 'channel_unavailable') : ended
}
