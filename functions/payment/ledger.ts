import type { Fen } from '../../shared/kernel/money.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { OrderKind } from './order.ts'
import type { PaymentChannel } from './providers/provider.ts'

/** A debit is positive, a credit negative. In the points ledger the amount counts points. */
export type LedgerEntry = { account: string; fen: Fen }

/** Money moved or changed owner. Immutable; its id is derived from what happened, so it can be written only once. */
export type LedgerTransaction = { id: string; at: Millis; unit: 'fen' | 'point'; entries: readonly LedgerEntry[] }

const clearing = (channel: PaymentChannel): string => `clearing:${channel}`
/** A user's money before it is decided whose it is. Ends at zero for every payment. */
const deposit = (outTradeNo: string): string => `deposit:${outTradeNo}`
/** What is owed back. Ends at zero once the channel has paid it out. */
const refundPayable = (outTradeNo: string): string => `refund-payable:${outTradeNo}`

const transaction = (
  id: string,
  at: Millis,
  entries: readonly LedgerEntry[],
  unit: LedgerTransaction['unit'] = 'fen',
): LedgerTransaction => {
  const moved = entries.filter((entry) => entry.fen !== 0)
  if (moved.reduce((sum, entry) => sum + entry.fen, 0) !== 0) throw new Error('ledger entries must sum to zero')
  return { id, at, unit, entries: moved }
}

/** A payment came in: the channel holds it, and it is the user's until decided. */
export const paymentReceived = (of: { channel: PaymentChannel; outTradeNo: string; paidFen: Fen; at: Millis }) =>
  transaction(`pay:${of.outTradeNo}`, of.at, [
    { account: clearing(of.channel), fen: of.paidFen },
    { account: deposit(of.outTradeNo), fen: -of.paidFen },
  ])

/** Where earned money goes: what a match of each offer, or a purchase, is booked as. */
export type Earned = 'fee' | 'membership' | 'points'

/** What a purchase without a check earns. */
export const earnedBy = (kind: Exclude<OrderKind, 'verification'>): Earned => kind

/** It is decided whose the payment is: `refundFen` goes back, the rest is earned. */
export const paymentDecided = (of: {
  outTradeNo: string
  paidFen: Fen
  refundFen: Fen
  earned: Earned
  at: Millis
}): LedgerTransaction =>
  transaction(`decide:${of.outTradeNo}`, of.at, [
    { account: deposit(of.outTradeNo), fen: of.paidFen },
    { account: `revenue:${of.earned}`, fen: of.refundFen - of.paidFen },
    { account: refundPayable(of.outTradeNo), fen: -of.refundFen },
  ])

/** The channel confirmed that a refund was paid out. Written on success only. */
export const refundPaid = (of: {
  channel: PaymentChannel
  outTradeNo: string
  outRefundNo: string
  refundFen: Fen
  at: Millis
}): LedgerTransaction =>
  transaction(`refund:${of.outRefundNo}`, of.at, [
    { account: refundPayable(of.outTradeNo), fen: of.refundFen },
    { account: clearing(of.channel), fen: -of.refundFen },
  ])

/** Points were credited for a payment: a ledger of its own, in points. P14. */
export const pointsIssued = (of: { accountId: string; outTradeNo: string; points: number; at: Millis }) =>
  transaction(
    `points:${of.outTradeNo}`,
    of.at,
    [
      { account: 'points-issued', fen: of.points },
      { account: `points:${of.accountId}`, fen: -of.points },
    ],
    'point',
  )
