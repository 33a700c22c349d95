import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { AlipayErrorName } from './errors.ts'
import {
  type Folder,
  isPaid,
  mayMove,
  type Offer,
  type PaidTrade,
  type Refund,
  refundableFen,
  TRADE_LIFE,
  type Trade,
  tradeStatus,
} from './trade.ts'

type Refused = { kind: 'refused'; error: AlipayErrorName }
const refuse = (error: AlipayErrorName): Refused => ({ kind: 'refused', error })

/**
 * What the merchant asks for is remembered, without becoming a trade. Before anybody has scanned, the same number may be
 * asked for in other words; afterwards only in those of the trade.
 */
export const decideOffer = (
  folder: Folder,
  offer: Offer,
  now: Millis,
): Refused | { kind: 'offered'; folder: Folder; at: number } => {
  const { offers, trade } = folder
  if (offer.expiresAt !== undefined && offer.expiresAt <= now) return refuse('param_invalid')
  if (trade && isPaid(trade)) return refuse('trade_has_success')
  if (trade && tradeStatus(trade, now) === 'TRADE_CLOSED') return refuse('trade_has_close')
  if (trade && trade.offer.request !== offer.request) return refuse('context_inconsistent')
  const known = offers.findIndex(({ request }) => request === offer.request)
  if (known >= 0) return { kind: 'offered', folder, at: known }
  return { kind: 'offered', folder: { ...folder, offers: [...offers, offer] }, at: offers.length }
}

/** How a buyer may pay otherwise than asked. */
export type BuyerOddities = { amountFen?: Fen; payAfterClose?: boolean }

export type BuyerRefused = { kind: 'refused'; because: 'paid' | 'closed' | 'expired' | 'changed' }
const turnAway = (because: BuyerRefused['because']): BuyerRefused => ({ kind: 'refused', because })

/** The buyer scans the code or logs in on the page: only now there is a trade. */
export const decideScan = (
  { trade }: Folder,
  offer: Offer,
  of: { tradeNo: string; buyerId: string; even: boolean },
  now: Millis,
): BuyerRefused | { kind: 'scanned'; trade: Trade } => {
  if (trade) return trade.offer.request === offer.request ? { kind: 'scanned', trade } : turnAway('changed')
  const expiresAt = offer.expiresAt ?? now + (offer.lifeMs ?? TRADE_LIFE)
  if (expiresAt <= now && !of.even) return turnAway('expired')
  const { tradeNo, buyerId } = of
  return { kind: 'scanned', trade: { tradeNo, offer, buyerId, createdAt: now, expiresAt, refunds: [] } }
}

/** The buyer pays a trade that is open. */
export const decidePay = (
  trade: Trade,
  { amountFen, payAfterClose }: BuyerOddities,
  now: Millis,
): BuyerRefused | { kind: 'paid'; trade: PaidTrade } => {
  if (isPaid(trade)) return turnAway('paid')
  if (!mayMove(trade, payAfterClose ? 'pay_even_closed' : 'pay', now))
    return turnAway(trade.closedAt === undefined ? 'expired' : 'closed')
  return { kind: 'paid', trade: { ...trade, payment: { paidFen: amountFen ?? trade.offer.totalFen, paidAt: now } } }
}

/** Close: only a trade that waits for its buyer. */
export const decideClose = (trade: Trade | undefined, now: Millis): Refused | { kind: 'closed'; trade: Trade } => {
  if (!trade) return refuse('trade_not_exist')
  if (isPaid(trade)) return refuse('trade_has_success')
  return mayMove(trade, 'close', now)
    ? { kind: 'closed', trade: { ...trade, closedAt: now } }
    : refuse('trade_status_error')
}

export type RefundTerms = { outRequestNo: string; fen: Fen; settlesMs: Millis; spacingMs: Millis }

const refundFault = (trade: PaidTrade, terms: RefundTerms, now: Millis): AlipayErrorName | undefined => {
  const status = tradeStatus(trade, now)
  if (status === 'TRADE_CLOSED') return 'trade_has_close'
  if (status === 'TRADE_FINISHED') return 'trade_has_finished'
  if (terms.fen > refundableFen(trade)) return 'refund_exceeds'
  const last = trade.refunds.at(-1)
  return last && now - last.createdAt < terms.spacingMs ? 'system_error' : undefined
}

/** Refund: once per number, never more than was paid. A number that is known answers what became of it. */
export const decideRefund = (
  trade: Trade | undefined,
  terms: RefundTerms,
  now: Millis,
): Refused | { kind: 'same' | 'accepted'; trade: PaidTrade; refund: Refund } => {
  if (!trade) return refuse('trade_not_exist')
  if (!isPaid(trade)) return refuse('trade_status_error')
  const { outRequestNo, fen, settlesMs } = terms
  const known = trade.refunds.find((one) => one.outRequestNo === outRequestNo)
  if (known) return known.fen === fen ? { kind: 'same', trade, refund: known } : refuse('refund_discordant')
  const fault = refundFault(trade, terms, now)
  if (fault) return refuse(fault)
  const refund: Refund = { outRequestNo, fen, createdAt: now, settlesAt: now + settlesMs }
  return { kind: 'accepted', trade: { ...trade, refunds: [...trade.refunds, refund] }, refund }
}
