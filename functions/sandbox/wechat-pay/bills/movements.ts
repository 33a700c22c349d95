import type { Millis } from '../../../../shared/kernel/time.ts'
import { feeOn, feeReturned } from '../../bill/fee.ts'
import type { Entry } from '../../bill/journal.ts'
import type { Movement } from '../../bill/movement.ts'
import type { Sandbox } from '../../sandbox.ts'
import { isPaid, type RefundState, refundState, type WeChatPaid, type WeChatRefund } from '../order.ts'
import { tradeTypes } from '../show.ts'
import { readOrder } from '../store.ts'

/** Bills have words of their own for how far a refund is. */
const billedStates: Record<RefundState, string> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CLOSED: 'FAIL',
  ABNORMAL: 'CHANGE',
}

const common = (order: WeChatPaid) => ({
  outTradeNo: order.outTradeNo,
  transactionId: order.payment.transactionId,
  orderedAt: order.createdAt,
  payer: order.payment.openid,
  way: tradeTypes[order.product],
  subject: order.description,
  attach: order.attach ?? '',
})

const payment = (order: WeChatPaid): Movement => ({
  ...common(order),
  kind: 'payment',
  outRefundNo: '',
  refundId: '',
  refundState: '',
  fen: order.payment.paidFen,
  feeFen: feeOn(order.payment.paidFen),
  at: order.payment.paidAt,
})

const refunded = (order: WeChatPaid, refund: WeChatRefund, seenAt: Millis): Movement => {
  const earlier = order.refunds.slice(0, order.refunds.indexOf(refund)).filter(({ ends }) => ends !== 'CLOSED')
  const before = earlier.reduce((sum, one) => sum + one.refundFen, 0)
  return {
    ...common(order),
    kind: 'refund',
    outRefundNo: refund.outRefundNo,
    refundId: refund.refundId,
    refundState: billedStates[refundState(refund, seenAt)],
    fen: refund.refundFen,
    feeFen: refund.ends === 'CLOSED' ? 0 : feeReturned(order.payment.paidFen, before, refund.refundFen),
    at: refund.createdAt,
  }
}

/**
 * The particulars of what moved, as the channel knew them at `seenAt`. A refund belongs to the day it was asked for. One that
 * is closed returns no charge, because it took no money.
 */
export const movementsOf = async (sandbox: Sandbox, entries: readonly Entry[], seenAt: Millis): Promise<Movement[]> => {
  const found: Movement[] = []
  for (const entry of entries) {
    if (entry.kind === 'withdrawal') continue
    const order = (await readOrder(sandbox, entry.outTradeNo))?.value
    if (!order || !isPaid(order)) continue
    const refund = entry.kind === 'refund' && order.refunds.find(({ refundId }) => refundId === entry.refundId)
    found.push(refund ? refunded(order, refund, seenAt) : payment(order))
  }
  return found
}
