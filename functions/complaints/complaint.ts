import type { Fen } from '../../shared/kernel/money.ts'
import type { StateTable } from '../../shared/kernel/states.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { PaymentChannel } from '../payment/paying/provider.ts'
import type { ChannelComplaint } from './complaint-desk.ts'

/**
 * `open`: the payer waits for our answer. `replied`: answered, not ended. `completed`: ended by us. `withdrawn`: ended without
 * us. `forced`: ended, and the channel gave money back by itself.
 */
export const complaintStatuses = ['open', 'replied', 'completed', 'withdrawn', 'forced'] as const
export type ComplaintStatus = (typeof complaintStatuses)[number]

export const complaintTransitions = [
  { from: ['open'], to: 'replied', on: 'answered', when: 'the payer has our answer' },
  { from: ['replied'], to: 'open', on: 'written_again', when: 'the payer writes again' },
  { from: ['open', 'replied'], to: 'completed', on: 'completed', when: 'the channel ended it, as we asked' },
  {
    from: ['open', 'replied'],
    to: 'withdrawn',
    on: 'withdrawn',
    when: 'the channel ended it without us: withdrawn, or ended on its own site',
  },
  {
    from: ['open', 'replied', 'completed', 'withdrawn'],
    to: 'forced',
    on: 'forced',
    when: 'the channel ended it and gave money back by itself',
  },
  { from: ['completed', 'withdrawn', 'forced'], to: 'open', on: 'gone_on', when: 'the payer goes on with it' },
  {
    from: ['completed', 'withdrawn', 'forced'],
    to: 'replied',
    on: 'answered_there',
    when: 'the payer went on, and was answered on its site',
  },
] as const satisfies StateTable<ComplaintStatus, string>

/** States in which nothing is owed any more, unless the payer goes on. */
const ENDED: readonly ComplaintStatus[] = ['completed', 'withdrawn', 'forced']

/** What an operator can ask for at the channel. */
export const deedKinds = ['reply', 'complete'] as const
export type DeedKind = (typeof deedKinds)[number]

type Particulars = { reply: { text: string; answersPayer: boolean }; complete: { followUps?: number } }

/**
 * What an operator asked for and the channel has not confirmed. `answersPayer`: somebody was waiting for that reply. `followUps`: how
 * often the payer had complained by then.
 */
export type Deed = {
  [K in DeedKind]: { operatorId: string; at: Millis; kind: K } & Particulars[K]
}[DeedKind]

/** What the payer was told from here, when and by whom. */
export type Answer = { text: string; at: Millis; operatorId: string }

/** An order a complaint is about; without `orderId` it is none of ours. */
export type ComplainedOf = { outTradeNo: string; amountFen: Fen; orderId?: string }

/** A complaint as kept here: nothing of the payer's words, phone or name. */
export type Complaint = {
  channel: PaymentChannel
  complaintId: string
  status: ComplaintStatus
  /** By the channel; until it was asked, when we heard of it. */
  openedAt: Millis
  /** Since when it must be ended: its opening, or the payer's going on with it after its end. */
  roundAt: Millis
  /** Since when the payer waits for an answer. */
  waitingSince?: Millis
  /** When we first knew that the payer has our answer. */
  answeredAt?: Millis
  /** When the channel last told of it; undefined until it did. */
  toldAt?: Millis
  problem?: string
  /** As the channel counts: the first complaint is one. */
  followUps: number
  fullyRefunded: boolean
  orders: readonly ComplainedOf[]
  /** Whose orders they are; undefined when one is unknown, or they belong to several. */
  accountId?: string
  /** What the channel gave back by itself, as absorbed by the ledger; undefined until that is settled. */
  forcedFen?: Fen
  /** Which alarms have rung. */
  rung: readonly string[]
  pending?: Deed
  /** What we answered from here, oldest first, and who did. */
  answers: readonly Answer[]
  /** When we ended it in this round. */
  completedAt?: Millis
  /** The channel refused what an operator asked for. */
  refusal?: { deed: DeedKind; code: string; at: Millis }
  maliciousAt?: Millis
  /** Counts writes, so that nobody writes over what they have not read. */
  changes: number
}

export const isEnded = ({ status }: Pick<Complaint, 'status'>): boolean => ENDED.includes(status)

/** How the channel names a complaint: what may become part of a key and an address. */
export const isComplaintId = (text: string): boolean => /^[0-9A-Za-z_-]{1,64}$/.test(text)

/** What a complaint is called among complaints of all channels: in pointers, on the account. */
export const complaintName = ({ channel, complaintId }: Pick<Complaint, 'channel' | 'complaintId'>): string =>
  `${channel}#${complaintId}`

const statusAfter = (complaint: Complaint, told: ChannelComplaint): ComplaintStatus => {
  if (told.state === 'pending' || (told.state === 'processing' && told.awaitsReply)) return 'open'
  if (told.state === 'processing') return 'replied'
  if (Number(complaint.forcedFen) > 0) return 'forced'
  if (isEnded(complaint)) return complaint.status
  return complaint.completedAt === undefined ? 'withdrawn' : 'completed'
}

/** What the channel tells, applied to what is known. A first look learns when it was opened; going on begins a new round. */
export const complaintAfter = (complaint: Complaint, told: ChannelComplaint, now: Millis): Complaint => {
  const status = statusAfter(complaint, told)
  const isFirst = complaint.toldAt === undefined
  // What we have just ended the channel may not show as ended yet; that the payer writes again it shows.
  const wasEnded = isEnded(complaint) || (complaint.completedAt !== undefined && status === 'open')
  const goesOn = wasEnded && !isEnded({ status })
  const isAnswered = status === 'replied' || status === 'completed'
  const waitingSince = isFirst ? told.openedAt : (complaint.waitingSince ?? now)
  return {
    ...complaint,
    status,
    openedAt: told.openedAt,
    roundAt: goesOn ? now : isFirst ? told.openedAt : complaint.roundAt,
    waitingSince: status === 'open' ? waitingSince : undefined,
    answeredAt: complaint.answeredAt ?? (isAnswered ? now : undefined),
    toldAt: now,
    problem: told.problem,
    followUps: told.followUps,
    fullyRefunded: told.fullyRefunded,
    completedAt: goesOn ? undefined : complaint.completedAt,
  }
}

/** Whether a line in the channel's list says something about a complaint we hold for ended. */
export const isNews = (complaint: Complaint, told: ChannelComplaint): boolean =>
  isEnded(complaint) &&
  (told.state !== 'processed' ||
    told.followUps > complaint.followUps ||
    (told.fullyRefunded && !complaint.fullyRefunded))
