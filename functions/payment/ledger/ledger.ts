import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { GoodKind } from '../good-kinds.ts'
import type { PaymentChannel } from '../paying/provider.ts'

/** A debit is positive, a credit negative. `fen` counts the unit of its transaction. */
export type LedgerEntry = { account: string; fen: Fen }

/** Three ledgers: money, points, and vendor cost in 1/10,000 yuan, because list prices are finer than fen. */
export const ledgerUnits = ['fen', 'point', 'yuan_10000th'] as const
export type LedgerUnit = (typeof ledgerUnits)[number]

/** Money moved or changed owner. Immutable; its id is derived from what happened, so it can be written only once. */
export type LedgerTransaction = {
  id: string
  at: Millis
  unit: LedgerUnit
  entries: readonly LedgerEntry[]
  /** Of a refund that went out: since when it was owed, and when the channel took it, if it told of that apart. */
  owedSince?: Millis
  takenAt?: Millis | undefined
}

/** The account a channel holds our money in. */
export const clearing = (channel: PaymentChannel): string => `clearing:${channel}`
/** What bills say about a channel's money that nothing of ours explains. Ends at zero once people settled every difference. */
export const suspense = (channel: PaymentChannel): string => `suspense:${channel}`
/** A user's money before it is decided whose it is. Ends at zero for every payment. */
export const deposit = (outTradeNo: string): string => `deposit:${outTradeNo}`
/** What is owed back. Ends at zero once the channel has paid it out. */
export const refundPayable = (outTradeNo: string): string => `refund-payable:${outTradeNo}`
/** What a payer got twice, paid by hand and given back by the channel: theirs to return, until somebody has seen to it. */
export const paidTwice = (outTradeNo: string): string => `paid-twice:${outTradeNo}`

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

/** What earned money is booked as: the fee for a check, or the good that was delivered for it. */
export type Earned = 'fee' | GoodKind

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

/** How long whoever is paid had to wait. */
const waited = ({ owedSince, takenAt }: Pick<LedgerTransaction, 'owedSince' | 'takenAt'>) => ({
  ...(owedSince !== undefined && { owedSince }),
  ...(takenAt !== undefined && { takenAt }),
})

/** The channel confirmed that a refund was paid out. Written on success only. */
export const refundPaid = (of: {
  channel: PaymentChannel
  outTradeNo: string
  outRefundNo: string
  refundFen: Fen
  at: Millis
  owedSince?: Millis
  takenAt?: Millis | undefined
}): LedgerTransaction => ({
  ...transaction(`refund:${of.outRefundNo}`, of.at, [
    { account: refundPayable(of.outTradeNo), fen: of.refundFen },
    { account: clearing(of.channel), fen: -of.refundFen },
  ]),
  ...waited(of),
})

/** Points were credited for a payment: a ledger of its own, in points. */
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

/** Points were taken back, because the channel took their price back. */
export const pointsWithdrawn = (of: { accountId: string; outTradeNo: string; points: number; at: Millis }) =>
  transaction(
    `points-back:${of.outTradeNo}`,
    of.at,
    [
      { account: `points:${of.accountId}`, fen: of.points },
      { account: 'points-issued', fen: -of.points },
    ],
    'point',
  )

/** A vendor charged for a call, by its own rule; in 1/10,000 yuan. */
export const vendorCharged = (of: {
  vendor: string
  outTradeNo: string
  cost: number
  at: Millis
}): LedgerTransaction =>
  transaction(
    `vendor:${of.outTradeNo}`,
    of.at,
    [
      { account: `expense:vendor:${of.vendor}`, fen: of.cost },
      { account: `payable:vendor:${of.vendor}`, fen: -of.cost },
    ],
    'yuan_10000th',
  )

/**
 * The channel gave money back without being asked by us (a complaint, the merchant site): it pays what is owed first, then comes out
 * of what is still kept of what was earned. The rest had been paid by hand, and the payer has it twice.
 */
export const refundForced = (of: {
  channel: PaymentChannel
  outTradeNo: string
  channelRefundId: string
  fen: Fen
  owedFen: Fen
  /** What was earned by the payment, and how much of that is still kept; undefined where nothing was. */
  kept?: { earned: Earned; fen: Fen } | undefined
  at: Millis
}): LedgerTransaction => {
  const owed = Math.min(of.owedFen, of.fen)
  const kept = Math.min(of.kept?.fen ?? 0, of.fen - owed)
  return transaction(`forced-refund:${of.channelRefundId}`, of.at, [
    { account: refundPayable(of.outTradeNo), fen: owed },
    ...(of.kept ? [{ account: `revenue:${of.kept.earned}`, fen: kept }] : []),
    { account: paidTwice(of.outTradeNo), fen: of.fen - owed - kept },
    { account: clearing(of.channel), fen: -of.fen },
  ])
}

/** An operator paid a refund another way, because the channel cannot. */
export const refundPaidByHand = (of: {
  outTradeNo: string
  outRefundNo: string
  refundFen: Fen
  at: Millis
  owedSince?: Millis
}): LedgerTransaction => ({
  ...transaction(`refund:${of.outRefundNo}`, of.at, [
    { account: refundPayable(of.outTradeNo), fen: of.refundFen },
    { account: 'bank', fen: -of.refundFen },
  ]),
  ...waited(of),
})

/** What the channel paid out to our bank on a day, and what it kept for its service. Fees are read, never computed. */
export const channelSettled = (of: {
  channel: PaymentChannel
  day: string
  settledFen: Fen
  feeFen: Fen
  at: Millis
}) =>
  transaction(`settle:${of.channel}:${of.day}`, of.at, [
    { account: 'bank', fen: of.settledFen },
    { account: 'expense:channel', fen: of.feeFen },
    { account: clearing(of.channel), fen: -of.settledFen - of.feeFen },
  ])

/**
 * The channel's bill says something about money that nothing of ours explains: held in suspense until somebody finds out.
 * `fen` is what the channel holds more (or less) than we knew.
 */
export const suspended = (of: { channel: PaymentChannel; day: string; difference: string; fen: Fen; at: Millis }) =>
  transaction(`suspense:${of.channel}:${of.day}:${of.difference}`, of.at, [
    { account: clearing(of.channel), fen: of.fen },
    { account: suspense(of.channel), fen: -of.fen },
  ])

/**
 * People ended a difference: the `account` that it left wrong gets its `fen`, `against` what that turned out to be. One a difference,
 * whichever way it was.
 */
export const differenceSettled = (of: {
  channel: PaymentChannel
  day: string
  difference: string
  account: string
  fen: Fen
  against: string
  at: Millis
}) =>
  transaction(`settled:${of.channel}:${of.day}:${of.difference}`, of.at, [
    { account: of.account, fen: of.fen },
    { account: of.against, fen: -of.fen },
  ])
