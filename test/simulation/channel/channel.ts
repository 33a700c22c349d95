import type { ChannelComplaintState, TalkLine } from '../../../functions/complaints/complaint-desk.ts'
import { channelOf, existsOnlyOnceScanned } from '../../../functions/payment/paying/methods.ts'
import type { PaymentFact, PaymentRequest, RefundRequest } from '../../../functions/payment/paying/provider.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'

export type RefundEnd = 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

/** How a refund may never end: it stays in processing, or in a state whose word nobody knows. */
export type Endless = 'PROCESSING' | 'HELD'

/** A refund as the channel keeps it. */
export type ChannelRefund = {
  request: RefundRequest
  state: Endless | RefundEnd
  ends: Endless | RefundEnd
  /** Infinity for one that never does. */
  endsAt: Millis
  /** An abnormal one that an operator has repaired there succeeds later. */
  repairedAt?: Millis
  askedAt: Millis
  /** The merchant has looked at its state since it was last asked for. */
  looked: boolean
}

/** Money the channel gave back without being asked. */
export type ForcedRefund = { fen: Fen; at: Millis }

/** An order as the channel keeps it. */
export type ChannelOrder = {
  request: PaymentRequest
  /** Somebody scanned its code; until then Alipay has no trade, and answers as if there were nothing. */
  isScanned: boolean
  closedAt?: Millis
  payment?: { transactionId: string; paidFen: Fen; paidAt: Millis; late: boolean }
  refunds: Map<string, ChannelRefund>
  /** By the channel's own number. */
  forced: Map<string, ForcedRefund>
}

/** A notification until it is acknowledged; `lost` ones never arrive. */
export type Notice = { about: string; body: Buffer; at: Millis; tries: number; isTaken: boolean; lost: boolean }

/** A complaint as the channel keeps it. Times by its clock. */
export type TheirComplaint = {
  complaintId: string
  outTradeNo: string
  state: ChannelComplaintState
  openedAt: Millis
  /** Since when it must be ended: its opening, or the payer's going on with it after its end. */
  roundAt: Millis
  /** Since when the payer waits for an answer. */
  waitingSince?: Millis
  /** How often the payer complained, the first time counted. */
  followUps: number
  talk: TalkLine[]
}

/** What the channel will do next, where it has a choice. */
export type Moods = {
  /** How the next accepted refund ends, and after how long. `refused`: it is not accepted, for good. */
  refund: () => { ends: Endless | RefundEnd | 'refused'; afterMs: Millis; repairMs?: Millis }
  /** The merchant's balance is used up. */
  isShort: () => boolean
  /** How long it takes to say how a refund stands. */
  thinksMs: Millis
  losesNotice: () => boolean
  /** How long a payer waits for an answer, at most, until it gives the money back by itself, and a third of the time for an end. */
  patienceMs: Millis
  /** What becomes of a request for a bill that is there. */
  bill: (day: string) => 'there' | 'not_ready' | 'damaged' | 'cut' | 'garbled'
  /** Which rows other tills on the same merchant account have in the bills; 0 for none. */
  others: number
  /** Their money is withdrawn together with ours. */
  isShared: boolean
  /** Its books end the day so much after midnight. */
  cutMs: Millis
  /** Its clock minus ours. */
  skewMs: Millis
}

/** Everything the payment channels know. */
export type Channel = {
  orders: Map<string, ChannelOrder>
  notices: Notice[]
  /** Refund numbers it refused for good. */
  refused: Set<string>
  complaints: Map<string, TheirComplaint>
  moods: Moods
  now(): Millis
  /** Told of what the merchant must never do. */
  breach: (what: string) => void
}

export const newChannel = (now: () => Millis, breach: (what: string) => void): Channel => {
  const moods: Moods = {
    refund: () => ({ ends: 'SUCCESS', afterMs: 30 * SECOND }),
    isShort: () => false,
    thinksMs: 0,
    losesNotice: () => false,
    patienceMs: Number.POSITIVE_INFINITY,
    bill: () => 'there',
    others: 0,
    isShared: false,
    cutMs: 0,
    skewMs: 0,
  }
  return {
    orders: new Map(),
    notices: [],
    refused: new Set(),
    complaints: new Map(),
    moods,
    breach,
    now: () => now() + moods.skewMs,
  }
}

