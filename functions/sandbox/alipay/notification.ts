import { yuan } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { beijingTime } from '../beijing.ts'
import type { NotificationTask } from '../delivery/task.ts'
import type { AlipayKeys } from '../sandbox.ts'
import {
  type Folder,
  isPaid,
  type PaidTrade,
  type Product,
  type Refund,
  refundedFen,
  type Trade,
  type TradeStatus,
  tradeStatus,
} from './trade.ts'

/** What a product tells by default: codes and pages on a computer never tell that a trade was closed. */
const told: Record<Product, readonly TradeStatus[]> = {
  precreate: ['TRADE_SUCCESS'],
  page: ['TRADE_SUCCESS'],
  wap: ['TRADE_SUCCESS', 'TRADE_CLOSED', 'TRADE_FINISHED'],
}

export const tells = (product: Product, status: TradeStatus): boolean => told[product].includes(status)

type Fields = Record<string, string>

const paid = ({ payment }: PaidTrade): Fields => {
  const amount = yuan(payment.paidFen)
  return {
    buyer_pay_amount: amount,
    fund_bill_list: JSON.stringify([{ amount, fundChannel: 'ALIPAYACCOUNT' }]),
    gmt_payment: beijingTime(payment.paidAt),
    invoice_amount: amount,
    point_amount: '0.00',
    receipt_amount: amount,
    total_amount: amount,
  }
}

/** A refund is told as the trade it belongs to; `refund_fee` is all that has gone back up to this one. */
const refunded = (trade: PaidTrade, refund: Refund): Fields => {
  const status = tradeStatus(trade, refund.settlesAt)
  return {
    ...paid(trade),
    trade_status: status,
    gmt_refund: `${beijingTime(refund.settlesAt)}.${String(refund.settlesAt % 1000).padStart(3, '0')}`,
    out_biz_no: refund.outRequestNo,
    refund_fee: yuan(refundedFen(trade, refund.settlesAt)),
    ...(status === 'TRADE_CLOSED' && { gmt_close: beijingTime(refund.settlesAt) }),
  }
}

const expired = (trade: Trade): Fields => ({
  trade_status: 'TRADE_CLOSED',
  total_amount: yuan(trade.offer.totalFen),
  gmt_close: beijingTime(trade.expiresAt),
})

const whatHappened = (trade: Trade, { action, outRefundNo }: NotificationTask): Fields | undefined => {
  if (action === 'expired') return isPaid(trade) || trade.closedAt !== undefined ? undefined : expired(trade)
  if (!isPaid(trade)) return undefined
  if (outRefundNo === undefined) return { ...paid(trade), trade_status: 'TRADE_SUCCESS' }
  const refund = trade.refunds.find(({ outRequestNo }) => outRequestNo === outRefundNo)
  return refund && refunded(trade, refund)
}

/** The fields of a notification, not yet signed; undefined when there is nothing to tell. */
export const notified = (
  { outTradeNo, trade }: Folder,
  task: NotificationTask,
  keys: AlipayKeys,
  now: Millis,
): Fields | undefined => {
  const happened = trade && whatHappened(trade, task)
  if (!trade || !happened) return undefined
  return {
    app_id: keys.appId,
    auth_app_id: keys.appId,
    buyer_id: trade.buyerId,
    buyer_logon_id: '159****0000',
    charset: 'utf-8',
    gmt_create: beijingTime(trade.createdAt),
    notify_id: task.eventId,
    notify_time: beijingTime(now),
    notify_type: 'trade_status_sync',
    out_trade_no: outTradeNo,
    seller_id: keys.sellerId,
    seller_email: 'seller@example.com',
    subject: trade.offer.subject,
    trade_no: trade.tradeNo,
    version: '1.0',
    ...(trade.offer.passback && { passback_params: trade.offer.passback }),
    ...happened,
  }
}
