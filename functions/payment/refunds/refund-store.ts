import * as z from 'zod/mini'
import type { Fen } from '../../../shared/kernel/money.ts'
import { sources, target } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { DUE, due, LISTED, listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  absent,
  all,
  any,
  atMost,
  type Condition,
  equals,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { paymentKeys, paymentLists } from '../keys.ts'
import { paymentChannels } from '../paying/provider.ts'
import {
  type NewRefund,
  type Refund,
  type RefundEvent,
  refundCauses,
  refundName,
  refundStatuses,
  refundTransitions,
} from './refund.ts'
import { OPERATOR_PAUSE, refundWait, spacedAfter } from './refund-timing.ts'

/** Longer than a worker lives, so that two of them never ask the channel at once; shorter than the first wait. */
const LEASE: Millis = 45 * SECOND

const stored = z.object({
  orderId: z.string(),
  accountId: z.string(),
  channel: z.enum(paymentChannels),
  outTradeNo: z.string(),
  transactionId: z.string(),
  cause: z.enum(refundCauses),
  reason: z.string(),
  refundFen: z.int(),
  totalFen: z.int(),
  status: z.enum(refundStatuses),
  round: z.int(),
  steps: z.int(),
  stepsBefore: z.optional(z.int()),
  dueSince: z.number(),
  acceptedAt: z.optional(z.number()),
  refusedAt: z.optional(z.number()),
  succeededAt: z.optional(z.number()),
  byHandProposal: z.optional(z.string()),
  byHandUntil: z.optional(z.number()),
  paidByHand: z.optional(z.boolean()),
  paidBy: z.optional(z.string()),
  channelCode: z.optional(z.string()),
  notBefore: z.optional(z.number()),
  roundSince: z.optional(z.number()),
})

/** The refund in an item. */
export const refundOf = (item: Item): Refund => z.parse(stored, item)

/** Key of a refund. */
export const refundKey = (refund: Pick<Refund, 'orderId' | 'outTradeNo' | 'cause'>): Key =>
  paymentKeys.refund(refund.orderId, refundName(refund))

/** The list of what is owed and not taken by the channel yet, oldest debt first. */
export const untaken = ({ dueSince }: Pick<Refund, 'dueSince'>) => listedAt(paymentLists.refundsUntaken, dueSince)

/** Money is owed back. The wake-up follows the commit; the sweep finds it a minute later if that is lost. */
export const refundDue = (refund: NewRefund): Put => {
  const key = refundKey(refund)
  const fresh = {
    ...refund,
    status: 'due',
    round: 1,
    steps: 0,
    ...due(key, refund.dueSince + MINUTE),
    ...untaken(refund),
  }
  return put(key, fresh, isNew, 'refund_exists')
}

/** Takes the next step: written before the channel is asked, and answers the refund as it is then. */
export const refundClaimed = (key: Key, now: Millis): Update =>
  update(
    key,
    {
      set: { status: target(refundTransitions, 'claimed'), leaseUntil: now + LEASE, ...due(key, now + MINUTE) },
      add: { steps: 1 },
      remove: ['wakePause'],
    },
    all(
      stateAllows(refundTransitions, 'claimed'),
      any(absent('leaseUntil'), atMost('leaseUntil', now)),
      any(absent('notBefore'), atMost('notBefore', now)),
    ),
    'refund_not_claimable',
  )

/** The event may happen to it, and it still goes under the number it was read with. */
export const inRound = (refund: Refund, on: RefundEvent) =>
  all(stateAllows(refundTransitions, on), equals('round', refund.round))

/** Nobody says at the moment that it was paid by hand: what would send it once more, after all, holds this in its write. */
export const notAskedByHand = (now: Millis): Condition => any(absent('byHandUntil'), atMost('byHandUntil', now))

/** The channel paid it out. */
export const refundSucceeded = (refund: Refund, at: Millis): Update =>
  update(
    refundKey(refund),
    {
      set: { status: target(refundTransitions, 'succeeded'), succeededAt: at },
      remove: [...DUE, ...LISTED, 'leaseUntil', 'channelCode'],
    },
    inRound(refund, 'succeeded'),
    'refund_over',
  )

/** Due once more, under the next number. */
const renewed = (refund: Refund, on: 'renewed' | 'reduced_under_way', now: Millis) => ({
  set: {
    status: target(refundTransitions, on),
    round: refund.round + 1,
    roundSince: now,
    steps: 0,
    notBefore: spacedAfter(refund.channel, now),
    ...due(refundKey(refund), now + refundWait(refund.round)),
    ...untaken(refund),
  },
  remove: ['leaseUntil', 'wakePause', 'acceptedAt', 'stepsBefore'],
})

/** The channel gave up: due once more, under the next number. */
export const refundRenewed = (refund: Refund, now: Millis): Update =>
  update(
    refundKey(refund),
    renewed(refund, 'renewed', now),
    all(inRound(refund, 'renewed'), notAskedByHand(now)),
    'refund_over',
  )

/** Why only a person can help. `isRefused`: the channel did not take it, so that it has nothing that could still go out. */
export type ForPerson = { on: 'handed_over' | 'waited_too_long'; channelCode: string; isRefused?: boolean }

/** Only a person can help now, though the channel goes on being asked. */
export const refundHandedOver = (
  refund: Refund,
  { on, channelCode, isRefused = false }: ForPerson,
  now: Millis,
): Update => {
  const key = refundKey(refund)
  return update(
    key,
    {
      set: {
        status: target(refundTransitions, on),
        channelCode,
        ...(isRefused && { refusedAt: now }),
        ...due(key, now + OPERATOR_PAUSE),
        ...listedAt(paymentLists.refundsForOperator, now),
      },
      remove: ['leaseUntil', 'wakePause', ...(isRefused ? [] : ['refusedAt'])],
    },
    inRound(refund, on),
    'refund_over',
  )
}

/** Nothing has happened to it since it was read: what a person or a bill decides holds for what they saw. */
export const asRead = (refund: Refund, on: RefundEvent) =>
  all(inRound(refund, on), equals('steps', refund.steps), equals('refundFen', refund.refundFen))

/** The channel gave it back by itself, so that ours cannot go out any more. */
export const refundSuperseded = (refund: Refund): Update =>
  update(
    refundKey(refund),
    { set: { status: target(refundTransitions, 'superseded') }, remove: [...DUE, ...LISTED, 'leaseUntil'] },
    asRead(refund, 'superseded'),
    'refund_changed',
  )

/**
 * The channel gave part of it back by itself; `refundFen` is what is still owed. The channel takes a number with one amount only,
 * so one that is on its way there, and cannot go through any more, goes again under the next.
 */
export const refundReduced = (refund: Refund, refundFen: Fen, now: Millis): Update => {
  const key = refundKey(refund)
  if (!sources(refundTransitions, 'reduced_under_way').includes(refund.status))
    return update(key, { set: { refundFen } }, asRead(refund, 'reduced'), 'refund_changed')
  const { set, remove } = renewed(refund, 'reduced_under_way', now)
  return update(key, { set: { ...set, refundFen }, remove }, asRead(refund, 'reduced_under_way'), 'refund_changed')
}

/** The refunds among the items of an order, in the order in which they arose. */
export const refundsAmong = (items: readonly Item[]): Refund[] =>
  items
    .filter((item) => item.sk.startsWith(paymentKeys.refund('', '').sk))
    .map(refundOf)
    .sort((one, other) => one.dueSince - other.dueSince)
