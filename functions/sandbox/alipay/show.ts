import { type Fen, yuan } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { beijingTime } from '../beijing.ts'
import { isPaid, type PaidTrade, type Refund, refundedFen, type Trade, tradeStatus } from './trade.ts'

const BUYER = { buyer_logon_id: '159****0000' }

const amounts = (fen: Fen) => ({
  buyer_pay_amount: yuan(fen),
  invoice_amount: yuan(fen),
  point_amount: '0.00',
  receipt_amount: yuan(fen),
})

type Named = { outTradeNo: string; trade: Trade }

/** A trade as the query answers it. */
export const tradeShown = ({ outTradeNo, trade }: Named, now: Millis) => ({
  ...BUYER,
  buyer_user_id: trade.buyerId,
  ...amounts(trade.payment?.paidFen ?? 0),
  out_trade_no: outTradeNo,
  ...(isPaid(trade) && { send_pay_date: beijingTime(trade.payment.paidAt) }),
  total_amount: yuan(trade.payment?.paidFen ?? trade.offer.totalFen),
  trade_no: trade.tradeNo,
  trade_status: tradeStatus(trade, now),
})

/** What is answered about a trade that does not exist (yet): the number asked for, and nothing paid. */
export const nothingShown = (outTradeNo: string | undefined) => ({
  ...amounts(0),
  ...(outTradeNo !== undefined && { out_trade_no: outTradeNo }),
})

/** The answer to a refund. `refund_fee` is all that has gone back so far; `moves`: the money moves by this very request. */
export const refundShown = (of: { outTradeNo: string; trade: PaidTrade }, fen: Fen, moves: boolean, now: Millis) => {
  const { trade } = of
  const last = trade.refunds.filter(({ settlesAt }) => settlesAt <= now).at(-1)
  return {
    ...BUYER,
    buyer_user_id: trade.buyerId,
    fund_change: moves ? 'Y' : 'N',
    ...(last && { gmt_refund_pay: beijingTime(last.settlesAt) }),
    out_trade_no: of.outTradeNo,
    refund_fee: yuan(refundedFen(trade, now)),
    send_back_fee: moves ? yuan(fen) : '0.00',
    trade_no: trade.tradeNo,
  }
}

/** A refund that is done, as its query answers it; when it was done is only told to those who ask for that. */
export const refundFound = (
  of: { outTradeNo: string; trade: PaidTrade },
  refund: Refund,
  options: readonly string[],
) => ({
  out_request_no: refund.outRequestNo,
  out_trade_no: of.outTradeNo,
  refund_amount: yuan(refund.fen),
  refund_status: 'REFUND_SUCCESS',
  total_amount: yuan(of.trade.payment.paidFen),
  trade_no: of.trade.tradeNo,
  ...(options.includes('gmt_refund_pay') && { gmt_refund_pay: beijingTime(refund.settlesAt) }),
})
