import type {
  BillAnswer,
  BillRow,
  BillSource,
  SettlementAnswer,
} from '../../../functions/bookkeeping/reconciliation/bill.ts'
import { channelOf } from '../../../functions/payment/paying/methods.ts'
import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import { readAccountBill } from '../../../functions/vendors/alipay/bills/account-bill.ts'
import { readTradeBill as alipayTrades } from '../../../functions/vendors/alipay/bills/trade-bill.ts'
import { readFundBill } from '../../../functions/vendors/wechat-pay/bills/fund-bill.ts'
import { readTradeBill as wechatTrades } from '../../../functions/vendors/wechat-pay/bills/trade-bill.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { beijingDay, beijingDayStart, DAY, HOUR, type Millis } from '../../../shared/kernel/time.ts'
import { MERCHANT, type Move, texts } from './bill-text.ts'
import type { Channel, ChannelOrder } from './channel.ts'
import { othersOn } from './other-tills.ts'

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

const sumOf = (rows: readonly BillRow[], fen: (row: BillRow) => Fen): Fen =>
  rows.reduce((sum, row) => sum + fen(row), 0)

/** Bills of a day are made the next morning. */
const MADE_AFTER: Millis = DAY + 10 * HOUR

/** So long a channel may say that it is still at it, or serve a file with a fault. */
const SLOW: Millis = 3 * DAY

const ownRows = (channel: Channel, name: PaymentChannel, day: string): BillRow[] =>
  billedRows(channel, name).flatMap((one) => (one.day === day ? one.row : []))

/** What moved the account for a payment or a refund. */
const movesOf = (row: BillRow): Move[] => {
  if (row.pending) return []
  const number = row.outTradeNo
  const whole = row.kind === 'payment' ? { kind: '交易', fen: row.fen } : { kind: '退款', fen: -row.fen }
  return [{ ...whole, number }, ...(row.feeFen === 0 ? [] : [{ kind: '扣除交易手续费', fen: -row.feeFen, number }])]
}

const netOf = (moves: readonly Move[]): Fen => moves.reduce((sum, { fen }) => sum + fen, 0)

/** What the channel pays out for a day: what came in that day of ours, less what went back and its charges. */
export const settledOn = (
  channel: Channel,
  name: PaymentChannel,
  day: string,
): { settledFen: Fen; feeFen: Fen } | undefined => {
  const rows = ownRows(channel, name, day)
  const feeFen = sumOf(rows, (row) => row.feeFen)
  return rows.length > 0 ? { settledFen: netOf(rows.flatMap(movesOf)), feeFen } : undefined
}

/** A trade bill that lacks the line of its first row of ours, or in which that cannot be read. */
type Fault = 'cut' | 'garbled'

const linesOf = (name: PaymentChannel, rows: readonly BillRow[], fault?: Fault): string[] =>
  rows.flatMap((row, at) => {
    const line = texts[name].trade(row, '实名认证')
    if (at > 0 || fault === undefined) return line
    return fault === 'cut' ? [] : line.replace(/\d+\.\d\d/g, 'x')
  })

const readTrades = (name: PaymentChannel, text: string, day: string) =>
  name === 'wechat_pay'
    ? wechatTrades(MERCHANT, Buffer.from(text))
    : alipayTrades(text, { sellerId: MERCHANT.sellerId, day })

const tradesOn = (channel: Channel, name: PaymentChannel, day: string) => {
  // Alipay lists a refund once its money has moved.
  const rows = ownRows(channel, name, day).filter(({ pending }) => name === 'wechat_pay' || !pending)
  return { rows, others: othersOn(name, day, channel.moods.others).trades }
}

/** The trade bill of a day as the real reader reads it; undefined when there is none. */
const readBillOf = (channel: Channel, name: PaymentChannel, day: string, fault?: Fault): BillAnswer | undefined => {
  const { rows, others } = tradesOn(channel, name, day)
  if (rows.length + others.length === 0) return undefined
  const lines = [...others.map(({ line }) => line), ...linesOf(name, rows, fault)]
  const text = texts[name].trades(lines, [...others.map(({ row }) => row), ...rows], day)
  const read = readTrades(name, text, day)
  if (read.kind === 'damaged') return read
  const file = { name: day, sha256: day, bytes: text.length }
  return {
    kind: 'bill',
    bill: { channel: name, day, rows: read.rows, setAside: read.setAside, totals: read.totals, file },
  }
}

/** The bill as if the row of ours that has a fault were not there. */
export const billWithoutFaulty = (channel: Channel, name: PaymentChannel, day: string): BillAnswer => {
  const whole = readBillOf(channel, name, day) ?? { kind: 'absent' }
  return whole.kind === 'bill' ? { ...whole, bill: { ...whole.bill, rows: whole.bill.rows.slice(1) } } : whole
}

const settlementOn = (
  channel: Channel,
  name: PaymentChannel,
  day: string,
  ours: readonly BillRow[],
): SettlementAnswer => {
  const own = ownRows(channel, name, day).flatMap(movesOf)
  const others = othersOn(name, day, channel.moods.others).moves
  if (own.length + others.length === 0) return { kind: 'absent' }
  // The bank gets everything that is there, whosever it is.
  const out = netOf(channel.moods.isShared ? [...own, ...others] : own)
  const moves = [...others, ...own, { kind: '提现', fen: -out, number: '' }]
  const text = texts[name].moves(moves, day)
  return name === 'wechat_pay'
    ? readFundBill(Buffer.from(text), day, ours)
    : readAccountBill(text, { sellerId: MERCHANT.sellerId, day }, ours)
}

/** The bills of a channel, made from what it knows, written down as it writes them, and read by the real readers. */
export const billSource = (channel: Channel, name: PaymentChannel): BillSource => {
  const isMade = (day: string): boolean => channel.now() >= beijingDayStart(day) + MADE_AFTER
  return {
    channel: name,
    async tradeBill(day) {
      const mood = channel.moods.bill(day)
      const isSlow = channel.now() < beijingDayStart(day) + SLOW
      if (!isMade(day) || (mood === 'not_ready' && isSlow)) return { kind: 'not_ready' }
      if (mood === 'damaged') return { kind: 'damaged', reason: 'hash' }
      const fault = isSlow && (mood === 'cut' || mood === 'garbled') ? mood : undefined
      return readBillOf(channel, name, day, fault) ?? { kind: 'absent' }
    },
    async settlement(day, ours) {
      return isMade(day) ? settlementOn(channel, name, day, ours) : { kind: 'absent' }
    },
  }
}
