import { feeOn, feeReturned } from '../../bill/fee.ts'
import type { Entry } from '../../bill/journal.ts'
import type { Movement } from '../../bill/movement.ts'
import type { Sandbox } from '../../sandbox.ts'
import { readFolder } from '../store.ts'
import { isPaid, type PaidTrade, type Refund } from '../trade.ts'

const common = (outTradeNo: string, trade: PaidTrade) => ({
  outTradeNo,
  transactionId: trade.tradeNo,
  refundState: '',
  orderedAt: trade.createdAt,
  payer: '*三(159****0000)',
  way: trade.offer.product,
  subject: trade.offer.subject,
  attach: trade.offer.passback ?? '',
})

const payment = (outTradeNo: string, trade: PaidTrade): Movement => ({
  ...common(outTradeNo, trade),
  ...{ kind: 'payment', outRefundNo: '', refundId: '' },
  fen: trade.payment.paidFen,
  feeFen: feeOn(trade.payment.paidFen),
  at: trade.payment.paidAt,
})

const refunded = (outTradeNo: string, trade: PaidTrade, refund: Refund): Movement => {
  const earlier = trade.refunds.slice(0, trade.refunds.indexOf(refund))
  const before = earlier.reduce((sum, { fen }) => sum + fen, 0)
  return {
    ...common(outTradeNo, trade),
    ...{ kind: 'refund', outRefundNo: refund.outRequestNo, refundId: refund.outRequestNo },
    fen: refund.fen,
    feeFen: feeReturned(trade.payment.paidFen, before, refund.fen),
    at: refund.settlesAt,
  }
}

/** The particulars of what moved. A refund belongs to the day its money moved. */
export const movementsOf = async (sandbox: Sandbox, entries: readonly Entry[]): Promise<Movement[]> => {
  const found: Movement[] = []
  for (const entry of entries) {
    if (entry.kind === 'withdrawal') continue
    const trade = (await readFolder(sandbox, entry.outTradeNo))?.value.trade
    if (!trade || !isPaid(trade)) continue
    const refund = entry.kind === 'refund' && trade.refunds.find((one) => one.outRequestNo === entry.refundId)
    found.push(refund ? refunded(entry.outTradeNo, trade, refund) : payment(entry.outTradeNo, trade))
  }
  return found
}
