import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { PaymentChannel, Unavailable } from '../../payment/paying/provider.ts'
import type { SetAside } from './set-aside.ts'

/** One row of a channel's daily bill, as far as this service understands it: money that came or went back. */
export type BillRow = {
  kind: 'payment' | 'refund'
  outTradeNo: string
  transactionId: string
  /** Only on refunds; empty when the channel gave money back without being asked by us. */
  outRefundNo?: string
  /** The channel's own number of a refund. */
  channelRefundId?: string
  /** What was paid or given back. */
  fen: Fen
  /** The channel's charge for it; negative when a refund returns some of it. Read, never computed. */
  feeFen: Fen
  /** The channel's time of it. */
  at: Millis
  /** A refund that the bill lists although it has not succeeded (yet). */
  pending?: true
}

/**
 * A channel's bill of one Beijing day. `rows` are those that are ours or could be, `totals` what they come to; all others are set
 * aside; of refunds those that had succeeded by then, as what is only asked for gave nobody anything. All rows together have been held
 * against the totals in the file.
 */
export type Bill = {
  channel: PaymentChannel
  /** YYYYMMDD in Beijing. */
  day: string
  rows: readonly BillRow[]
  setAside: readonly SetAside[]
  totals: { paidFen: Fen; refundedFen: Fen; feeFen: Fen }
  /** The file as received, to be kept as evidence. */
  file: { name: string; sha256: string; bytes: number }
}

/**
 * `not_ready`: the channel has not made it yet. `absent`: there was no trade that day. `damaged`: hash or totals do not hold, or a
 * row cannot be read that is ours or could be.
 */
export type BillAnswer =
  | { kind: 'bill'; bill: Bill }
  | { kind: 'not_ready' }
  | { kind: 'absent' }
  | { kind: 'damaged'; reason: string }
  | Unavailable

/**
 * What a day moved on the account, in fen. `settledFen`: withdrawn to our bank, less what was put in; of the whole account, because
 * nothing says whose it was. `feeFen`: charges kept by the channel for what is ours. `netFen`: what our rows come to, charges
 * taken off. Rows of others are set aside, and in none of these.
 */
export type Settlement = {
  day: string
  settledFen: Fen
  feeFen: Fen
  netFen: Fen
  setAside: readonly SetAside[]
}

export type SettlementAnswer =
  | { kind: 'settlement'; settlement: Settlement }
  | { kind: 'not_ready' }
  | { kind: 'absent' }
  | { kind: 'damaged'; reason: string }
  | Unavailable

/** Where a channel's daily bills come from. Never throws for what the channel or the network does. */
export type BillSource = {
  channel: PaymentChannel
  /** The trade bill of a Beijing day (YYYYMMDD), payments and refunds. */
  tradeBill(day: string): Promise<BillAnswer>
  /**
   * What the channel says it paid out and charged that day. `ours`: our rows of the day's trade bill, whose numbers tell which
   * charges are ours.
   */
  settlement(day: string, ours: readonly BillRow[]): Promise<SettlementAnswer>
}
