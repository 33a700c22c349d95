import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { PaymentChannel, Unavailable } from '../../payment/paying/provider.ts'

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

/** A channel's bill of one Beijing day. `totals` are the footer's; rows and totals have been held against each other. */
export type Bill = {
  channel: PaymentChannel
  /** YYYYMMDD in Beijing. */
  day: string
  rows: readonly BillRow[]
  totals: { paidFen: Fen; refundedFen: Fen; feeFen: Fen }
  /** The file as received, to be kept as evidence. */
  file: { name: string; sha256: string; bytes: number }
}

/** `not_ready`: the channel has not made it yet. `absent`: there was no trade that day. `damaged`: hash or totals do not hold. */
export type BillAnswer =
  | { kind: 'bill'; bill: Bill }
  | { kind: 'not_ready' }
  | { kind: 'absent' }
  | { kind: 'damaged'; reason: string }
  | Unavailable

/** What a settlement moved on one day: into our bank, and charges kept by the channel. Fen. */
export type Settlement = { day: string; settledFen: Fen; feeFen: Fen }

/** Where a channel's daily bills come from. Never throws for what the channel or the network does. */
export type BillSource = {
  channel: PaymentChannel
  /** The trade bill of a Beijing day (YYYYMMDD), payments and refunds. */
  tradeBill(day: string): Promise<BillAnswer>
  /** What the channel says it paid out and charged that day. */
  settlement(
    day: string,
  ): Promise<
    | { kind: 'settlement'; settlement: Settlement }
    | { kind: 'not_ready' }
    | { kind: 'absent' }
    | { kind: 'damaged'; reason: string }
    | Unavailable
  >
}
