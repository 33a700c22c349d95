import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { moneyBackShown } from '../money-back/money-back-view.ts'
import type { RefundsPage } from './read-refunds.ts'
import { outRefundNo, type Refund, refundCauses, refundName, refundStatuses } from './refund.ts'

const timeIf = z.nullable(z.iso.datetime())

/**
 * A refund as operators see it: what its payer is told, with the state and the cause as they are kept. `name` names it in actions,
 * `outRefundNo` is its number at the channel in this round.
 */
export const refundShown = z.strictObject({
  ...moneyBackShown.shape,
  cause: z.enum(refundCauses),
  status: z.enum(refundStatuses),
  orderId: z.string(),
  name: z.string(),
  accountId: z.string(),
  /** Operators see refunds of ours alone, and those are owed from their first moment. */
  owedAt: z.iso.datetime(),
  outRefundNo: z.string(),
  transactionId: z.string(),
  round: z.int(),
  steps: z.int(),
  channelCode: z.nullable(z.string()),
  roundSince: timeIf,
  notBefore: timeIf,
  paidByHand: z.boolean(),
  byHandProposal: z.nullable(z.string()),
  byHandUntil: timeIf,
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
  amountFen: refund.refundFen,
  paidFen: refund.totalFen,
  status: refund.status,
  round: refund.round,
  steps: refund.steps,
  channelCode: refund.channelCode ?? null,
  owedAt: rfc3339(refund.dueSince),
  roundSince: rfc3339If(refund.roundSince),
  notBefore: rfc3339If(refund.notBefore),
  takenAt: rfc3339If(refund.acceptedAt),
  backAt: rfc3339If(refund.succeededAt),
  paidByHand: refund.paidByHand ?? false,
  byHandProposal: refund.byHandProposal ?? null,
  byHandUntil: rfc3339If(refund.byHandUntil),
})

export const refundsShown = pageShown({ refunds: z.array(refundShown), unreadable: z.array(z.string()) })

export const showRefunds = ({ refunds, ...page }: RefundsPage): z.infer<typeof refundsShown> => ({
  refunds: refunds.map(showRefund),
  ...page,
})
