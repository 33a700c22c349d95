import type { BillRow, BillSource, Settlement } from '../../functions/bookkeeping/reconciliation/bill.ts'
import { channelOf } from '../../functions/payment/paying/methods.ts'
import type { PaymentChannel } from '../../functions/payment/paying/provider.ts'
import type { Fen } from '../../shared/kernel/money.ts'
import { beijingDay, beijingDayStart, DAY, HOUR, type Millis } from '../../shared/kernel/time.ts'
import type { Channel, ChannelOrder } from './channel.ts'

/** Of each payment, as read from the bill. */
const FEE_FEN: Fen = 1

const rowsOf = ({ request, payment, refunds, forced }: ChannelOrder): BillRow[] => {
  if (!payment) return []
  const of = { outTradeNo: request.outTradeNo, transactionId: payment.transactionId }
  // Nobody promises an order of the rows: payments come last here.
  return [
    ...[...refunds].flatMap(([outRefundNo, { state, request: asked, askedAt, endsAt }]): BillRow[] => {
      if (state === 'CLOSED') return []
      const row = { kind: 'refund', ...of, outRefundNo, channelRefundId: `c-${outRefundNo}`, feeFen: 0 } as const
      const isOver = state === 'SUCCESS'
      return [{ ...row, fen: asked.refundFen, at: isOver ? endsAt : askedAt, ...(!isOver && { pending: true }) }]
    }),
    ...[...forced].map(
      ([channelRefundId, { fen, at }]): BillRow => ({ kind: 'refund', ...of, channelRefundId, fen, feeFen: 0, at }),
    ),
    { kind: 'payment', ...of, fen: payment.paidFen, feeFen: FEE_FEN, at: payment.paidAt },
  ]
}

/** The day in whose bill the channel has what happened at that time. */
const billDay = (channel: Channel, at: Millis): string => beijingDay(at - channel.moods.cutMs)

/** Everything a channel's bills say, and in which day's bill. */
export const billedRows = (channel: Channel, name: PaymentChannel): { day: string; row: BillRow }[] =>
  [...channel.orders.values()]
    .filter(({ request }) => channelOf(request.method) === name)
    .flatMap(rowsOf)
    .map((row) => ({ day: billDay(channel, row.at), row }))

const totals = (rows: readonly BillRow[]) => {
  const sum = (kind: BillRow['kind']): Fen =>
    rows.reduce((total, row) => total + (row.kind === kind && !row.pending ? row.fen : 0), 0)
  return { paidFen: sum('payment'), refundedFen: sum('refund'), feeFen: rows.reduce((all, row) => all + row.feeFen, 0) }
}

/** Bills of a day are made the next morning. */
const MADE_AFTER: Millis = DAY + 10 * HOUR

/** So long a channel may say that it is still at it. */
const SLOW: Millis = 3 * DAY

/** What the channel pays out for a day: what came in that day, less what went back and its charges. */
export const settledOn = (channel: Channel, name: PaymentChannel, day: string): Settlement | undefined => {
  const rows = billedRows(channel, name).flatMap((one) => (one.day === day ? one.row : []))
  const { paidFen, refundedFen, feeFen } = totals(rows)
  return rows.length > 0 ? { day, settledFen: paidFen - refundedFen - feeFen, feeFen } : undefined
}

/** The bills of a channel, made from what it knows. */
export const billSource = (channel: Channel, name: PaymentChannel): BillSource => {
  const isMade = (day: string): boolean => channel.now() >= beijingDayStart(day) + MADE_AFTER
  return {
    channel: name,
    async tradeBill(day) {
      const mood = channel.moods.bill(day)
      const isSlow = mood === 'not_ready' && channel.now() < beijingDayStart(day) + SLOW
      if (!isMade(day) || isSlow) return { kind: 'not_ready' }
      if (mood === 'damaged') return { kind: 'damaged', reason: 'hash' }
      const rows = billedRows(channel, name).flatMap((one) => (one.day === day ? one.row : []))
      if (rows.length === 0) return { kind: 'absent' }
      const file = { name: day, sha256: day, bytes: rows.length }
      return { kind: 'bill', bill: { channel: name, day, rows, totals: totals(rows), file } }
    },
    async settlement(day) {
      const settlement = isMade(day) ? settledOn(channel, name, day) : undefined
      return settlement ? { kind: 'settlement', settlement } : { kind: 'absent' }
    },
  }
}