export const isOpen = (channel: Channel, order: ChannelOrder): boolean =>
  !order.payment && order.closedAt === undefined && channel.now() < order.request.expiresAt

/** Whether its channel knows of it when it is asked. */
export const isKnown = ({ request, isScanned }: ChannelOrder): boolean =>
  isScanned || !existsOnlyOnceScanned(request.method)

/** A payment as it is reported, by notification and by query. */
export const factOf = ({ request, payment }: ChannelOrder): PaymentFact | undefined =>
  payment && {
    channel: channelOf(request.method),
    transactionId: payment.transactionId,
    outTradeNo: request.outTradeNo,
    paidFen: payment.paidFen,
    paidAt: payment.paidAt,
  }

const refundedFen = (order: ChannelOrder, counts: (refund: ChannelRefund) => boolean): Fen =>
  [...order.refunds.values()].reduce((sum, one) => sum + (counts(one) ? one.request.refundFen : 0), 0)

/** What the channel gave back of an order without being asked. */
export const forcedFen = ({ forced }: ChannelOrder): Fen => [...forced.values()].reduce((sum, { fen }) => sum + fen, 0)

/** What has gone back because we asked for it. */
export const askedBackFen = (order: ChannelOrder): Fen => refundedFen(order, ({ state }) => state === 'SUCCESS')

/** Money at the channel that has gone back, or is on its way. */
export const goingBackFen = (order: ChannelOrder): Fen =>
  refundedFen(order, ({ state }) => state !== 'CLOSED') + forcedFen(order)

/** Money at the channel that has gone back. */
export const givenBackFen = (order: ChannelOrder): Fen => askedBackFen(order) + forcedFen(order)

/** What the channel says of a refund. */
export const refundStateOf = ({ state, request, endsAt }: ChannelRefund) => {
  if (state === 'SUCCESS') return { kind: 'succeeded' as const, refundFen: request.refundFen, succeededAt: endsAt }
  if (state === 'CLOSED') return { kind: 'closed' as const }
  if (state === 'HELD') return { kind: 'unavailable' as const, code: 'word_unknown:HELD', unknownWord: true as const }
  return state === 'ABNORMAL' ? { kind: 'abnormal' as const } : { kind: 'processing' as const }
}

/** When the channel gives the money of a complaint back by itself, by its clock; Infinity where it never does. */
export const impatientAt = ({ moods }: Channel, { state, waitingSince, roundAt }: TheirComplaint): Millis => {
  if (state === 'processed') return Number.POSITIVE_INFINITY
  return Math.min((waitingSince ?? Number.POSITIVE_INFINITY) + moods.patienceMs, roundAt + 3 * moods.patienceMs)
}

/** When the channel does something by itself next, in our time. */
export const nextOfChannel = (channel: Channel): Millis | undefined => {
  const times = channel.notices.filter((one) => !one.isTaken && !one.lost).map((one) => one.at)
  for (const order of channel.orders.values()) {
    for (const { state, endsAt, repairedAt } of order.refunds.values()) {
      if (state === 'PROCESSING' && endsAt < Number.POSITIVE_INFINITY) times.push(endsAt - channel.moods.skewMs)
      if (state === 'ABNORMAL' && repairedAt !== undefined) times.push(repairedAt - channel.moods.skewMs)
    }
  }
  for (const complaint of channel.complaints.values()) {
    const at = impatientAt(channel, complaint)
    if (at < Number.POSITIVE_INFINITY) times.push(at - channel.moods.skewMs)
  }
  return times.length ? Math.min(...times) : undefined
}

const LADDER: readonly Millis[] = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600]

/** How long the channel waits after a try that was not acknowledged. */
export const noticeWait = (tries: number): Millis => (LADDER[tries - 1] ?? 21_600) * SECOND
