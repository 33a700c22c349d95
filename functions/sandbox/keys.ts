import type { Key } from '../../shared/table/write.ts'

/** Every key of the sandbox's table; no index. */
export const keys = {
  wechatOrder: (outTradeNo: string): Key => ({ pk: `wechat-order#${outTradeNo}`, sk: 'order' }),
  /** Which order a refund number belongs to: a number is unique per merchant, not per order. */
  wechatRefund: (outRefundNo: string): Key => ({ pk: `wechat-refund#${outRefundNo}`, sk: 'order' }),
  wechatTransaction: (transactionId: string): Key => ({ pk: `wechat-transaction#${transactionId}`, sk: 'order' }),
  wechatComplaint: (complaintId: string): Key => ({ pk: 'wechat-complaint', sk: complaintId }),
  /** Where complaints are notified. */
  wechatComplaintAddress: (mchid: string): Key => ({ pk: 'wechat-complaint-address', sk: mchid }),
  alipayTrade: (outTradeNo: string): Key => ({ pk: `alipay-trade#${outTradeNo}`, sk: 'trade' }),
  alipayNumber: (tradeNo: string): Key => ({ pk: `alipay-number#${tradeNo}`, sk: 'trade' }),
  task: (id: string): Key => ({ pk: 'task', sk: id }),
  /** Money that moved, by day and time. */
  journal: (channel: string, at: string): Key => ({ pk: `journal#${channel}`, sk: at }),
  bill: (token: string): Key => ({ pk: `bill#${token}`, sk: 'ticket' }),
  sms: (phone: string, id: string): Key => ({ pk: `sms#${phone}`, sk: id }),
  vendorCall: (vendor: string, id: string): Key => ({ pk: 'vendor-call', sk: `${vendor}#${id}` }),
  fault: (target: string, subject: string): Key => ({ pk: `fault#${target}`, sk: subject }),
}
