import type { Millis } from '../../shared/kernel/time.ts'
import { announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { PaymentAnnouncement } from './events.ts'
import type { Ending } from './good.ts'
import type { Order } from './orders/order.ts'
import { outRefundNo, type Refund } from './refunds/refund.ts'

/** M2 what happened to an order or its money is told to the platform, by the commit in which it happens; one event of an order in one commit. */
const ofOrder = ({ id, accountId }: Pick<Order, 'id' | 'accountId'>, event: PaymentAnnouncement, now: Millis): Update =>
  announced({ kind: 'order', id }, [{ ...event, accountId }], now)

const dataOf = ({ id: orderId, kind, amountFen }: Order) => ({ orderId, kind, amountFen })

/** The asked amount came. */
export const paidAnnounced = (order: Order, now: Millis): Update =>
  ofOrder(order, { type: 'order.paid', data: dataOf(order) }, now)

/** It ended, and bought nothing. */
export const closedAnnounced = (order: Order, because: Ending, now: Millis): Update =>
  ofOrder(order, { type: 'order.closed', data: { ...dataOf(order), because } }, now)

type OfRefund = 'refund.submitted' | 'refund.succeeded' | 'refund.reopened' | 'refund.needs_attention'

/** How a refund stands by now. */
export const refundAnnounced = (refund: Refund, type: OfRefund, now: Millis): Update => {
  const { orderId, accountId, refundFen, cause } = refund
  const data = { orderId, outRefundNo: outRefundNo(refund), refundFen, cause }
  return ofOrder({ id: orderId, accountId }, { type, data }, now)
}

/** The channel gave money back by itself. */
export const forcedAnnounced = (
  { id, accountId }: Order,
  of: { refundFen: number; takenBack: boolean },
  now: Millis,
): Update => ofOrder({ id, accountId }, { type: 'refund.forced', data: { orderId: id, ...of } }, now)
