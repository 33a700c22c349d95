import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'

/** One row of a trade bill before it is written down. Amounts are positive, also those of refunds. */
export type Movement = {
  kind: 'payment' | 'refund'
  outTradeNo: string
  transactionId: string
  /** Of refunds: the merchant's number, empty when the merchant never asked, and the channel's. */
  outRefundNo: string
  refundId: string
  refundState: string
  fen: Fen
  /** Charged with a payment, given back with a refund. */
  feeFen: Fen
  at: Millis
  orderedAt: Millis
  payer: string
  /** How it was paid, in the channel's words. */
  way: string
  subject: string
  attach: string
  /** The channel's word for it, where it is none of the usual kinds. */
  word?: string
}

export const sumOf = <T>(all: readonly T[], fen: (one: T) => Fen): Fen => all.reduce((sum, one) => sum + fen(one), 0)

export const onlyOf = (kind: Movement['kind'], all: readonly Movement[]): Movement[] =>
  all.filter((one) => one.kind === kind)
