import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'

/** Channels money comes through. */
export const paymentChannels = ['wechat_pay', 'alipay'] as const
export type PaymentChannel = (typeof paymentChannels)[number]

export const isPaymentChannel = (text: string): text is PaymentChannel => paymentChannels.some((one) => one === text)

/** How a person can pay; each belongs to one channel. */
export const paymentMethods = [
  'wechat_native',
  'wechat_h5',
  'wechat_jsapi',
  'alipay_qr',
  'alipay_wap',
  'alipay_page',
] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** One payment, as the channel states it. Exists once per channel and transaction id, whoever reports it how often. */
export type PaymentFact = {
  channel: PaymentChannel
  transactionId: string
  outTradeNo: string
  /** The order's total at the channel (before the payer's coupons). */
  paidFen: Fen
  paidAt: Millis
}

/** What creating a payment needs; frozen on the payment attempt, because a repeat must be identical byte for byte. */
export type PaymentRequest = {
  method: PaymentMethod
  outTradeNo: string
  amountFen: Fen
  description: string
  expiresAt: Millis
  notifyUrl: string
  /** The payer's address, IPv4 or IPv6: WeChat H5 demands it, lets only it pay, and refuses 127.0.0.1. */
  payerIp?: string
  /** Who pays inside WeChat: JSAPI demands it, and lets nobody else pay. */
  openid?: string
  /** Where the payer's browser comes back to, for pages of the channel. */
  returnUrl?: string
}

/** Who pays and how: the method, and what some methods need to know. */
export type Payer = Pick<PaymentRequest, 'method' | 'payerIp' | 'openid' | 'returnUrl'>

/** What the page hands to WeixinJSBridge, signed with the merchant's key. */
export type JsapiCall = {
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/** What the payer needs to pay: a code to scan, an address to open, or a call for the page inside WeChat. */
export type PayerAction = {
  codeUrl?: string
  h5Url?: string
  jsapi?: JsapiCall
  qrCode?: string
  formUrl?: string
}

/** What giving back needs. The same numbers and amounts on every repeat. */
export type RefundRequest = {
  outTradeNo: string
  transactionId: string
  outRefundNo: string
  refundFen: Fen
  /** What was paid, which is not what was asked when a wrong amount came. */
  totalFen: Fen
  reason: string
  notifyUrl: string
}

/**
 * `unavailable`: nothing is known (no answer, or an answer that does not verify); ask again later. `code` is for the log.
 * `needsRepair`: no repeat goes through before a person mends something on our side (balance, key, permission). `unknownWord`: the
 * channel said a word that nobody here knows, which is never taken for a state. Both ring at once, whoever asked.
 */
export type Unavailable = { kind: 'unavailable'; code: string; needsRepair?: true; unknownWord?: true }

export type RefundState =
  | { kind: 'processing' }
  | { kind: 'succeeded'; refundFen: Fen; succeededAt: Millis }
  /** The channel gave up; only a new refund number helps. */
  | { kind: 'closed' }
  /** The payer's card or account cannot take it; a person must act at the channel. */
  | { kind: 'abnormal' }
  /** The channel does not know this refund number: it was not accepted. */
  | { kind: 'absent' }
  /** Refused for a reason that no repeat cures; an operator must look. */
  | { kind: 'rejected'; code: string }

export type Notification =
  | { kind: 'payment'; fact: PaymentFact }
  | { kind: 'refund'; outTradeNo: string; outRefundNo: string; state: RefundState }
  /** Something happened to a complaint; only its id is told, the rest must be asked for. */
  | { kind: 'complaint'; complaintId: string; action: string }
  /** Signed by the channel, but nothing this service acts on. */
  | { kind: 'other'; eventType: string }
  | { kind: 'refused'; code: 'signature_invalid' | 'notification_invalid' }

/** A payment channel. Every method makes at most one call and never throws for what the channel or the network does. */
export type PaymentProvider = {
  channel: PaymentChannel
  methods: readonly PaymentMethod[]
  /** Where it takes openids: the only app whose they may be. */
  appId?: string
  create(
    request: PaymentRequest,
  ): Promise<
    | { kind: 'created'; action: PayerAction }
    | { kind: 'already_paid' }
    | { kind: 'rejected'; code: string }
    | Unavailable
  >
  query(
    outTradeNo: string,
  ): Promise<
    { kind: 'paid'; fact: PaymentFact } | { kind: 'unpaid' } | { kind: 'closed' } | { kind: 'absent' } | Unavailable
  >
  close(outTradeNo: string): Promise<{ kind: 'closed' } | { kind: 'already_paid' } | Unavailable>
  refund(request: RefundRequest): Promise<RefundState | Unavailable>
  queryRefund(refund: { outTradeNo: string; outRefundNo: string }): Promise<RefundState | Unavailable>
  /** Verifies first, over the raw bytes; reads after. Header names in lower case. */
  readNotification(headers: Record<string, string | undefined>, rawBody: Buffer, now: Millis): Notification
}
