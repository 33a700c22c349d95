import * as z from 'zod/mini'
import type {
  PaymentFact,
  PaymentProvider,
  RefundRequest,
  RefundState,
  Unavailable,
} from '../../payment/paying/provider.ts'
import { unknownWord } from '../words.ts'
import { cny, fen, moment, number } from './fields.ts'
import { parseJson } from './json.ts'
import type { Merchant } from './merchant.ts'

/** After any refund an order's state is REFUND for good: it says that it was paid, not that it no longer is. */
const tradeStates: ReadonlyMap<string, 'paid' | 'unpaid' | 'closed'> = new Map([
  ['NOTPAY', 'unpaid'],
  ['SUCCESS', 'paid'],
  ['REFUND', 'paid'],
  ['CLOSED', 'closed'],
])

/** Accepted is not refunded: only SUCCESS is. */
const refundStates: ReadonlyMap<string, 'processing' | 'succeeded' | 'closed' | 'abnormal'> = new Map([
  ['PROCESSING', 'processing'],
  ['SUCCESS', 'succeeded'],
  ['CLOSED', 'closed'],
  ['ABNORMAL', 'abnormal'],
])

const order = z.object({ mchid: z.string(), appid: z.string(), out_trade_no: number, trade_state: z.string() })

const payment = z.extend(order, {
  transaction_id: number,
  success_time: moment,
  // Not payer_total, which the payer's coupons lower.
  amount: z.object({ total: fen, currency: cny }),
})

const isOurs = (merchant: Merchant, { mchid, appid }: { mchid: string; appid: string }): boolean =>
  mchid === merchant.mchid && appid === merchant.appid

/** The payment an order states, from a query or a notification; undefined unless it is paid, in CNY, and to this merchant. */
export const readPayment = (merchant: Merchant, body: Buffer): PaymentFact | undefined => {
  const read = parseJson(payment, body)
  if (!read || !isOurs(merchant, read) || tradeStates.get(read.trade_state) !== 'paid') return undefined
  return {
    channel: 'wechat_pay',
    transactionId: read.transaction_id,
    outTradeNo: read.out_trade_no,
    paidFen: read.amount.total,
    paidAt: read.success_time,
  }
}

type Queried = Exclude<Awaited<ReturnType<PaymentProvider['query']>>, { kind: 'unavailable' | 'absent' }>

/** The answer to a query for that order; undefined when it is about anything else or cannot be read. An unknown word settles nothing. */
export const readOrder =
  (merchant: Merchant, outTradeNo: string) =>
  (body: Buffer): Queried | Unavailable | undefined => {
    const read = parseJson(order, body)
    if (!read || !isOurs(merchant, read) || read.out_trade_no !== outTradeNo) return undefined
    const state = tradeStates.get(read.trade_state)
    if (state !== 'paid') return state ? { kind: state } : unknownWord(read.trade_state)
    const fact = readPayment(merchant, body)
    return fact && { kind: 'paid', fact }
  }

const refund = z.object({
  transaction_id: number,
  out_refund_no: number,
  status: z.string(),
  success_time: z.nullish(z.string()),
  amount: z.object({ refund: fen, total: fen, currency: cny }),
})

/**
 * The answer to a refund or to a query for one; undefined when it is about another refund or cannot be read. A signed
 * answer that has our number but another payment or amount is `rejected`: no repeat changes it, a person must look. An unknown
 * word is no state.
 */
export const readRefund =
  (outRefundNo: string, asked?: RefundRequest) =>
  (body: Buffer): RefundState | Unavailable | undefined => {
    const read = parseJson(refund, body)
    if (!read || read.out_refund_no !== outRefundNo) return undefined
    const { amount } = read
    const contradicts =
      asked &&
      (read.transaction_id !== asked.transactionId ||
        amount.refund !== asked.refundFen ||
        amount.total !== asked.totalFen)
    return contradicts ? { kind: 'rejected', code: 'refund_mismatch' } : refundState(read.status, amount.refund, read)
  }

const refundNotice = z.object({
  mchid: z.string(),
  out_trade_no: number,
  out_refund_no: number,
  refund_status: z.string(),
  success_time: z.nullish(z.string()),
  amount: z.object({ refund: fen, currency: z.optional(cny) }),
})

export type RefundNotice = { outTradeNo: string; outRefundNo: string; state: RefundState }

/** The plaintext of a refund notification; undefined when it is another merchant's or cannot be read. */
export const readRefundNotice = (merchant: Merchant, body: Buffer): RefundNotice | undefined => {
  const read = parseJson(refundNotice, body)
  if (!read || read.mchid !== merchant.mchid) return undefined
  const state = refundState(read.refund_status, read.amount.refund, read)
  if (!state || state.kind === 'unavailable') return undefined
  return { outTradeNo: read.out_trade_no, outRefundNo: read.out_refund_no, state }
}

const complaintNotice = z.object({
  complaint_id: number,
  action_type: z.string().check(z.regex(/^[A-Z0-9_]{1,64}$/)),
})

/** The plaintext of a complaint notification: an id, and what was done to it. It names no merchant; it is sealed for us. */
export const readComplaintNotice = (body: Buffer): { complaintId: string; action: string } | undefined => {
  const read = parseJson(complaintNotice, body)
  return read && { complaintId: read.complaint_id, action: read.action_type }
}

/** The time counts only for a refund that succeeded; in other states it may be missing or empty. */
const refundState = (
  status: string,
  refundFen: number,
  { success_time }: { success_time?: string | null },
): RefundState | Unavailable | undefined => {
  const kind = refundStates.get(status)
  if (kind !== 'succeeded') return kind ? { kind } : unknownWord(status)
  const succeededAt = z.safeParse(moment, success_time).data
  return succeededAt === undefined ? undefined : { kind, refundFen, succeededAt }
}
