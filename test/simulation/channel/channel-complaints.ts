import type {
  ChannelComplaint,
  ComplaintDone,
  TalkEvent,
  Talker,
  TalkLine,
} from '../../../functions/complaints/complaint-desk.ts'
import { channelOf } from '../../../functions/payment/paying/methods.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { type Channel, type ChannelOrder, givenBackFen, type TheirComplaint } from './channel.ts'
import { announce } from './channel-notices.ts'

/** Whoever does something about a complaint at the channel leaves a line, and the merchant is notified, also of its own deeds. */
const happens = (channel: Channel, complaint: TheirComplaint, line: Omit<TalkLine, 'at'>, action: string): void => {
  complaint.talk.push({ at: channel.now(), ...line })
  announce(channel, complaint.outTradeNo, { kind: 'complaint', complaintId: complaint.complaintId, action })
}

const said = (by: Talker, event: TalkEvent, text = ''): Omit<TalkLine, 'at'> => ({ by, event, text })

const openedOn = (channel: Channel, { request }: ChannelOrder): TheirComplaint => {
  const now = channel.now()
  const complaint: TheirComplaint = {
    complaintId: `complaint${channel.complaints.size + 1}`,
    outTradeNo: request.outTradeNo,
    state: 'pending',
    openedAt: now,
    roundAt: now,
    waitingSince: now,
    followUps: 1,
    talk: [{ at: now, ...said('payer', 'complained', '要求退款') }],
  }
  channel.complaints.set(complaint.complaintId, complaint)
  return complaint
}

/** The payer of an order complains; answers the complaint's id, undefined where nothing was paid. Complaints of Alipay are not heard of here. */
export const payerComplains = (channel: Channel, outTradeNo: string): string | undefined => {
  const order = channel.orders.get(outTradeNo)
  if (!order?.payment || channelOf(order.request.method) !== 'wechat_pay') return undefined
  const { complaintId } = openedOn(channel, order)
  announce(channel, outTradeNo, { kind: 'complaint', complaintId, action: 'CREATE_COMPLAINT' })
  return complaintId
}

const ended = (complaint: TheirComplaint): void =>
  void Object.assign(complaint, { state: 'processed', waitingSince: undefined })

const answered = (complaint: TheirComplaint): void =>
  void Object.assign(complaint, { state: 'processing', waitingSince: undefined })

/** Something somebody does about a complaint without us; nothing where there is no such complaint. */
const without =
  (line: Omit<TalkLine, 'at'>, action: string, change: (complaint: TheirComplaint, now: Millis) => void) =>
  (channel: Channel, complaintId: string): void => {
    const complaint = channel.complaints.get(complaintId)
    if (!complaint) return
    change(complaint, channel.now())
    happens(channel, complaint, line, action)
  }

/** The payer goes on with it, also after its end. */
export const payerWritesAgain = without(
  said('payer', 'complained_again', '还是没有收到'),
  'CONTINUE_COMPLAINT',
  (complaint, now) => {
    if (complaint.state === 'processed') complaint.roundAt = now
    if (complaint.state !== 'pending') complaint.state = 'processing'
    complaint.waitingSince ??= now
    complaint.followUps += 1
  },
)

/** The payer takes it back. */
export const payerWithdraws = without(said('payer', 'withdrew'), 'USER_REVOKE_COMPLAINT', ended)

/** Somebody of ours answers on the channel's own site, of which nothing is written down here. */
export const isAnsweredThere = without(said('merchant', 'answered', '已在商户平台回复'), 'MERCHANT_RESPONSE', answered)

/** Somebody of ours ends it on the channel's own site. */
export const isEndedThere = without(said('merchant', 'ended'), 'MERCHANT_CONFIRM_COMPLETE', ended)

/** The channel has given the money back, which ends a complaint. */
export const gaveUpOn = (channel: Channel, complaint: TheirComplaint): void => {
  ended(complaint)
  happens(channel, complaint, said('channel', 'refunded'), 'SELLER_REFUND')
}

/** The payer has got their way at once; the notification says only that something happened. */
export const complainedAndGotBack = (channel: Channel, order: ChannelOrder): void =>
  gaveUpOn(channel, openedOn(channel, order))

const REFUSED: ComplaintDone = { kind: 'rejected', code: 'INVALID_REQUEST' }

/** The merchant answers: what is over takes no answer. */
export const takesReply = (channel: Channel, complaintId: string, text: string): ComplaintDone => {
  const complaint = channel.complaints.get(complaintId)
  if (!complaint || complaint.state === 'processed') return REFUSED
  answered(complaint)
  happens(channel, complaint, said('merchant', 'answered', text), 'MERCHANT_RESPONSE')
  return { kind: 'done' }
}

/** The merchant ends it: only what was answered, and is not over. Whether the payer wrote since is not looked at. */
export const takesCompletion = (channel: Channel, complaintId: string): ComplaintDone => {
  const complaint = channel.complaints.get(complaintId)
  if (complaint?.state !== 'processing') return REFUSED
  ended(complaint)
  happens(channel, complaint, said('merchant', 'ended'), 'MERCHANT_CONFIRM_COMPLETE')
  return { kind: 'done' }
}

/** A complaint as it is told, with the money as it stands now. */
export const complaintTold = (channel: Channel, complaint: TheirComplaint): ChannelComplaint => {
  const { complaintId, outTradeNo, state, openedAt, waitingSince, followUps } = complaint
  const order = channel.orders.get(outTradeNo)
  const { paidFen = 0, transactionId = '' } = order?.payment ?? {}
  return {
    ...{ channel: 'wechat_pay', complaintId, state, openedAt, followUps, text: '要求退款', problem: 'REFUND' },
    orders: [{ outTradeNo, transactionId, amountFen: paidFen }],
    fullyRefunded: order !== undefined && givenBackFen(order) >= paidFen,
    awaitsReply: waitingSince !== undefined,
  }
}
