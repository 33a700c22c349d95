import type { Fen } from '../../../shared/kernel/money.ts'
import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Offer } from '../good.ts'
import { orderIdOf, unwantedPayments } from '../orders/order.ts'
import type { PaymentChannel } from '../paying/provider.ts'

/** How a paid check ended, as far as money is concerned. */
export const checkEnds = ['match', 'mismatch', 'no_record', 'undetermined', 'identity_in_use'] as const
export type CheckEnd = (typeof checkEnds)[number]

type GoesBack = 'nothing' | 'all_but_fee' | 'all'

/** What goes back. What we caused, and what the user could not foresee, costs the user nothing. */
const refundTable: Record<Offer, Record<CheckEnd, GoesBack>> = {
  fee: {
    match: 'nothing',
    mismatch: 'nothing',
    no_record: 'all',
    undetermined: 'all',
    identity_in_use: 'all',
  },
  membership: {
    match: 'nothing',
    mismatch: 'all_but_fee',
    no_record: 'all',
    undetermined: 'all',
    identity_in_use: 'all',
  },
}

/** What goes back, in fen, of an order of `amountFen` whose check costs `feeFen`. */
export const fenGoingBack = (offer: Offer, end: CheckEnd, amountFen: Fen, feeFen: Fen): Fen => {
  const back = refundTable[offer][end]
  if (back === 'nothing') return 0
  return back === 'all' ? amountFen : Math.max(0, amountFen - feeFen)
}

/**
 * `operator`: only a person can help (the payer's account cannot take it, the channel refuses for good, or has not ended it for too
 * long). `superseded`: the channel gave the money back by itself, so ours must not go out any more.
 */
export const refundStatuses = ['due', 'submitted', 'succeeded', 'operator', 'superseded'] as const
export type RefundStatus = (typeof refundStatuses)[number]

export const refundTransitions = [
  { from: ['due', 'submitted'], to: 'submitted', on: 'claimed', when: 'a worker is about to ask the channel' },
  { from: ['submitted'], on: 'taken', when: 'the channel took it, and has not said how it ended' },
  { from: ['submitted'], on: 'waited', when: 'no news of it: the channel is asked again' },
  { from: ['submitted'], to: 'succeeded', on: 'succeeded', when: 'the channel says that the money went back' },
  {
    from: ['submitted', 'operator'],
    to: 'due',
    on: 'renewed',
    when: 'the channel closed it: once more under the next number',
  },
  {
    from: ['operator'],
    to: 'due',
    on: 'sent_again',
    when: 'an operator has it sent again, which the channel does not know',
  },
  {
    from: ['operator'],
    on: 'asked_by_hand',
    when: 'an operator says that it was paid by hand: until a second one has decided about that, or its time is over, it is not sent',
  },
  { from: ['submitted'], to: 'operator', on: 'handed_over', when: 'abnormal at the channel, or refused for good' },
  {
    from: ['submitted'],
    to: 'operator',
    on: 'waited_too_long',
    when: 'the channel has not ended it for too long, or closed it too often',
  },
  { from: ['operator'], on: 'left', when: 'the channel has nothing new to say' },
  { from: ['operator'], to: 'succeeded', on: 'succeeded', when: 'the channel says later that the money went back' },
  {
    from: ['operator'],
    to: 'succeeded',
    on: 'paid_by_hand',
    when: 'an operator paid it by hand, because the channel says that it did not, and a second one approved it',
  },
  {
    from: ['succeeded'],
    to: 'due',
    on: 'owed_again',
    when: 'neither bills nor the channel know of it, and two operators have it sent once more, under the next number',
  },
  {
    from: ['due', 'submitted', 'operator'],
    to: 'superseded',
    on: 'superseded',
    when: 'the channel gave the money back by itself',
  },
  { from: ['due', 'operator'], on: 'reduced', when: 'the channel gave part of the money back by itself' },
  {
    from: ['submitted'],
    to: 'due',
    on: 'reduced_under_way',
    when: 'the channel gave part of the money back by itself: the rest goes under the next number',
  },
] as const satisfies StateTable<RefundStatus, string>
export type RefundEvent = (typeof refundTransitions)[number]['on']

/** Why it is owed: the verdict, or a payment that was not wanted. */
export const refundCauses = ['verdict', ...unwantedPayments] as const
export type RefundCause = (typeof refundCauses)[number]

