import { keyAt } from '../../shared/table/keys.ts'
import type { Key } from '../../shared/table/write.ts'

/** Every key of the sandbox's table; no index. */
export const keys = {
  wechatOrder: (outTradeNo: string): Key => keyAt(`wechat-order#${outTradeNo}`, 'order'),
  /** Which order a refund number belongs to: a number is unique per merchant, not per order. */
  wechatRefund: (outRefundNo: string): Key => keyAt(`wechat-refund#${outRefundNo}`, 'order'),
  wechatTransaction: (transactionId: string): Key => keyAt(`wechat-transaction#${transactionId}`, 'order'),
  wechatComplaint: (complaintId: string): Key => keyAt('wechat-complaint', complaintId),
  /** Where complaints are notified. */
  wechatComplaintAddress: (mchid: string): Key => keyAt('wechat-complaint-address', mchid),
  /** A code of WeChat, and what it is worth. */
  wechatCode: (code: string): Key => keyAt(`wechat-code#${code}`, 'code'),
  /** A code to be scanned on the page of a website app, and how far that is. */
  wechatScan: (uuid: string): Key => keyAt(`wechat-scan#${uuid}`, 'scan'),
  /** Who holds the phone in WeChat. */
  wechatUser: (): Key => keyAt('wechat-user', 'user'),
  alipayTrade: (outTradeNo: string): Key => keyAt(`alipay-trade#${outTradeNo}`, 'trade'),
  alipayNumber: (tradeNo: string): Key => keyAt(`alipay-number#${tradeNo}`, 'trade'),
  task: (id: string): Key => keyAt('task', id),
  /** Money that moved, by day and time. */
  journal: (channel: string, at: string): Key => keyAt(`journal#${channel}`, at),
  bill: (token: string): Key => keyAt(`bill#${token}`, 'ticket'),
  /** A number that a request was signed with. */
  acs3Nonce: (nonce: string): Key => keyAt(`acs3-nonce#${nonce}`, 'nonce'),
  /** A confirmation by face that a vendor began. */
  faceToken: (house: string, number: string): Key => keyAt(`face-token#${house}`, number),
  /** When a company was first asked about. */
  companyAsked: (creditCode: string): Key => keyAt(`company#${creditCode}`, 'asked'),
  /** A transfer that an account at the bank got. */
  bankTransfer: (accountNumber: string, id: string): Key => keyAt(`bank#${accountNumber}`, id),
  sms: (phone: string, id: string): Key => keyAt(`sms#${phone}`, id),
  /** An e-mail that an address received. */
  mail: (address: string, id: string): Key => keyAt(`mail#${address}`, id),
  /** A text that a vendor took. */
  sentSms: (vendor: string, phone: string, id: string): Key => keyAt(`sent-sms#${vendor}#${phone}`, id),
  vendorCall: (vendor: string, id: string): Key => keyAt('vendor-call', `${vendor}#${id}`),
  fault: (target: string, subject: string): Key => keyAt(`fault#${target}`, subject),
}
