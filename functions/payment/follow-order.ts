import { MINUTE } from '../../shared/kernel/time.ts'
import { type ChannelDeps, closeOrder, orderWithPayments } from './close.ts'
import { askAgainAt, type Order } from './order.ts'
import { orderAskedAgain } from './order-store.ts'
import { paid } from './paid.ts'
import type { PaymentAttempt } from './payment-store.ts'

/** Asks the channel about every open attempt; a payment it knows of is a payment, notification or not. */
const foundPaid = async (deps: ChannelDeps, payments: readonly PaymentAttempt[]): Promise<boolean> => {
  const provider = await deps.provider()
  for (const attempt of payments) {
    if (attempt.status !== 'open') continue
    const asked = await provider.query(attempt.request.outTradeNo)
    if (asked.kind !== 'paid') continue
    await paid(deps, asked.fact)
    return true
  }
  return false
}

const wait = async (deps: ChannelDeps, order: Order, payments: readonly PaymentAttempt[]): Promise<string> => {
  const now = deps.clock.now()
  const openedAt = payments.at(-1)?.openedAt ?? order.createdAt
  await deps.table.commit([orderAskedAgain(order, askAgainAt(order, openedAt, now))])
  return 'waiting'
}

/**
 * Follows an order that is not paid yet: asks the channel, because notifications may never come, and ends the order when
 * its time is over. Answers in a word what happened. P16.
 */
export const followOrder = async (deps: ChannelDeps, orderId: string): Promise<string> => {
  const found = await orderWithPayments(deps.table, orderId)
  if (found?.order.status !== 'created') return 'nothing_owed'
  const { order, payments } = found
  if (await foundPaid(deps, payments)) return 'paid'
  if (deps.clock.now() < order.expiresAt) return wait(deps, order, payments)
  const ended = await closeOrder(deps, order, payments, { to: 'expired' })
  if (ended !== 'unavailable') return ended
  await deps.table.commit([orderAskedAgain(order, deps.clock.now() + MINUTE)])
  return 'channel_unavailable'
}
