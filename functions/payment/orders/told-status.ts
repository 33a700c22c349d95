import type { Refund } from '../refunds/refund.ts'
import { type Order, type OrderStatus, orderStatuses } from './order.ts'

/** Whether a refund of ours is over: paid out, or given by the channel. */
const isOver = ({ status }: Pick<Refund, 'status'>): boolean => status === 'succeeded' || status === 'superseded'

/** What answers may call the state of an order: `refunding` until everything that goes back is back. */
export const orderStatusesTold = [...orderStatuses, 'refunding'] as const
export type OrderStatusTold = (typeof orderStatusesTold)[number]

/** The state of an order as it is told. Kept, `refunded` says that all of it goes back; told, that all of it is back. */
export const orderStatusTold = (
  { status }: Pick<Order, 'status'>,
  refunds: readonly Pick<Refund, 'status'>[],
): OrderStatusTold => {
  const told: Record<OrderStatus, OrderStatusTold> = {
    created: 'created',
    paid: 'paid',
    settled: 'settled',
    refunded: refunds.every(isOver) ? 'refunded' : 'refunding',
    closed: 'closed',
  }
  return told[status]
}
