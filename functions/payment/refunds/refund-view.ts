import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { paymentChannels } from '../paying/provider.ts'
import type { RefundsPage } from './read-refunds.ts'
import { outRefundNo, type Refund, refundCauses, refundName, refundStatuses } from './refund.ts'

const time = z.iso.datetime()
const optionalTime = z.optional(time)
const optionalText = z.optional(z.string())

/** A refund as operators see it. `name` names it in actions, `outRefundNo` is its number at the channel in this round. */
export const refundShown = z.strictObject({
  orderId: z.string(),
  name: z.string(),
  accountId: z.string(),
  channel: z.enum(paymentChannels),
  outTradeNo: z.string(),
  outRefundNo: z.string(),
  transactionId: z.string(),
  cause: z.enum(refundCauses),
  reason: z.string(),
  refundFen: z.int(),
  totalFen: z.int(),
  status: z.enum(refundStatuses),
  round: z.int(),
  steps: z.int(),
  channelCode: optionalText,
  dueSince: time,
  roundSince: optionalTime,
  notBefore: optionalTime,
  acceptedAt: optionalTime,
  succeededAt: optionalTime,
  paidByHand: z.boolean(),
})

export const showRefund = (refund: Refund): z.infer<typeof refundShown> => ({
  orderId: refund.orderId,
  name: refundName(refund),
  accountId: refund.accountId,
  channel: refund.channel,
  outTradeNo: refund.outTradeNo,
  outRefundNo: outRefundNo(refund),
  transactionId: refund.transactionId,
  cause: refund.cause,
  reason: refund.reason,
  refundFen: refund.refundFen,
  totalFen: refund.totalFen,
  status: refund.status,
  round: refund.round,
  steps: refund.steps,
  channelCode: refund.channelCode,
  dueSince: rfc3339(refund.dueSince),
  roundSince: rfc3339If(refund.roundSince),
  notBefore: rfc3339If(refund.notBefore),
  acceptedAt: rfc3339If(refund.acceptedAt),
  succeededAt: rfc3339If(refund.succeededAt),
  paidByHand: refund.paidByHand ?? false,
})

export const refundsShown = pageShown({ refunds: z.array(refundShown), unreadable: z.array(z.string()) })

export const showRefunds = ({ refunds, ...page }: RefundsPage): z.infer<typeof refundsShown> => ({
  refunds: refunds.map(showRefund),
  ...page,
})
