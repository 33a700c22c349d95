import type { Fen } from '../../../shared/kernel/money.ts'
import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { refundNamed } from '../../payment/refunds/refund.ts'
import type { BillRow } from './bill.ts'

/** What our ledger says of one channel around a day: payments by order number, refunds by refund number. */
export type Book = {
  payments: ReadonlyMap<string, Movement>
  refunds: ReadonlyMap<string, Movement>
  /** Numbers of refunds the channel gave without being asked, as booked from earlier bills or complaints. */
  forced: ReadonlySet<string>
}

/** Money that moved at the channel according to us. `at` is the channel's time of it. */
export type Movement = { orderId: string; fen: Fen; at: Millis }

/**
 * A way in which bill and ledger can differ. `*_here`: the bill has it and we do not; `*_there`: we have it and the bill does
 * not, which a bill of the next day may still explain (its day is cut by the channel's clock).
 */
export const differenceKinds = [
  'payment_missing_here',
  'payment_amount',
  'payment_missing_there',
  'refund_missing_here',
  'refund_amount',
  'refund_missing_there',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/**
 * `waiting` for the next day's bill, `open` for a person, `explained` when nothing is left to ask, `settled` when two people said what
 * becomes of it.
 */
export const differenceStatuses = ['open', 'waiting', 'explained', 'settled'] as const
export type DifferenceStatus = (typeof differenceStatuses)[number]

export const differenceTransitions = [
  { from: ['waiting'], to: 'waiting', on: 'left', when: 'a bill of the next day may still explain it' },
  {
    from: ['waiting', 'open'],
    to: 'open',
    on: 'opened',
    when: 'nothing of ours explains it, its check still runs, or neither two bills nor the channel know of it',
  },
  {
    from: ['waiting', 'open'],
    to: 'explained',
    on: 'explained',
    when: 'what the bill says was booked, a later bill has it, or the channel, asked, knows of it',
  },
  { from: ['open'], to: 'settled', on: 'settled', when: 'one operator said how it ends, and another approved it' },
] as const satisfies StateTable<DifferenceStatus, string>

/** What may happen to a difference by itself. */
export type DifferenceEvent = Exclude<(typeof differenceTransitions)[number]['on'], 'settled'>

export type Difference = {
  /** The same for the same difference, however often it is found. */
  id: string
  kind: DifferenceKind
  outTradeNo: string
  /** As the bill has it; 0 where it does not. */
  thereFen: Fen
  /** As we have it; 0 where we do not. */
  hereFen: Fen
  at: Millis
  orderId?: string
  transactionId?: string
  outRefundNo?: string
  channelRefundId?: string
}

const differenceId = (kind: DifferenceKind, number: string): string => `${kind}:${number}`

const ofPayment = (row: BillRow, book: Book): Difference[] => {
  const known = book.payments.get(row.outTradeNo)
  if (known?.fen === row.fen) return []
  const kind = known ? 'payment_amount' : 'payment_missing_here'
  const { outTradeNo, transactionId, at } = row
  const found = { outTradeNo, transactionId, at, thereFen: row.fen, hereFen: known?.fen ?? 0, orderId: known?.orderId }
  return [{ id: differenceId(kind, outTradeNo), kind, ...found }]
}

const ofRefund = (row: BillRow, book: Book): Difference[] => {
  if (row.pending || (row.channelRefundId && book.forced.has(row.channelRefundId))) return []
  const known = row.outRefundNo ? book.refunds.get(row.outRefundNo) : undefined
  if (known?.fen === row.fen) return []
  const kind = known ? 'refund_amount' : 'refund_missing_here'
  const { outTradeNo, transactionId, outRefundNo, channelRefundId, at } = row
  const number = outRefundNo || channelRefundId || `${transactionId}@${at}`
  const found = {
    outTradeNo,
    transactionId,
    outRefundNo,
    channelRefundId,
    at,
    thereFen: row.fen,
    hereFen: known?.fen ?? 0,
  }
  return [{ id: differenceId(kind, number), kind, orderId: known?.orderId, ...found }]
}

const withinDay = (day: { from: Millis; until: Millis }, at: Millis): boolean => at >= day.from && at < day.until

/**
 * Holds one day's bill against the ledger, both ways. `book` covers the day before to the day after, so that a movement at
 * midnight is found on either side; only our movements of the day itself are missed in the bill.
 */
export const compare = (rows: readonly BillRow[], book: Book, day: { from: Millis; until: Millis }): Difference[] => {
  // Payments first, in whatever order the bill has them: what went back is understood only once its payment is known.
  const there = [
    ...rows.flatMap((row) => (row.kind === 'payment' ? ofPayment(row, book) : [])),
    ...rows.flatMap((row) => (row.kind === 'refund' ? ofRefund(row, book) : [])),
  ]
  const paid = new Set(rows.filter(({ kind }) => kind === 'payment').map(({ outTradeNo }) => outTradeNo))
  const back = new Set(rows.map(({ outRefundNo }) => outRefundNo))
  const missing = (
    kind: DifferenceKind,
    all: ReadonlyMap<string, Movement>,
    seen: ReadonlySet<string | undefined>,
  ): Difference[] =>
    [...all]
      .filter(([number, { at }]) => withinDay(day, at) && !seen.has(number))
      .map(([number, { orderId, fen, at }]) => ({
        id: differenceId(kind, number),
        kind,
        // Alipay answers about a refund only if it is told the payment as well.
        outTradeNo: kind === 'payment_missing_there' ? number : (refundNamed(number)?.outTradeNo ?? ''),
        ...(kind === 'refund_missing_there' && { outRefundNo: number }),
        orderId,
        thereFen: 0,
        hereFen: fen,
        at,
      }))
  return [
    ...there,
    ...missing('payment_missing_there', book.payments, paid),
    ...missing('refund_missing_there', book.refunds, back),
  ]
}

/** Whether a later bill explains a movement an earlier one did not have. */
export const explainedBy = (difference: Difference, rows: readonly BillRow[]): boolean =>
  rows.some((row) =>
    difference.kind === 'payment_missing_there'
      ? row.kind === 'payment' && row.outTradeNo === difference.outTradeNo && row.fen === difference.hereFen
      : row.kind === 'refund' && row.outRefundNo === difference.outRefundNo && row.fen === difference.hereFen,
  )

/** What the channel holds more than we knew, in fen; negative where it is less. */
export const heldFen = ({ kind, thereFen, hereFen }: Pick<Difference, 'kind' | 'thereFen' | 'hereFen'>): Fen =>
  kind.startsWith('refund') ? hereFen - thereFen : thereFen - hereFen

/** What nobody has explained yet, in fen: must be zero. */
export const unexplainedFen = (open: readonly Difference[]): Fen =>
  open.reduce((sum, { thereFen, hereFen }) => sum + Math.abs(thereFen - hereFen), 0)