/** What an operator may do with a refund. */
export const refundActions = ['retry', 'paid_by_hand', 'recheck'] as const
export type RefundAction = (typeof refundActions)[number]

/** The lists of refunds an operator may ask for. */
export const refundLists = ['operator', 'overdue'] as const
export type RefundList = (typeof refundLists)[number]

/** Part of the number at the channel. A payment that bought something goes back by the verdict only, one that was not wanted at once. */
const letterOf = (cause: RefundCause): string => (cause === 'verdict' ? 'v' : 'd')

/** One obligation to give money back. Amounts are frozen when it arises. */
export type Refund = {
  orderId: string
  accountId: string
  channel: PaymentChannel
  outTradeNo: string
  transactionId: string
  cause: RefundCause
  /** Shown to the payer, at most 80 characters. */
  reason: string
  refundFen: Fen
  /** What was actually paid. */
  totalFen: Fen
  status: RefundStatus
  /** Part of the number at the channel; raised only after the channel itself closed the one before. */
  round: number
  /** How often the channel was asked in this round. */
  steps: number
  /** How many of these were before an operator had it sent again. */
  stepsBefore?: number
  dueSince: Millis
  /** Since when it is owed under its present number, where that is not the first or was sent again. */
  roundSince?: Millis
  /** When the channel took it in this round. 24 hours are promised for that. */
  acceptedAt?: Millis
  /** When the channel refused it for good, of one that is with a person for that: nothing of it can go out there. */
  refusedAt?: Millis
  succeededAt?: Millis
  /** The proposal by which somebody says that it was paid by hand, and until when it is sent to nobody for that. */
  byHandProposal?: string
  byHandUntil?: Millis
  /** It went back another way than through the channel. */
  paidByHand?: boolean
  /** Which operator says so. */
  paidBy?: string
  channelCode?: string
  /** Not sent earlier: the channel wants time between two refunds of one payment. */
  notBefore?: Millis
}

/** A refund as it arises; its store begins it: due, in its first round. */
export type NewRefund = Omit<Refund, 'status' | 'round' | 'steps' | 'stepsBefore' | 'roundSince' | 'notBefore'>

/** A payment that money goes back from, as whoever owes it knows it. */
type PaidFrom = Pick<Refund, 'orderId' | 'accountId' | 'channel' | 'outTradeNo' | 'transactionId'> & { paidFen: Fen }

/** The obligation to give `refundFen` of a payment back, since `now` (epoch ms). `reason` is shown to the payer. */
export const newRefund = (
  { orderId, accountId, channel, outTradeNo, transactionId, paidFen }: PaidFrom,
  { cause, reason, refundFen }: Pick<Refund, 'cause' | 'reason' | 'refundFen'>,
  now: Millis,
): NewRefund => ({
  orderId,
  accountId,
  channel,
  outTradeNo,
  transactionId,
  cause,
  reason,
  refundFen,
  totalFen: paidFen,
  dueSince: now,
})

/** What a refund is called in our table: one per paid order number and cause. */
export const refundName = (refund: Pick<Refund, 'outTradeNo' | 'cause'>): string =>
  `${refund.outTradeNo}${letterOf(refund.cause)}`

/** Its number at the channel, the same for every repeat of a round. */
export const outRefundNo = (refund: Pick<Refund, 'outTradeNo' | 'cause' | 'round'>): string =>
  `${refundName(refund)}${refund.round}`

/** The payment, name and round a channel's refund number means; undefined when it cannot be one of ours. */
export const refundNamed = (
  number: string,
): { orderId: string; outTradeNo: string; name: string; round: number } | undefined => {
  const [, paid, letter, round] = /^(.{2,})([vd])([1-9]\d{0,3})$/.exec(number) ?? []
  const outTradeNo = `${paid}`
  const orderId = orderIdOf(outTradeNo)
  return orderId === undefined ? undefined : { orderId, outTradeNo, name: `${paid}${letter}`, round: Number(round) }
}

/** Whether somebody says that it was paid by hand, and nobody has decided about that, in time: it is not to be sent. */
export const isAskedByHand = ({ byHandUntil }: Pick<Refund, 'byHandUntil'>, now: Millis): boolean =>
  byHandUntil !== undefined && now < byHandUntil
