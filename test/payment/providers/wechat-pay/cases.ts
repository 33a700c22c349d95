import type {
  PaymentProvider,
  PaymentRequest,
  RefundRequest,
} from '../../../../functions/payment/providers/provider.ts'
import { NOW, paidOrder } from './channel.ts'

/** The membership of P4: 1000 fen, payable for 30 minutes. */
export const createOf = (change: Partial<PaymentRequest> = {}): PaymentRequest => ({
  method: 'wechat_native',
  outTradeNo: paidOrder.out_trade_no,
  amountFen: 1000,
  description: '实名认证（含一个月会员）',
  expiresAt: NOW + 30 * 60_000,
  notifyUrl: 'https://shiming.example/webhooks/wechat-pay',
  ...change,
})

/** The refund of P7 after membership and mismatch: 900 of 1000 fen. */
export const refundOf = (change: Partial<RefundRequest> = {}): RefundRequest => ({
  outTradeNo: paidOrder.out_trade_no,
  transactionId: paidOrder.transaction_id,
  outRefundNo: `${paidOrder.out_trade_no}v1`,
  refundFen: 900,
  totalFen: 1000,
  reason: '身份信息不一致，退还会员费',
  notifyUrl: 'https://shiming.example/webhooks/wechat-pay',
  ...change,
})

/** WeChat Pay's answer to that refund. */
export const refundAnswer = {
  refund_id: '50000000382019052709732678859',
  out_refund_no: refundOf().outRefundNo,
  transaction_id: paidOrder.transaction_id,
  out_trade_no: paidOrder.out_trade_no,
  channel: 'ORIGINAL',
  status: 'PROCESSING',
  create_time: '2026-11-20T12:00:00+08:00',
  amount: { total: 1000, refund: 900, payer_total: 1000, payer_refund: 900, currency: 'CNY' },
}

/** The five calls with an answer that each takes as success. */
export const calls = {
  create: {
    call: (provider: PaymentProvider) => provider.create(createOf()),
    good: { code_url: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' },
    outcome: { kind: 'created', action: { codeUrl: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' } },
  },
  query: {
    call: (provider: PaymentProvider) => provider.query(paidOrder.out_trade_no),
    good: { ...paidOrder, trade_state: 'NOTPAY' },
    outcome: { kind: 'unpaid' },
  },
  close: {
    call: (provider: PaymentProvider) => provider.close(paidOrder.out_trade_no),
    good: undefined,
    outcome: { kind: 'closed' },
  },
  refund: {
    call: (provider: PaymentProvider) => provider.refund(refundOf()),
    good: refundAnswer,
    outcome: { kind: 'processing' },
  },
  queryRefund: {
    call: (provider: PaymentProvider) => provider.queryRefund(refundOf().outRefundNo),
    good: refundAnswer,
    outcome: { kind: 'processing' },
  },
} as const

export const eachCall = Object.entries(calls).map(([name, rest]) => ({ name, ...rest }))
