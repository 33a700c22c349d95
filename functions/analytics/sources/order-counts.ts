import type { Order } from '../../payment/orders/order.ts'
import type { Tally } from '../counts/counts.ts'
import type { OrderStage } from './order-stages.ts'

/** Where an order says nothing of it. */
const NONE = 'none'

/** How an order ended; undefined while it is open or its check runs. */
export const outcomeOf = ({ status, verdict, ending }: Order): string | undefined => {
  if (verdict !== undefined) return verdict === 'verified' ? 'match' : verdict
  if (status === 'settled') return 'delivered'
  if (status === 'refunded') return 'returned'
  if (status !== 'closed') return undefined
  if (ending === 'expired' || ending === undefined) return 'expired'
  return ending === 'cancelled_by_user' ? 'cancelled' : 'stopped'
}

/** Whether an order came so far: it was opened, a way of paying was chosen, it was bought, its verdict is known. */
export const hasReached = (
  stage: OrderStage,
  { attempts, transactionId, verdict }: Pick<Order, 'attempts' | 'transactionId' | 'verdict'>,
): boolean => {
  if (stage === 'begun') return attempts > 0
  if (stage === 'paid') return transactionId !== undefined
  return stage === 'opened' || verdict !== undefined
}

/** An order as it stands, on the day it was opened. */
export const countOrder = (tally: Tally, order: Order): void => {
  const { kind, offer = NONE, method = NONE, channel, paidAt, decidedAt } = order
  const of = [kind, offer, method] as const
  tally.add('orders_opened', of)
  if (hasReached('begun', order)) tally.add('orders_begun', of)
  for (const way of order.chosen ?? []) tally.add('ways_chosen', [way])
  if (hasReached('paid', order)) tally.add('orders_paid', [...of, channel ?? NONE])
  const outcome = outcomeOf(order)
  if (outcome !== undefined) tally.add('orders_ended', [...of, outcome])
  if (decidedAt !== undefined && paidAt !== undefined) tally.took('result_ms', [offer], decidedAt - paidAt)
}
