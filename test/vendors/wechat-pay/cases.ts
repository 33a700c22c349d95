import type { PaymentRequest, RefundRequest } from '../../../functions/payment/paying/provider.ts'
import { type Channel, config, NOW, paidOrder } from './channel.ts'

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

/** A complaint as WeChat Pay tells it, with all it tells that this service does not read. */
export const complaint = {
  complaint_id: '200201820200101080076610000',
  complaint_time: '2026-11-20T10:00:00.120+08:00',
  complaint_detail: '没有收到认证结果，要求退款',
  complaint_state: 'PENDING',
  complainted_mchid: config.mchid,
  payer_phone: 'sGdNeTHMQGlxCWiUyHu6XNO9GCYln2Luv4HhwJzZBfcL12sB',
  payer_openid: paidOrder.payer.openid,
  complaint_order_info: [
    { transaction_id: paidOrder.transaction_id, out_trade_no: paidOrder.out_trade_no, amount: 1000, state: 'SUCCESS' },
  ],
  complaint_full_refunded: false,
  incoming_user_response: false,
  user_complaint_times: 1,
  complaint_media_list: [{ media_type: 'USER_COMPLAINT_IMAGE', media_url: ['https://api.mch.weixin.qq.com/v3/x'] }],
  problem_description: '商家不退款',
  problem_type: 'REFUND',
  apply_refund_amount: 1000,
  user_tag_list: ['HIGH_RISK'],
}

/** What is made of it. */
export const channelComplaint = {
  channel: 'wechat_pay',
  complaintId: complaint.complaint_id,
  state: 'pending',
  openedAt: NOW - 2 * 3_600_000 + 120,
  text: '没有收到认证结果，要求退款',
  orders: [{ outTradeNo: paidOrder.out_trade_no, transactionId: paidOrder.transaction_id, amountFen: 1000 }],
  fullyRefunded: false,
  awaitsReply: true,
  followUps: 1,
  problem: 'REFUND',
}

/** The talk about it, newest first, with all that WeChat Pay tells and this service does not read. */
export const history = {
  data: [
    {
      log_id: '300285320210322170000071078',
      operator: '投诉人',
      operate_time: '2026-11-20T11:10:00+08:00',
      operate_type: 'USER_CONTINUE_COMPLAINT',
      operate_details: '银行卡没有收到钱',
      image_list: ['https://qpic.cn/xxx'],
      complaint_media_list: { media_type: 'USER_COMPLAINT_IMAGE', media_url: ['https://api.mch.weixin.qq.com/v3/x'] },
    },
    {
      log_id: '300285320210322170000071077',
      operator: '商家',
      operate_time: '2026-11-20T10:30:00+08:00',
      operate_type: 'MERCHANT_RESPONSE',
      operate_details: '已退回。',
    },
    {
      log_id: '300285320210322170000071076',
      operator: '投诉人',
      operate_time: '2026-11-20T10:00:00+08:00',
      operate_type: 'USER_CREATE_COMPLAINT',
      operate_details: '要求退款',
      image_list: [],
    },
  ],
  limit: 50,
  offset: 0,
  total_count: 3,
}

const OPENED = NOW - 2 * 3_600_000

/** What is made of it. */
export const talk = {
  kind: 'history',
  lines: [
    { at: OPENED, by: 'payer', event: 'complained', text: '要求退款' },
    { at: OPENED + 30 * 60_000, by: 'merchant', event: 'answered', text: '已退回。' },
    { at: OPENED + 70 * 60_000, by: 'payer', event: 'complained_again', text: '银行卡没有收到钱' },
  ],
  total: 3,
}

export const november = { from: '2026-11-01', to: '2026-11-20', offset: 0, limit: 50 }

type Parties = Pick<Channel, 'provider' | 'desk' | 'bills'>

/** Calls with an answer that each takes as success. */
export const calls = {
  create: {
    call: ({ provider }: Parties) => provider.create(createOf()),
    good: { code_url: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' },
    outcome: { kind: 'created', action: { codeUrl: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' } },
  },
  query: {
    call: ({ provider }: Parties) => provider.query(paidOrder.out_trade_no),
    good: { ...paidOrder, trade_state: 'NOTPAY' },
    outcome: { kind: 'unpaid' },
  },
  close: {
    call: ({ provider }: Parties) => provider.close(paidOrder.out_trade_no),
    good: undefined,
    outcome: { kind: 'closed' },
  },
  refund: {
    call: ({ provider }: Parties) => provider.refund(refundOf()),
    good: refundAnswer,
    outcome: { kind: 'processing' },
  },
  queryRefund: {
    call: ({ provider }: Parties) => provider.queryRefund(refundOf()),
    good: refundAnswer,
    outcome: { kind: 'processing' },
  },
  complaints: {
    call: ({ desk }: Parties) => desk.list(november),
    good: { data: [complaint], limit: 50, offset: 0, total_count: 1 },
    outcome: { kind: 'page', complaints: [channelComplaint], total: 1 },
  },
  complaint: {
    call: ({ desk }: Parties) => desk.detail(complaint.complaint_id),
    good: complaint,
    outcome: { kind: 'complaint', complaint: channelComplaint },
  },
  history: {
    call: ({ desk }: Parties) => desk.history(complaint.complaint_id),
    good: history,
    outcome: talk,
  },
  reply: {
    call: ({ desk }: Parties) => desk.reply(complaint.complaint_id, '结果已于当日送达，详情见认证页面。'),
    good: undefined,
    outcome: { kind: 'done' },
  },
  complete: {
    call: ({ desk }: Parties) => desk.complete(complaint.complaint_id),
    good: undefined,
    outcome: { kind: 'done' },
  },
} as const

/** Calls whose answer only says where a file is. */
export const billCalls = {
  tradeBill: { call: ({ bills }: Parties) => bills.tradeBill('20261119') },
  settlement: { call: ({ bills }: Parties) => bills.settlement('20261119', []) },
} as const

export const eachCall = Object.entries(calls).map(([name, rest]) => ({ name, ...rest }))

const billAnswer = { hash_type: 'SHA1', hash_value: '0'.repeat(40), download_url: 'https://127.0.0.1:1/' }

/** Those and the bills'; no file is ever fetched while `good` is spoiled. */
export const everyCall: readonly { name: string; call: (of: Parties) => Promise<unknown>; good: unknown }[] = [
  ...eachCall,
  ...Object.entries(billCalls).map(([name, rest]) => ({ name, ...rest, good: billAnswer })),
]
