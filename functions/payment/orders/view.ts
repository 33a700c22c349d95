import * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { goodKinds } from '../good.ts'
import { orderStatusesTold, orderStatusTold } from '../money-back/money-back.ts'
import { moneyBackShown, showMoneyBack } from '../money-back/money-back-view.ts'
import { refundsAmong } from '../refunds/refund-store.ts'
import type { FoundOrder } from './find-order.ts'
import type { Order } from './order.ts'

/** An order just opened: what to pay and until when. */
export const openedShown = z.strictObject({
  order: z.strictObject({ id: z.string(), amountFen: z.int(), expiresAt: z.string() }),
})

export const showOpened = (order: Order): z.infer<typeof openedShown> => ({
  order: { id: order.id, amountFen: order.amountFen, expiresAt: rfc3339(order.expiresAt) },
})

/** An order as its account sees it. */
export const orderShown = z.strictObject({
  id: z.string(),
  kind: z.enum(goodKinds),
  status: z.enum(orderStatusesTold),
  amountFen: z.int(),
  createdAt: z.string(),
  expiresAt: z.string(),
  paidAt: z.optional(z.string()),
  outTradeNo: z.optional(z.string()),
  verificationId: z.optional(z.string()),
  refunds: z.array(moneyBackShown),
})

type Read = Pick<FoundOrder, 'order' | 'items'>

/** The state of an order as every answer tells it: `refunding` until what goes back is back. */
export const showOrderStatus = ({ order, items }: Read) => orderStatusTold(order, refundsAmong(items))

export const showOrder = ({ order, items }: Read, language: Language): z.infer<typeof orderShown> => ({
  id: order.id,
  kind: order.kind,
  status: showOrderStatus({ order, items }),
  amountFen: order.amountFen,
  createdAt: rfc3339(order.createdAt),
  expiresAt: rfc3339(order.expiresAt),
  ...(order.paidAt !== undefined && { paidAt: rfc3339(order.paidAt) }),
  ...(order.outTradeNo && { outTradeNo: order.outTradeNo }),
  ...(order.verificationId && { verificationId: order.verificationId }),
  refunds: showMoneyBack(items, language),
})
