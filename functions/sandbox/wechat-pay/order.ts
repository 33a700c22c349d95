import * as z from 'zod/mini'
import type { Fen } from '../../../shared/kernel/money.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'

/** How the payer comes to the order: scans a code, opens an address in a browser, or pays on a page inside WeChat. */
const products = ['native', 'h5', 'jsapi'] as const
export type Product = (typeof products)[number]

const refundEnds = ['SUCCESS', 'CLOSED', 'ABNORMAL'] as const

const refund = z.object({
  /** Empty when the merchant did not ask for it: given back by the channel or by hand. */
  outRefundNo: z.string(),
  refundId: z.string(),
  /** Digest of the request, because a repeat must be identical. */
  request: z.string(),
  refundFen: z.int(),
  notifyUrl: z.optional(z.string()),
  createdAt: z.number(),
  /** PROCESSING until then, then `ends`: the state follows from the time, so no lost queue message can keep it back. */
  settlesAt: z.number(),
  ends: z.enum(refundEnds),
})

/** An order of the channel with its payment and its refunds, as stored. Money in fen, times in epoch ms. */
export const orderSchema = z.object({
  outTradeNo: z.string(),
  product: z._default(z.enum(products), 'native'),
  /** Of JSAPI: the only one who can pay. */
  payer: z.optional(z.string()),
  request: z.string(),
  description: z.string(),
  attach: z.optional(z.string()),
  notifyUrl: z.string(),
  totalFen: z.int(),
  createdAt: z.number(),
  expiresAt: z.number(),
  closedAt: z.optional(z.number()),
  payment: z.optional(
    z.object({ transactionId: z.string(), openid: z.string(), paidFen: z.int(), paidAt: z.number() }),
  ),
  refunds: z.array(refund),
})

export type WeChatOrder = z.infer<typeof orderSchema>
export type WeChatRefund = z.infer<typeof refund>
export type WeChatPaid = WeChatOrder & { payment: NonNullable<WeChatOrder['payment']> }
export type RefundEnd = (typeof refundEnds)[number]
export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
export type RefundState = 'PROCESSING' | RefundEnd

/** An order without `time_expire` lives seven days. */
export const ORDER_LIFE: Millis = 7 * DAY

/** What an order may become, and by what. `expire` happens by time alone. */
export const tradeMoves = [
  { from: ['NOTPAY'], to: 'SUCCESS', when: 'pay' },
  { from: ['NOTPAY', 'CLOSED'], to: 'SUCCESS', when: 'pay_even_closed' },
  { from: ['NOTPAY', 'CLOSED'], to: 'CLOSED', when: 'close' },
  { from: ['NOTPAY'], to: 'CLOSED', when: 'expire' },
  { from: ['SUCCESS', 'REFUND'], to: 'REFUND', when: 'refund' },
] as const satisfies readonly { from: readonly TradeState[]; to: TradeState; when: string }[]

export type TradeMove = (typeof tradeMoves)[number]['when']

/** REFUND once any refund was asked for, which still means paid. */
export const tradeState = (order: WeChatOrder, now: Millis): TradeState => {
  if (order.payment) return order.refunds.length > 0 ? 'REFUND' : 'SUCCESS'
  return order.closedAt !== undefined || now >= order.expiresAt ? 'CLOSED' : 'NOTPAY'
}

export const mayMove = (order: WeChatOrder, move: TradeMove, now: Millis): boolean =>
  tradeMoves.some(({ from, when }) => when === move && from.some((state) => state === tradeState(order, now)))

export const isPaid = (order: WeChatOrder): order is WeChatPaid => order.payment !== undefined

export const refundState = (of: WeChatRefund, now: Millis): RefundState =>
  now >= of.settlesAt ? of.ends : 'PROCESSING'

/** What can still be given back: a closed refund frees its amount. */
export const refundableFen = (order: WeChatPaid, now: Millis): Fen =>
  order.refunds
    .filter((one) => refundState(one, now) !== 'CLOSED')
    .reduce((left, one) => left - one.refundFen, order.payment.paidFen)

/** Whether the payer has everything back. */
export const isFullyRefunded = (order: WeChatOrder, now: Millis): boolean => {
  const back = order.refunds.filter((one) => refundState(one, now) === 'SUCCESS')
  return isPaid(order) && back.reduce((sum, one) => sum + one.refundFen, 0) === order.payment.paidFen
}

/** Close: answers the order as it is then; undefined when it is paid. Closing twice is allowed. */
export const closed = (order: WeChatOrder, now: Millis): WeChatOrder | undefined =>
  mayMove(order, 'close', now) ? { ...order, closedAt: order.closedAt ?? now } : undefined
