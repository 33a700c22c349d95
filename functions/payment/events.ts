import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { endings } from './good.ts'
import { goodKinds } from './good-kinds.ts'
import { refundCauses } from './refunds/refund.ts'

const order = { orderId: z.string(), kind: z.enum(goodKinds), amountFen: z.int() }

const refund = z.strictObject({
  orderId: z.string(),
  outRefundNo: z.string(),
  refundFen: z.int(),
  cause: z.enum(refundCauses),
})

/** What the platform is told of orders and of money that goes back. */
export const paymentEvents = {
  'order.paid': {
    subject: 'order',
    data: z.strictObject(order),
    means: {
      zh: '订单已按应付金额支付；核验或所购内容随即进行。',
      en: 'The asked amount was paid; the check, or what was bought, follows.',
    },
  },
  'order.closed': {
    subject: 'order',
    data: z.strictObject({ ...order, because: z.enum(endings) }),
    means: {
      zh: '订单未成交即已结束；如有错付的款项，将全额退回。',
      en: 'An order ended without buying anything; money that was paid wrongly goes back whole.',
    },
  },
  'refund.submitted': {
    subject: 'order',
    data: refund,
    means: {
      zh: '支付渠道已受理退款，正在处理。',
      en: 'The channel has taken a refund, and is working on it.',
    },
  },
  'refund.succeeded': {
    subject: 'order',
    data: refund,
    means: { zh: '退款已到账。', en: 'The money went back.' },
  },
  'refund.reopened': {
    subject: 'order',
    data: refund,
    means: {
      zh: '此前告知已到账的退款（按 outRefundNo）实际没有到账，将以新的编号再次退回。',
      en: 'A refund that was told to have succeeded, by its `outRefundNo`, never went: it is owed again, and goes under the next number.',
    },
  },
  'refund.needs_attention': {
    subject: 'order',
    data: refund,
    means: {
      zh: '退款无法自动完成，正由工作人员处理；款项仍会退回。',
      en: 'A refund cannot end by itself and is with a person; the money is still owed.',
    },
  },
  'refund.forced': {
    subject: 'order',
    data: z.strictObject({ orderId: z.string(), refundFen: z.int(), takenBack: z.boolean() }),
    means: {
      zh: '支付渠道自行退回了款项（例如因投诉）；takenBack 表示所购内容是否已收回。',
      en: 'The channel gave money back by itself (for a complaint, say); `takenBack` says whether what was bought went with it.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type PaymentAnnouncement = AnnouncementOf<typeof paymentEvents>
