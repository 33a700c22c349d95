import * as z from 'zod/mini'
import type { Notification, PaymentProvider } from '../../payment/paying/provider.ts'
import { refusedStatus } from '../acknowledgement.ts'
import { tradeStates } from './answers.ts'
import { moment, number, someYuan } from './fields.ts'
import { formParams } from './form.ts'
import type { Merchant } from './merchant.ts'
import { type Params, SIGN_TYPE, signatureHolds, signedText } from './signing.ts'

const forged: Notification = { kind: 'refused', code: 'signature_invalid' }
const invalid: Notification = { kind: 'refused', code: 'notification_invalid' }

/**
 * Notifications do not say which certificate they are signed under, so any of ours will do. About trades sign_type is not part
 * of the signed text; in some others it is.
 */
const isSigned = (merchant: Merchant, { sign = '', sign_type, ...rest }: Params): boolean => {
  // What is offered under another type is not weaker proof, but none: nobody here agreed to it.
  if (sign_type !== SIGN_TYPE) return false
  const texts = [signedText(rest), signedText({ ...rest, sign_type: SIGN_TYPE })]
  return [...merchant.alipayKeys.values()].some((key) => texts.some((text) => signatureHolds(key, text, sign)))
}

const about = z.object({ seller_id: z.string(), trade_status: z.string().check(z.minLength(1)) })

const payment = z.object({ trade_no: number, out_trade_no: number, total_amount: someYuan, gmt_payment: moment })

const readPayment = (params: Params): Notification => {
  const read = z.safeParse(payment, params).data
  if (!read) return invalid
  const { trade_no, out_trade_no, total_amount, gmt_payment } = read
  const fact = {
    channel: 'alipay',
    transactionId: trade_no,
    outTradeNo: out_trade_no,
    paidFen: total_amount,
    paidAt: gmt_payment,
  } as const
  return { kind: 'payment', fact }
}

const refund = z.object({ out_trade_no: number, out_biz_no: number })

/**
 * A refund, seen from the trade: its `refund_fee` is the sum of all refunds so far, so it does not tell what became of this one.
 * The state is therefore `processing`: ask. Given back without a number of ours (at Alipay's own pages), it is the bill's affair.
 */
const readRefund = (params: Params): Notification => {
  if (!params.out_biz_no) return { kind: 'other', eventType: 'refund_without_number' }
  const read = z.safeParse(refund, params).data
  if (!read) return invalid
  return {
    kind: 'refund',
    outTradeNo: read.out_trade_no,
    outRefundNo: read.out_biz_no,
    state: { kind: 'processing' },
  }
}

/** After a refund of a part Alipay says TRADE_SUCCESS again; only these two members tell that it is about a refund. */
const isRefund = (params: Params): boolean => Boolean(params.gmt_refund || params.out_biz_no)

const readTradeNotice = (merchant: Merchant, params: Params): Notification => {
  const read = z.safeParse(about, params).data
  if (!read || read.seller_id !== merchant.sellerId) return invalid
  if (isRefund(params)) return readRefund(params)
  return tradeStates.get(read.trade_status) === 'paid'
    ? readPayment(params)
    : { kind: 'other', eventType: read.trade_status }
}

/**
 * Verifies what was sent, and only then reads it. Alipay has no window in which a notification is fresh: the same one may come
 * for a day, and be replayed for ever, so whoever acts on it must do so once.
 */
export const notificationReader =
  (merchant: Merchant): PaymentProvider['readNotification'] =>
  (_headers, rawBody) => {
    const params = formParams(rawBody)
    if (!params || !isSigned(merchant, params)) return forged
    if (params.app_id !== merchant.appId) return invalid
    if (params.notify_type === 'trade_status_sync') return readTradeNotice(merchant, params)
    return { kind: 'other', eventType: params.msg_method || params.notify_type || 'unnamed' }
  }

/**
 * What Alipay takes as an answer to a notification: exactly `success` ends it; anything else makes it send again, eight times in
 * 25 hours, also the 5xx that comes where the notification could not be written down.
 */
export const acknowledgement = (
  outcome: 'accepted' | 'signature_invalid' | 'notification_invalid',
): { status: number; text: 'success' | 'failure' } =>
  outcome === 'accepted' ? { status: 200, text: 'success' } : { status: refusedStatus[outcome], text: 'failure' }
