import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { goodKinds } from '../../payment/good-kinds.ts'
import { orderStatuses } from '../../payment/orders/order.ts'
import { paymentChannels } from '../../payment/paying/provider.ts'
import { outcomeOf } from '../sources/order-counts.ts'
import type { OrdersOfDays } from './list-orders-of-days.ts'

/** Orders as numbers count them: of whom is not said. */
export const ordersOfDaysShown = pageShown({
  orders: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(goodKinds),
      offer: z.nullable(z.string()),
      method: z.nullable(z.string()),
      amountFen: z.int(),
      channel: z.nullable(z.enum(paymentChannels)),
      status: z.enum(orderStatuses),
      outcome: z.nullable(z.string()),
      createdAt: z.iso.datetime(),
    }),
  ),
})

export const showOrdersOfDays = ({ orders, nextCursor }: OrdersOfDays): z.infer<typeof ordersOfDaysShown> => ({
  orders: orders.map((order) => ({
    id: order.id,
    kind: order.kind,
    offer: order.offer ?? null,
    method: order.method ?? null,
    amountFen: order.amountFen,
    channel: order.channel ?? null,
    status: order.status,
    outcome: outcomeOf(order) ?? null,
    createdAt: rfc3339(order.createdAt),
  })),
  nextCursor,
})
