import * as z from 'zod/mini'
import type { Fen } from '../../../shared/kernel/money.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'

/** How the buyer comes to pay: scans a code, or is sent to a page of Alipay's on a phone or a computer. */
const products = ['precreate', 'wap', 'page'] as const
export type Product = (typeof products)[number]

/** What the merchant asked for. It becomes a trade only when a buyer scans the code or logs in on the page. */
const offer = z.object({
  product: z.enum(products),
  /** Digest of the request: a trade that exists is asked for again with the same words or not at all. */
  request: z.string(),
  subject: z.string(),
  totalFen: z.int(),
  notifyUrl: z.optional(z.string()),
  returnUrl: z.optional(z.string()),
  passback: z.optional(z.string()),
  /** Of `time_expire`; a moment. */
  expiresAt: z.optional(z.number()),
  /** Of `timeout_express`; counted from the scan. */
  lifeMs: z.optional(z.number()),
})

const refund = z.object({
  outRequestNo: z.string(),
  fen: z.int(),
  createdAt: z.number(),
  /** When the money moves. Later than `createdAt` only by a fault. */
  settlesAt: z.number(),
})

const trade = z.object({
  tradeNo: z.string(),
  offer,
  buyerId: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  closedAt: z.optional(z.number()),
  payment: z.optional(z.object({ paidFen: z.int(), paidAt: z.number() })),
  refunds: z.array(refund),
})

/** All that Alipay knows of an out_trade_no, as stored. Money in fen, times in epoch ms. */
export const folderSchema = z.object({
  outTradeNo: z.string(),
  offers: z.array(offer),
  trade: z.optional(trade),
})

export type Folder = z.infer<typeof folderSchema>
export type Offer = z.infer<typeof offer>
export type Trade = z.infer<typeof trade>
export type Refund = z.infer<typeof refund>
export type PaidTrade = Trade & { payment: NonNullable<Trade['payment']> }
export type TradeStatus = 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_FINISHED' | 'TRADE_CLOSED'

/** A trade whose buyer is in no hurry, and how long a paid one can be refunded. */
export const TRADE_LIFE: Millis = 15 * DAY
const REFUNDABLE_FOR: Millis = 365 * DAY

/** What a trade may become, and by what. `expire` and `finish` happen by time alone. */
export const tradeMoves = [
  { from: ['WAIT_BUYER_PAY'], to: 'TRADE_SUCCESS', when: 'pay' },
  { from: ['WAIT_BUYER_PAY', 'TRADE_CLOSED'], to: 'TRADE_SUCCESS', when: 'pay_even_closed' },
  { from: ['WAIT_BUYER_PAY'], to: 'TRADE_CLOSED', when: 'close' },
  { from: ['WAIT_BUYER_PAY'], to: 'TRADE_CLOSED', when: 'expire' },
  { from: ['TRADE_SUCCESS'], to: 'TRADE_SUCCESS', when: 'refund_part' },
  { from: ['TRADE_SUCCESS'], to: 'TRADE_CLOSED', when: 'refund_rest' },
  { from: ['TRADE_SUCCESS'], to: 'TRADE_FINISHED', when: 'finish' },
] as const satisfies readonly { from: readonly TradeStatus[]; to: TradeStatus; when: string }[]

export type TradeMove = (typeof tradeMoves)[number]['when']

export const isPaid = (of: Trade): of is PaidTrade => of.payment !== undefined

/** Money that has gone back by then. */
export const refundedFen = (of: Trade, at: Millis): Fen =>
  of.refunds.filter(({ settlesAt }) => settlesAt <= at).reduce((sum, { fen }) => sum + fen, 0)

/** What may still be asked back; money under way is not asked for twice. */
export const refundableFen = (of: PaidTrade): Fen =>
  of.refunds.reduce((left, { fen }) => left - fen, of.payment.paidFen)

/** TRADE_CLOSED is both: never paid, and paid but given back in full. */
export const tradeStatus = (of: Trade, now: Millis): TradeStatus => {
  if (!isPaid(of)) return of.closedAt !== undefined || now >= of.expiresAt ? 'TRADE_CLOSED' : 'WAIT_BUYER_PAY'
  if (refundedFen(of, now) >= of.payment.paidFen) return 'TRADE_CLOSED'
  return now - of.payment.paidAt > REFUNDABLE_FOR ? 'TRADE_FINISHED' : 'TRADE_SUCCESS'
}

export const mayMove = (of: Trade, move: TradeMove, now: Millis): boolean =>
  tradeMoves.some(({ from, when }) => when === move && from.some((status) => status === tradeStatus(of, now)))
