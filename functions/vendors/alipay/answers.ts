import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import type {
  PaymentFact,
  PaymentProvider,
  RefundRequest,
  RefundState,
  Unavailable,
} from '../../payment/paying/provider.ts'
import { unknownWord } from '../words.ts'
import { moment, number, readJson, someYuan, yuanText } from './fields.ts'

/** What a trade's state says about its payment. A closed trade was either never paid or given back in full. */
export const tradeStates: ReadonlyMap<string, 'paid' | 'unpaid' | 'closed'> = new Map([
  ['WAIT_BUYER_PAY', 'unpaid'],
  ['TRADE_SUCCESS', 'paid'],
  ['TRADE_FINISHED', 'paid'],
  ['TRADE_CLOSED', 'closed'],
])

const trade = z.object({
  out_trade_no: number,
  trade_status: z.string(),
  send_pay_date: z.optional(z.nullable(z.string())),
})

const paidTrade = z.object({ trade_no: number, total_amount: someYuan, send_pay_date: moment })

type Queried = Exclude<Awaited<ReturnType<PaymentProvider['query']>>, { kind: 'unavailable' | 'absent' }>

/**
 * The answer to a query for that order; undefined when it is about another one or cannot be read. A closed trade was paid once
 * if it says when the money went to the seller: nothing else in the answer tells a full refund from a trade nobody paid. An
 * unknown word settles nothing.
 */
export const readTrade =
  (outTradeNo: string) =>
  (body: string): Queried | Unavailable | undefined => {
    const read = readJson(trade, body)
    if (!read || read.out_trade_no !== outTradeNo) return undefined
    const state = tradeStates.get(read.trade_status)
    if (!state) return unknownWord(read.trade_status)
    if (state !== 'paid' && !(state === 'closed' && read.send_pay_date)) return { kind: state }
    const payment = readJson(paidTrade, body)
    if (!payment) return undefined
    const fact: PaymentFact = {
      channel: 'alipay',
      transactionId: payment.trade_no,
      outTradeNo,
      paidFen: payment.total_amount,
      paidAt: payment.send_pay_date,
    }
    return { kind: 'paid', fact }
  }

const closed = z.object({ out_trade_no: number })

/** The answer to closing that order. */
export const readClosed =
  (outTradeNo: string) =>
  (body: string): { kind: 'closed' } | undefined =>
    readJson(closed, body)?.out_trade_no === outTradeNo ? { kind: 'closed' } : undefined

const precreated = z.object({ out_trade_no: number, qr_code: z.string().check(z.minLength(1)) })

/** The code to scan for that order. */
export const readQrCode = (outTradeNo: string, body: string): string | undefined => {
  const read = readJson(precreated, body)
  return read?.out_trade_no === outTradeNo ? read.qr_code : undefined
}

const refund = z.object({
  out_trade_no: number,
  trade_no: number,
  fund_change: z.optional(z.nullable(z.string())),
  // Of all refunds of the trade together.
  refund_fee: yuanText,
  gmt_refund_pay: z.optional(z.nullable(z.string())),
})

/** When the money went back; where the answer does not say, it has just been learned. */
const refundedAt = (text: string | null | undefined, now: Millis): Millis => z.safeParse(moment, text).data ?? now

/** Whether this very call moved money. N: it did not, maybe because an earlier one did; ask then. */
const fundChanges: ReadonlyMap<string, 'processing' | 'succeeded'> = new Map([
  ['N', 'processing'],
  ['Y', 'succeeded'],
])

/**
 * The answer to a refund; undefined when it is about another trade or cannot be read. That the request was taken is no refund:
 * `fund_change` tells, and any other word in it, or none, says nothing.
 */
export const readRefund =
  (asked: RefundRequest, now: Millis) =>
  (body: string): RefundState | Unavailable | undefined => {
    const read = readJson(refund, body)
    if (!read || read.out_trade_no !== asked.outTradeNo || read.trade_no !== asked.transactionId) return undefined
    const moved = fundChanges.get(read.fund_change ?? '')
    if (moved !== 'succeeded') return moved ? { kind: moved } : unknownWord(read.fund_change)
    // Alipay refuses our number with another amount, so the amount of this refund is the one asked for; the sum must allow it.
    if (read.refund_fee < asked.refundFen || read.refund_fee > asked.totalFen) {
      return { kind: 'rejected', code: 'refund_mismatch' }
    }
    return { kind: 'succeeded', refundFen: asked.refundFen, succeededAt: refundedAt(read.gmt_refund_pay, now) }
  }

const absentNumber = z.optional(z.nullable(z.string()))

/** What the state of a refund says. Alipay takes a failed one again under its number, which a person decides. */
const refundStates: ReadonlyMap<string, 'processing' | 'succeeded' | 'rejected'> = new Map([
  ['REFUND_PROCESSING', 'processing'],
  ['REFUND_SUCCESS', 'succeeded'],
  ['REFUND_FAIL', 'rejected'],
])

const queriedRefund = z.object({
  out_trade_no: absentNumber,
  out_request_no: absentNumber,
  refund_status: absentNumber,
  refund_amount: absentNumber,
  gmt_refund_pay: absentNumber,
})

/**
 * The answer to asking for a refund; undefined when it is about another one or cannot be read. An answer without a word of a
 * refund means that there is none under this number: it may be sent again, with the same number and amount. An amount without a
 * state that the table has says nothing.
 */
export const readQueriedRefund =
  (of: { outTradeNo: string; outRefundNo: string }, now: Millis) =>
  (body: string): RefundState | Unavailable | undefined => {
    const read = readJson(queriedRefund, body)
    if (!read || (read.out_trade_no ?? of.outTradeNo) !== of.outTradeNo) return undefined
    if (!read.refund_status && !read.refund_amount) return { kind: 'absent' }
    if (read.out_request_no !== of.outRefundNo) return undefined
    const kind = refundStates.get(read.refund_status ?? '')
    if (!kind) return unknownWord(read.refund_status)
    if (kind === 'processing') return { kind }
    if (kind === 'rejected') return { kind, code: 'REFUND_FAIL' }
    const refundFen = z.safeParse(someYuan, read.refund_amount).data
    return refundFen === undefined ? undefined : { kind, refundFen, succeededAt: refundedAt(read.gmt_refund_pay, now) }
  }
