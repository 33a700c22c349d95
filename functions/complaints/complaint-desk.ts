import type { Fen } from '../../shared/kernel/money.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { PaymentChannel, Unavailable } from '../payment/paying/provider.ts'

export type ChannelComplaintState = 'pending' | 'processing' | 'processed'

/** A complaint as the channel has it. Phone and name of the payer are not read: nothing here needs them. */
export type ChannelComplaint = {
  channel: PaymentChannel
  complaintId: string
  state: ChannelComplaintState
  openedAt: Millis
  /** The payer's own words. May contain anything; shown to operators only. */
  text: string
  orders: readonly { outTradeNo: string; transactionId: string; amountFen: Fen }[]
  /** The channel has already given everything back. */
  fullyRefunded: boolean
  /** The payer waits for an answer of ours. */
  awaitsReply: boolean
  /** Follow-ups on this very complaint, the first counted; says nothing about other complaints of the payer. */
  followUps: number
  problem: string
}

/** What can happen in the talk about a complaint; `other`: something the channel names that is none of these. */
export const talkEvents = [
  'complained',
  'complained_again',
  'wrote',
  'withdrew',
  'confirmed',
  'asked_for_help',
  'rated',
  'answered',
  'ended',
  'refund_approved',
  'refund_refused',
  'urged',
  'refunded',
  'refunded_partly',
  'refund_arrived',
  'other',
] as const
export type TalkEvent = (typeof talkEvents)[number]

export const talkers = ['payer', 'merchant', 'channel'] as const
export type Talker = (typeof talkers)[number]

/** One line of the talk as the channel keeps it. `text`: words of whoever said it, which may contain anything; '' where nothing was said. */
export type TalkLine = { at: Millis; by: Talker; event: TalkEvent; text: string }

/** The talk, oldest first. `total`: how many lines the channel has; the newest are told where that is more. */
export type Talk = { lines: readonly TalkLine[]; total: number }

export type ComplaintDone = { kind: 'done' } | { kind: 'rejected'; code: string } | Unavailable

/** Where complaints about payments are heard and answered. Never throws for what the channel or the network does. */
export type ComplaintDesk = {
  channel: PaymentChannel
  /** Ids of complaints opened between two Beijing days (YYYY-MM-DD, at most 30 apart), a page at a time. */
  list(of: {
    from: string
    to: string
    offset: number
    limit: number
  }): Promise<{ kind: 'page'; complaints: readonly ChannelComplaint[]; total: number } | Unavailable>
  detail(
    complaintId: string,
  ): Promise<{ kind: 'complaint'; complaint: ChannelComplaint } | { kind: 'absent' } | Unavailable>
  /** What was said and done about it, by whom. */
  history(complaintId: string): Promise<({ kind: 'history' } & Talk) | { kind: 'absent' } | Unavailable>
  /** At most 200 characters. The first reply moves the complaint to processing. */
  reply(complaintId: string, text: string): Promise<ComplaintDone>
  complete(complaintId: string): Promise<ComplaintDone>
}
