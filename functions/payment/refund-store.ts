import * as z from 'zod/mini'
import { sources } from '../../shared/kernel/states.ts'
import { MINUTE, type Millis, SECOND } from '../../shared/kernel/time.ts'
import { DUE, due, keys } from '../../shared/table/keys.ts'
import {
  absent,
  all,
  any,
  atMost,
  equals,
  type Item,
  isNew,
  type Key,
  oneOf,
  type Put,
  put,
  type Update,
  update,
} from '../../shared/table/write.ts'
import { type Refund, refundName, refundTransitions } from './refund.ts'

/** Longer than a worker lives, so that two of them never ask the channel at once; shorter than the first wait. */
const LEASE: Millis = 45 * SECOND

const stored = z.object({
  orderId: z.string(),
  accountId: z.string(),
  channel: z.enum(['wechat_pay', 'alipay']),
  outTradeNo: z.string(),
  transactionId: z.string(),
  cause: z.enum(['verdict', 'unwanted_payment', 'complaint']),
  reason: z.string(),
  refundFen: z.int(),
  totalFen: z.int(),
  status: z.enum(['due', 'submitted', 'succeeded', 'operator']),
  round: z.int(),
  steps: z.int(),
  dueSince: z.number(),
  succeededAt: z.optional(z.number()),
  channelCode: z.optional(z.string()),
})

/** The refund in an item. */
export const refundOfItem = (item: Item): Refund => z.parse(stored, item)

/** Key of a refund. */
export const refundKey = (refund: Pick<Refund, 'orderId' | 'outTradeNo' | 'cause'>): Key =>
  keys.refund(refund.orderId, refundName(refund))

/** Money is owed back. The wake-up follows the commit; the sweep finds it a minute later if that is lost. */
export const refundDue = (refund: Omit<Refund, 'status' | 'round' | 'steps'>): Put => {
  const key = refundKey(refund)
  const fresh = { ...refund, status: 'due', round: 1, steps: 0, ...due(key, refund.dueSince + MINUTE) }
  return put(key, fresh, isNew, 'refund_exists')
}

/** Takes the next step: written before the channel is asked, and answers the refund as it is then. */
export const refundClaimed = (key: Key, now: Millis): Update =>
  update(
    key,
    {
      set: { status: 'submitted', leaseUntil: now + LEASE, ...due(key, now + MINUTE) },
      add: { steps: 1 },
      remove: ['wakePause'],
    },
    all(oneOf('status', sources(refundTransitions, 'submitted')), any(absent('leaseUntil'), atMost('leaseUntil', now))),
    'refund_not_claimable',
  )

const inRound = (refund: Refund, from: readonly string[]) => all(oneOf('status', from), equals('round', refund.round))

/** The channel paid it out. */
export const refundSucceeded = (refund: Refund, at: Millis): Update =>
  update(
    refundKey(refund),
    { set: { status: 'succeeded', succeededAt: at }, remove: [...DUE, 'leaseUntil'] },
    inRound(refund, sources(refundTransitions, 'succeeded')),
    'refund_over',
  )

/** The channel gave up: due once more, under the next number. */
export const refundRenewed = (refund: Refund, at: Millis): Update => {
  const key = refundKey(refund)
  return update(
    key,
    { set: { status: 'due', round: refund.round + 1, steps: 0, ...due(key, at) }, remove: ['leaseUntil', 'wakePause'] },
    inRound(refund, sources(refundTransitions, 'due')),
    'refund_over',
  )
}

/** Only a person can help now. */
export const refundHandedOver = (refund: Refund, channelCode: string): Update =>
  update(
    refundKey(refund),
    { set: { status: 'operator', channelCode }, remove: [...DUE, 'leaseUntil'] },
    inRound(refund, sources(refundTransitions, 'operator')),
    'refund_over',
  )

/** Still on its way: ask again at `at`. */
export const refundWaits = (refund: Refund, at: Millis, channelCode?: string): Update => {
  const key = refundKey(refund)
  return update(
    key,
    { set: { channelCode, ...due(key, at) }, remove: ['leaseUntil', 'wakePause'] },
    inRound(refund, ['submitted']),
    'refund_over',
  )
}

const PREFIX = keys.refund('', '').sk

/** The refunds among the items of an order. */
export const refundsAmong = (items: readonly Item[]): Refund[] =>
  items.filter((item) => item.sk.startsWith(PREFIX)).map(refundOfItem)
