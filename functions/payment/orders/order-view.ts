import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { offers } from '../good.ts'
import { goodKinds } from '../good-kinds.ts'
import { paymentChannels } from '../paying/provider.ts'
import type { Order } from './order.ts'
import { type OrderStatusTold, orderStatusesTold } from './told-status.ts'

const time = z.iso.datetime()

/** An order as every answer has it that holds one; an operator's adds to it. */
export const orderShown = z.strictObject({
  id: z.string(),
  kind: z.enum(goodKinds),
  /** What a verification was bought with. */
  offer: z.nullable(z.enum(offers)),
  verificationId: z.nullable(z.string()),
  /** The application for certification whose fee it is. */
  applicationId: z.nullable(z.string()),
  /** How many were bought. */
  points: z.nullable(z.int()),
  status: z.enum(orderStatusesTold),
  amountFen: z.int(),
  createdAt: time,
  expiresAt: time,
  /** The payment that bought it. */
  paidAt: z.nullable(time),
  channel: z.nullable(z.enum(paymentChannels)),
  outTradeNo: z.nullable(z.string()),
})

/** An order just opened, or what a repeat of that request is answered. */
export const openedShown = z.strictObject({ order: orderShown })

/** A page of an account's orders. */
export const ordersShown = pageShown({ orders: z.array(orderShown) })

/** `status`: as it is told. */
export const showOrderAs = (order: Order, status: OrderStatusTold): z.infer<typeof orderShown> => ({
  id: order.id,
  kind: order.kind,
  offer: order.offer ?? null,
  verificationId: order.verificationId ?? null,
  applicationId: order.applicationId ?? null,
  points: order.points ?? null,
  status,
  amountFen: order.amountFen,
  createdAt: rfc3339(order.createdAt),
  expiresAt: rfc3339(order.expiresAt),
  paidAt: rfc3339If(order.paidAt),
  channel: order.channel ?? null,
  outTradeNo: order.outTradeNo ?? null,
})
