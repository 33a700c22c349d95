import * as z from 'zod/mini'
import type { Fen } from '../../../shared/kernel/money.ts'
import { sources, target } from '../../../shared/kernel/states.ts'
import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import { DUE, due, listedAt, listPart } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  all,
  type Changes,
  equals,
  equalsOrAbsent,
  exists,
  type Item,
  isNew,
  type Put,
  put,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { type Ending, offers } from '../good.ts'
import { goodKinds } from '../good-kinds.ts'
import { paymentKeys, paymentLists } from '../keys.ts'
import { type PaymentFact, type PaymentMethod, paymentChannels } from '../paying/provider.ts'
import { endsAt, type Order, type OrderEvent, orderStatuses, orderTransitions } from './order.ts'

const stored = z.object({
  id: z.string(),
  accountId: z.string(),
  kind: z.enum(goodKinds),
  amountFen: z.int(),
  feeFen: z.int(),
  status: z.enum(orderStatuses),
  createdAt: z.number(),
  expiresAt: z.number(),
  requestHash: z.string(),
  offer: z.optional(z.enum(offers)),
  verificationId: z.optional(z.string()),
  method: z.optional(z.string()),
  points: z.optional(z.int()),
  applicationId: z.optional(z.string()),
  askedFen: z.optional(z.int()),
  attempts: z.int(),
  channel: z.optional(z.enum(paymentChannels)),
  transactionId: z.optional(z.string()),
  outTradeNo: z.optional(z.string()),
  paidAt: z.optional(z.number()),
  transactions: z.optional(z.set(z.string())),
  grantedMs: z.optional(z.number()),
  forcedFen: z.optional(z.int()),
  takenBackAt: z.optional(z.number()),
  frozenAt: z.optional(z.number()),
  chosen: z.optional(z.set(z.string())),
  verdict: z.optional(z.string()),
  decidedAt: z.optional(z.number()),
  ending: z.optional(z.string()),
})

/** The order in an item. */
export const orderOf = (item: Item): Order => z.parse(stored, item)

/** A new order, which its account finds, and its day; its end is owed from now on. Conflict `order_exists`: the key was used before. */
export const orderOpened = (order: Order): [order: Put, noted: Put] => {
  const key = paymentKeys.order(order.id)
  const { transactions: _none, chosen: _nor, ...fields } = order
  const noted = paymentKeys.noted(order.accountId, order.createdAt, order.id)
  const day = paymentLists.opened(beijingDay(order.createdAt), listPart(key.pk))
  return [
    put(key, { ...fields, ...due(key, endsAt(order)) }, isNew, 'order_exists'),
    // The note, which is written once, and not the order: whatever lists an order would be written again with each of its moves.
    put(noted, { orderId: order.id, ...listedAt(day, order.createdAt) }),
  ]
}

/** The order that an account's note of one names. */
export const notedId = (item: Item): string => String(item.orderId)

const moved = (order: Order, on: OrderEvent, changes: Changes): Update => {
  const to = target(orderTransitions, on)
  return update(
    paymentKeys.order(order.id),
    { ...changes, set: { status: to, ...changes.set }, remove: [...DUE] },
    stateAllows(orderTransitions, on),
    `order_not_${to}`,
  )
}

const bought = (order: Order, on: 'paid' | 'delivered', fact: PaymentFact, grantedMs?: Millis): Update =>
  moved(order, on, {
    set: {
      channel: fact.channel,
      transactionId: fact.transactionId,
      outTradeNo: fact.outTradeNo,
      paidAt: fact.paidAt,
      grantedMs,
    },
    addToSet: { transactions: fact.transactionId },
  })

/** The asked amount came and a check follows. */
export const orderPaid = (order: Order, fact: PaymentFact): Update => bought(order, 'paid', fact)

/** The asked amount came and what was bought is delivered in the same commit. `grantedMs`: membership it bought. */
export const orderDelivered = (order: Order, fact: PaymentFact, grantedMs?: Millis): Update =>
  bought(order, 'delivered', fact, grantedMs)

/** The verdict of an order and when it was known; `grantedMs`: membership it bought. */
export type OrderVerdict = { verdict: string; decidedAt: Millis; grantedMs?: Millis | undefined }

