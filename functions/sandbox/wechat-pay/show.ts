import type { Millis } from '../../../shared/kernel/time.ts'
import { rfc3339Beijing } from '../../../shared/kernel/time.ts'
import type { WeChatPayKeys } from '../sandbox.ts'
import {
  type Product,
  refundState,
  type TradeState,
  tradeState,
  type WeChatOrder,
  type WeChatPaid,
  type WeChatRefund,
} from './order.ts'

const described: Record<TradeState, string> = {
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
}

/** What the channel calls its products. */
export const tradeTypes: Record<Product, string> = { native: 'NATIVE', h5: 'MWEB', jsapi: 'JSAPI' }

type Merchant = Pick<WeChatPayKeys, 'mchid' | 'appid'>

/** An order as the query answers it. */
export const orderShown = (order: WeChatOrder, { mchid, appid }: Merchant, now: Millis) => {
  const state = tradeState(order, now)
  const { payment } = order
  return {
    appid,
    mchid,
    out_trade_no: order.outTradeNo,
    trade_state: state,
    trade_state_desc: described[state],
    attach: order.attach ?? '',
    promotion_detail: [],
    ...(payment
      ? {
          transaction_id: payment.transactionId,
          trade_type: tradeTypes[order.product],
          bank_type: 'OTHERS',
          success_time: rfc3339Beijing(payment.paidAt),
          payer: { openid: payment.openid },
          amount: { total: payment.paidFen, payer_total: payment.paidFen, currency: 'CNY', payer_currency: 'CNY' },
        }
      : { amount: { total: order.totalFen, currency: 'CNY' } }),
  }
}

/** The plaintext of TRANSACTION.SUCCESS: the order as it was when it was paid. */
export const paymentNotified = (order: WeChatPaid, merchant: Merchant) =>
  orderShown({ ...order, refunds: [] }, merchant, order.payment.paidAt)

const amounts = (order: WeChatPaid, refund: WeChatRefund) => ({
  total: order.payment.paidFen,
  refund: refund.refundFen,
  payer_total: order.payment.paidFen,
  payer_refund: refund.refundFen,
})

/** A refund as asking for it and querying it answer it. */
export const refundShown = (order: WeChatPaid, refund: WeChatRefund, now: Millis) => {
  const status = refundState(refund, now)
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: order.payment.transactionId,
    out_trade_no: order.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: rfc3339Beijing(refund.createdAt),
    status,
    ...(status === 'SUCCESS' && { success_time: rfc3339Beijing(refund.settlesAt) }),
    funds_account: 'AVAILABLE',
    amount: {
      ...amounts(order, refund),
      settlement_total: order.payment.paidFen,
      settlement_refund: refund.refundFen,
      discount_refund: 0,
      currency: 'CNY',
      from: [],
    },
    promotion_detail: [],
  }
}

/** The plaintext of REFUND.SUCCESS, REFUND.CLOSED and REFUND.ABNORMAL. */
export const refundNotified = (order: WeChatPaid, refund: WeChatRefund, { mchid }: Merchant) => ({
  mchid,
  transaction_id: order.payment.transactionId,
  out_trade_no: order.outTradeNo,
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  refund_status: refund.ends,
  ...(refund.ends === 'SUCCESS' && { success_time: rfc3339Beijing(refund.settlesAt) }),
  user_received_account: '支付用户零钱',
  amount: amounts(order, refund),
})
