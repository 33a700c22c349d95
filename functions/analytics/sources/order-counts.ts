import type { Order } from '../../payment/orders/order.ts'
import type { Tally } from '../counts/counts.ts'

/** Where an order says nothing of it. */
const NONE = 'none'

/** How an order ended; undefined while it is open or its check runs. */
const outcomeOf = ({ status, verdict, ending }: Order): string | undefined => {
  if (verdict !== undefined) return verdict === 'verified' ? 'match' : verdict
  if (status === 'settled') return 'delivered'
  if (status === 'refunded') return 'returned'
  if (status !== 'closed') return undefined
  if (ending === 'expired' || ending === undefined) return 'expired'
  return ending === 'cancelled_by_user' ? 'cancelled' : 'stopped'
}

/** An order as it stands, on the day it was opened. */
export const countOrder = (tally: Tally, order: Order): void => {
  const { kind, offer = NONE, method = NONE, channel, transactionId, paidAt, decidedAt } = order
  const of = [kind, offer, method] as const
  tally.add('orders_opened', of)
  if (order.attempts > 0) tally.add('orders_begun', of)
  for (const way of order.chosen ?? []) tally.add('ways_chosen', [way])
  if (transactionId !== undefined) tally.add('orders_paid', [...of, channel ?? NONE])
  const outcome = outcomeOf(order)
  if (outcome !== undefined) tally.add('orders_ended', [...of, outcome])
  if (decidedAt !== undefined && paidAt !== undefined) tally.took('result_ms', [offer], decidedAt - paidAt)
}
