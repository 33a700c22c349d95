import * as z from 'zod/mini'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { goodKinds } from '../good.ts'
import { type Refund, refundStatuses } from '../refunds/refund.ts'
import { type Order, orderStatuses } from './order.ts'

/** An order just opened: what to pay and until when. */
export const openedShown = z.strictObject({
  order: z.strictObject({ id: z.string(), status: z.enum(orderStatuses), amountFen: z.int(), expiresAt: z.string() }),
})

export const showOpened = (order: Order): z.infer<typeof openedShown> => ({
  order: { id: order.id, status: order.status, amountFen: order.amountFen, expiresAt: rfc3339(order.expiresAt) },
})

/** An order as its account sees it. */
export const orderShown = z.strictObject({
  id: z.string(),
  kind: z.enum(goodKinds),
  status: z.enum(orderStatuses),
  amountFen: z.int(),
  createdAt: z.string(),
  expiresAt: z.string(),
  paidAt: z.optional(z.string()),
  outTradeNo: z.optional(z.string()),
  verificationId: z.optional(z.string()),
  refunds: z.array(z.strictObject({ amountFen: z.int(), status: z.enum(refundStatuses), reason: z.string() })),
})

export const showOrder = (order: Order, refunds: readonly Refund[]): z.infer<typeof orderShown> => ({
  id: order.id,
  kind: order.kind,
  status: order.status,
  amountFen: order.amountFen,
  createdAt: rfc3339(order.createdAt),
  expiresAt: rfc3339(order.expiresAt),
  ...(order.paidAt !== undefined && { paidAt: rfc3339(order.paidAt) }),
  ...(order.outTradeNo && { outTradeNo: order.outTradeNo }),
  ...(order.verificationId && { verificationId: order.verificationId }),
  refunds: refunds.map(({ refundFen, status, reason }) => ({ amountFen: refundFen, status, reason })),
})
