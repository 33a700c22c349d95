import type { Key } from '../../shared/table/write.ts'

/** Every key of the sandbox's table; no index. */
export const keys = {
  wechatOrder: (outTradeNo: string): Key => ({ pk: `wechat-order#${outTradeNo}`, sk: 'order' }),
  /** Which order a refund number belongs to: a number is unique per merchant, not per order. */
  wechatRefund: (outRefundNo: string): Key => ({ pk: `wechat-refund#${outRefundNo}`, sk: 'order' }),
  wechatTransaction: (transactionId: string): Key => ({ pk: `wechat-transaction#${transactionId}`, sk: 'order' }),
  task: (id: string): Key => ({ pk: 'task', sk: id }),
  sms: (phone: string, id: string): Key => ({ pk: `sms#${phone}`, sk: id }),
  vendorCall: (vendor: string, id: string): Key => ({ pk: 'vendor-call', sk: `${vendor}#${id}` }),
  fault: (target: string, subject: string): Key => ({ pk: `fault#${target}`, sk: subject }),
}