/** The verdict is known: the platform keeps something, or everything goes back. */
export const orderDecided = (orderId: string, on: 'kept' | 'given_back', of: OrderVerdict): Update =>
  update(
    paymentKeys.order(orderId),
    { set: { status: target(orderTransitions, on), ...of } },
    stateAllows(orderTransitions, on),
    'order_not_paid',
  )

/** The channel gave `fen` back without being asked; `takenBackAt` where what was bought goes back with it. */
export const orderForcedBack = (order: Order, fen: Fen, takenBackAt?: Millis): Update =>
  update(
    paymentKeys.order(order.id),
    { set: { takenBackAt }, add: { forcedFen: fen } },
    all(
      stateAllows(orderTransitions, 'forced_back'),
      equals('status', order.status),
      equalsOrAbsent('forcedFen', order.forcedFen),
    ),
    'order_changed',
  )

/**
 * Nothing was paid. `watchUntil` (epoch ms): a code given out may still be scanned, so the channel is asked once more then.
 * Conflict: an attempt was opened that nobody closed at the channel.
 */
export const orderClosed = (order: Order, ending: Ending, watchUntil?: Millis): Update => {
  const key = paymentKeys.order(order.id)
  const ended = { status: target(orderTransitions, 'closed'), ending }
  return update(
    key,
    watchUntil === undefined
      ? { set: ended, remove: [...DUE] }
      : { set: { ...ended, ...due(key, watchUntil) }, remove: ['wakePause'] },
    all(stateAllows(orderTransitions, 'closed'), equals('attempts', order.attempts)),
    'order_not_closed',
  )
}

/**
 * A payment that buys nothing was seen. An open or closed order ends as refunded; one that was bought by another payment
 * keeps its state. The expected status guards against a decision made on a stale order.
 */
export const orderOverpaid = (order: Order, fact: PaymentFact): Update => {
  const ends = sources(orderTransitions, 'returned').includes(order.status)
  const status = target(orderTransitions, 'returned')
  return update(
    paymentKeys.order(order.id),
    {
      ...(ends && { set: { status, paidAt: fact.paidAt, outTradeNo: fact.outTradeNo }, remove: [...DUE] }),
      addToSet: { transactions: fact.transactionId },
    },
    all(stateAllows(orderTransitions, ends ? 'returned' : 'paid_again'), equals('status', order.status)),
    'order_changed',
  )
}

/** A payment attempt was opened by that method: ask the channel about it at `askAt`. Conflict: the order is not open any more. */
export const orderAttempted = (order: Order, attempt: number, method: PaymentMethod, askAt: Millis): Update => {
  const key = paymentKeys.order(order.id)
  return update(
    key,
    { set: { attempts: attempt, ...due(key, askAt) }, addToSet: { chosen: method }, remove: ['wakePause'] },
    stateAllows(orderTransitions, 'attempted'),
    'order_not_payable',
  )
}

/** Nothing changed at the channel: look again at `askAt`. An attempt opened since then has set its own time. */
export const orderAskedAgain = (order: Order, askAt: Millis): Update => {
  const key = paymentKeys.order(order.id)
  return update(
    key,
    { set: { ...due(key, askAt) }, remove: ['wakePause'] },
    all(stateAllows(orderTransitions, 'asked_again'), equals('attempts', order.attempts)),
    'order_changed',
  )
}

/** A closed order is looked at again at `at`, or (undefined) never more. */
export const orderWatched = (order: Order, at: Millis | undefined): Update => {
  const key = paymentKeys.order(order.id)
  return update(
    key,
    at === undefined ? { remove: [...DUE] } : { set: due(key, at), remove: ['wakePause'] },
    stateAllows(orderTransitions, 'watched'),
    'order_changed',
  )
}

/** The payment exists from now on, once per channel and transaction. */
export const factRecorded = (order: Order, fact: PaymentFact): Put =>
  put(paymentKeys.fact(fact.channel, fact.transactionId), { ...fact, orderId: order.id }, isNew, 'fact_exists')

/** The order that a FACT item's payment was for. */
export const factOrderOf = (item: Item): string => String(item.orderId)

/** The channel's bills do not know the payment of this order: a person must look before anything else is believed. */
export const orderFrozen = (orderId: string, at: Millis): Update =>
  update(paymentKeys.order(orderId), { set: { frozenAt: at } }, exists('pk'))

/** The payment of this order is in question no more. */
export const orderThawed = (orderId: string): Update =>
  update(paymentKeys.order(orderId), { remove: ['frozenAt'] }, exists('pk'))
