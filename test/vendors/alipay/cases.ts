import type { PaymentProvider, PaymentRequest, RefundRequest } from '../../../functions/payment/paying/provider.ts'
import { config, NOW, type Parameters } from './gateway.ts'

export const outTradeNo = '0193a1b2c3d4e5f60718293a4b5c6d7e'
export const tradeNo = '2026112022001004330000121536'

/** The membership of P4: 1000 fen, payable for 30 minutes. */
export const createOf = (change: Partial<PaymentRequest> = {}): PaymentRequest => ({
  method: 'alipay_qr',
  outTradeNo,
  amountFen: 1000,
  description: '实名认证（含一个月会员）',
  expiresAt: NOW + 30 * 60_000 + 999,
  notifyUrl: 'https://shiming.example/webhooks/alipay',
  ...change,
})

/** The refund of P7 after membership and mismatch: 900 of 1000 fen. */
export const refundOf = (change: Partial<RefundRequest> = {}): RefundRequest => ({
  outTradeNo,
  transactionId: tradeNo,
  outRefundNo: `${outTradeNo}v1`,
  refundFen: 900,
  totalFen: 1000,
  reason: '身份信息不一致，退还会员费',
  notifyUrl: 'https://shiming.example/webhooks/alipay',
  ...change,
})

export const outRefundNo = refundOf().outRefundNo

export const paidTrade = {
  buyer_logon_id: '159****5620',
  buyer_pay_amount: '9.00',
  invoice_amount: '10.00',
  out_trade_no: outTradeNo,
  receipt_amount: '10.00',
  send_pay_date: '2026-11-20 11:59:58',
  total_amount: '10.00',
  trade_no: tradeNo,
  trade_status: 'TRADE_SUCCESS',
}

export const paidFact = {
  channel: 'alipay',
  transactionId: tradeNo,
  outTradeNo,
  paidFen: 1000,
  paidAt: Date.UTC(2026, 10, 20, 3, 59, 58),
}

export const refundAnswer = {
  buyer_logon_id: '159****5620',
  fund_change: 'Y',
  gmt_refund_pay: '2026-11-20 12:00:01',
  out_trade_no: outTradeNo,
  refund_fee: '9.00',
  trade_no: tradeNo,
}

export const refundQueryAnswer = {
  gmt_refund_pay: '2026-11-20 12:00:01',
  out_request_no: outRefundNo,
  out_trade_no: outTradeNo,
  refund_amount: '9.00',
  refund_status: 'REFUND_SUCCESS',
  total_amount: '10.00',
  trade_no: tradeNo,
}

const refunded = { kind: 'succeeded', refundFen: 900, succeededAt: NOW + 1000 }
const QR = 'https://qr.alipay.com/bavh4wjlxf12tper3a'

/** The calls that are made from here, with an answer that each takes as success. */
export const calls = {
  create: {
    api: 'alipay.trade.precreate',
    call: (provider: PaymentProvider) => provider.create(createOf()),
    good: { out_trade_no: outTradeNo, qr_code: QR },
    outcome: { kind: 'created', action: { qrCode: QR } },
  },
  query: {
    api: 'alipay.trade.query',
    call: (provider: PaymentProvider) => provider.query(outTradeNo),
    good: paidTrade,
    outcome: { kind: 'paid', fact: paidFact },
  },
  close: {
    api: 'alipay.trade.close',
    call: (provider: PaymentProvider) => provider.close(outTradeNo),
    good: { out_trade_no: outTradeNo, trade_no: tradeNo },
    outcome: { kind: 'closed' },
  },
  refund: {
    api: 'alipay.trade.refund',
    call: (provider: PaymentProvider) => provider.refund(refundOf()),
    good: refundAnswer,
    outcome: refunded,
  },
  queryRefund: {
    api: 'alipay.trade.fastpay.refund.query',
    call: (provider: PaymentProvider) => provider.queryRefund({ outTradeNo, outRefundNo }),
    good: refundQueryAnswer,
    outcome: refunded,
  },
} as const

export const eachCall = Object.entries(calls).map(([name, rest]) => ({ name, ...rest }))

/** What Alipay tells of a payment. */
export const paidNotice: Parameters = {
  app_id: config.appId,
  auth_app_id: config.appId,
  buyer_id: '2088102116773037',
  buyer_pay_amount: '9.00',
  charset: 'utf-8',
  fund_bill_list: '[{"amount":"9.00","fundChannel":"PCREDIT"},{"amount":"1.00","fundChannel":"COUPON"}]',
  gmt_create: '2026-11-20 11:59:40',
  gmt_payment: '2026-11-20 11:59:58',
  invoice_amount: '9.00',
  notify_id: '2026112000222115959073030572918345',
  notify_time: '2026-11-20 12:00:00',
  notify_type: 'trade_status_sync',
  out_trade_no: outTradeNo,
  point_amount: '0.00',
  receipt_amount: '10.00',
  seller_id: config.sellerId,
  subject: '实名认证（含一个月会员） 100%',
  total_amount: '10.00',
  trade_no: tradeNo,
  trade_status: 'TRADE_SUCCESS',
  version: '1.0',
}

/** What it tells after a refund of a part: the same words, and three members more. */
export const partRefundNotice: Parameters = {
  ...paidNotice,
  gmt_refund: '2026-11-20 12:00:01.523',
  notify_id: '2026112000222120001073030572918346',
  out_biz_no: outRefundNo,
  refund_fee: '9.00',
}
