import { keys, lists } from '../../shared/table/keys.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Item } from '../../shared/table/write.ts'
import { attemptClosed } from '../verification/attempts-store.ts'
import type { Reason } from '../verification/verification.ts'
import { verificationEnded } from '../verification/verification-store.ts'
import type { Order } from './order.ts'
import { orderClosed, orderOf } from './order-store.ts'
import { type PaidDeps, paid } from './paid.ts'
import { type PaymentAttempt, paymentClosed, paymentsAmong } from './payment-store.ts'
import type { PaymentProvider } from './providers/provider.ts'

export type ChannelDeps = PaidDeps & { provider: () => Promise<PaymentProvider> }

/** An order with its payment attempts, read in one call. */
export const orderWithPayments = async (
  table: Table,
  orderId: string,
): Promise<{ order: Order; payments: PaymentAttempt[]; items: Item[] } | undefined> => {
  const { items } = await table.query({ ...lists.orderParts(orderId), limit: 100 })
  const found = items.find((item) => item.sk === keys.order('').sk)
  return found && { order: orderOf(found), payments: paymentsAmong(items), items }
}

/** How closing one attempt at the channel ended. */
export type AttemptClosed = 'closed' | 'paid' | 'unavailable'

/**
 * Closes an attempt at the channel before anything is said to be closed here. "Already paid" there, or a payment found by
 * asking, is a payment. An attempt the channel never heard of cannot be paid: nothing was ever shown to the payer.
 */
export const closeAttempt = async (deps: ChannelDeps, attempt: PaymentAttempt): Promise<AttemptClosed> => {
  const provider = await deps.provider()
  const closed = await provider.close(attempt.request.outTradeNo)
  if (closed.kind === 'closed') return 'closed'
  const asked = await provider.query(attempt.request.outTradeNo)
  if (asked.kind === 'paid') {
    await paid(deps, asked.fact)
    return 'paid'
  }
  return asked.kind === 'closed' || asked.kind === 'absent' ? 'closed' : 'unavailable'
}

export type Ending = { to: 'cancelled' | 'expired'; reason?: Reason }

/** `changed`: it was paid or ended in the meantime. */
export type OrderEnded = 'closed' | 'paid' | 'unavailable' | 'changed'

/** Ends an open order: every attempt at the channel first, then order and verification in one commit. P16. */
export const closeOrder = async (
  deps: ChannelDeps,
  order: Order,
  payments: readonly PaymentAttempt[],
  ending: Ending,
): Promise<OrderEnded> => {
  const open = payments.filter((attempt) => attempt.status === 'open')
  for (const attempt of open) {
    const closed = await closeAttempt(deps, attempt)
    if (closed !== 'closed') return closed
  }
  const of = { accountId: order.accountId, id: order.verificationId ?? '' }
  const committed = await deps.table.commit([
    orderClosed(order),
    ...open.map(paymentClosed),
    ...(order.verificationId
      ? [verificationEnded(of, ending.to, deps.clock.now(), ending.reason), attemptClosed(of.accountId, of.id)]
      : []),
  ])
  return committed.kind === 'committed' ? 'closed' : 'changed'
}

/** Ends an order by its id, for whoever has not read it. */
export const closeOrderById = async (deps: ChannelDeps, orderId: string, ending: Ending): Promise<OrderEnded> => {
  const found = await orderWithPayments(deps.table, orderId)
  return found?.order.status === 'created' ? closeOrder(deps, found.order, found.payments, ending) : 'changed'
}
