import type { Fen } from '../../../shared/kernel/money.ts'
import type { StateTable } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Good, Prices, Wanted } from '../good.ts'
import type { PaymentChannel, PaymentFact } from '../paying/provider.ts'

export const orderStatuses = ['created', 'paid', 'settled', 'refunded', 'closed'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** An order. Price and fee are frozen when it is opened, so that a price change touches no open order. */
export type Order = Wanted & {
  id: string
  accountId: string
  amountFen: Fen
  /** What one check costs: kept when a membership's check ends in a mismatch. */
  feeFen: Fen
  status: OrderStatus
  createdAt: Millis
  /** Until when a payment can be opened. */
  expiresAt: Millis
  /** Fingerprint of the request that opened it, to tell a replay from another request under the same key. */
  requestHash: string
  /** How many payment attempts were opened so far. */
  attempts: number
  /** The payment that bought it. */
  channel?: PaymentChannel
  transactionId?: string
  outTradeNo?: string
  paidAt?: Millis
  /** Every transaction seen for it, also late, second and wrong ones. */
  transactions?: ReadonlySet<string>
  /** By how much the membership bought with it was extended, so that exactly that can be taken back. */
  grantedMs?: Millis
  /** What the channel gave back without being asked. */
  forcedFen?: Fen
  /** When what it bought was taken back. */
  takenBackAt?: Millis
  /** When it turned out that the channel's bills do not know its payment: a person must look. */
  frozenAt?: Millis
  /** Ways of paying that the payer chose so far. */
  chosen?: ReadonlySet<string>
  /** What its verdict was, and when it was known. */
  verdict?: string
  decidedAt?: Millis
  /** Why it ended unpaid. */
  ending?: string
}

/** What orders are opened by: prices in fen, and how long there is to pay, in milliseconds. */
export type OrderSettings = { prices: Prices; orders: { lifeMs: Millis } }

/** A fresh order for what is wanted, at what its seller asks now (epoch ms). */
export const newOrder = (
  { id, accountId, requestHash }: Pick<Order, 'id' | 'accountId' | 'requestHash'>,
  good: Pick<Good, 'price'>,
  wanted: Wanted,
  { prices, orders }: OrderSettings,
  now: Millis,
): Order => ({
  ...wanted,
  id,
  accountId,
  amountFen: good.price(wanted, prices),
  feeFen: prices.feeFen,
  status: 'created',
  createdAt: now,
  expiresAt: now + orders.lifeMs,
  requestHash,
  attempts: 0,
})

export const orderTransitions = [
  { from: ['created'], to: 'paid', on: 'paid', when: 'the asked amount was paid and a check must follow' },
  {
    from: ['created'],
    to: 'settled',
    on: 'delivered',
    when: 'the asked amount was paid, and what was bought is delivered with it',
  },
  {
    from: ['created'],
    to: 'closed',
    on: 'closed',
    when: 'cancelled, expired or of a banned account, and closed at the channel',
  },
  {
    from: ['created'],
    to: 'refunded',
    on: 'returned',
    when: 'a wrong amount was paid, or its account is banned: all of it goes back',
  },
  { from: ['paid'], to: 'settled', on: 'kept', when: 'the verdict lets the platform keep something' },
  { from: ['paid'], to: 'refunded', on: 'given_back', when: 'the verdict gives everything back' },
  { from: ['closed'], to: 'refunded', on: 'returned', when: 'a payment came late: all of it goes back' },
  { from: ['created'], on: 'attempted', when: 'the user chose a way to pay' },
  { from: ['created'], on: 'asked_again', when: 'nothing was paid yet: the channel is asked later' },
  { from: ['closed'], on: 'watched', when: 'a code given out may still be scanned: the channel is asked' },
  { from: ['paid', 'settled', 'refunded'], on: 'paid_again', when: 'another payment came: all of it goes back' },
  { from: ['paid', 'settled', 'refunded'], on: 'forced_back', when: 'the channel gave money back by itself' },
] as const satisfies StateTable<OrderStatus, string>
export type OrderEvent = (typeof orderTransitions)[number]['on']

const ATTEMPT_MARK = 'p'
const BASE = 36
/** Digits of base 36 that hold the 128 bits of an order id. */
const SHORT_LENGTH = 25

const short = (orderId: string): string => BigInt(`0x${orderId}`).toString(BASE).padStart(SHORT_LENGTH, '0')

const long = (text: string): string | undefined => {
  const value = Array.from(text).reduce((sum, digit) => sum * BigInt(BASE) + BigInt(Number.parseInt(digit, BASE)), 0n)
  const hex = value.toString(16).padStart(32, '0')
  return hex.length > 32 ? undefined : hex
}

/**
 * The order number a payment attempt has at the channel: the order id, then a shorter writing of it with `p2`, `p3`, …, because
 * WeChat Pay takes 32 characters at most and the id has 32 already.
 */
export const outTradeNo = (orderId: string, attempt: number): string =>
  attempt > 1 ? `${short(orderId)}${ATTEMPT_MARK}${attempt}` : orderId

/** The order a channel's order number belongs to; undefined when it cannot be one of ours. */
export const orderIdOf = (number: string): string | undefined => {
  if (/^[0-9a-f]{32}$/.test(number)) return number
  const found = /^([0-9a-z]{25})p(?:[2-9]|[1-9]\d)$/.exec(number)?.[1]
  return found && long(found)
}

/** Why money must go back although it came. */
export const unwantedPayments = ['late_payment', 'second_payment', 'wrong_amount', 'account_banned'] as const
export type UnwantedPayment = (typeof unwantedPayments)[number]

export type PaymentDecision =
  | { kind: 'duplicate' }
  | { kind: 'accept' }
  | { kind: 'give_back'; because: UnwantedPayment }

/**
 * What a payment means for an order. The same fact may arrive any number of times and in any order (notification, query,
 * bill); it counts once. `isBanned`: the account of the order is, and buys nothing.
 */
export const decidePayment = (order: Order, fact: PaymentFact, isBanned: boolean): PaymentDecision => {
  if (order.transactions?.has(fact.transactionId)) return { kind: 'duplicate' }
  if (order.status === 'closed') return { kind: 'give_back', because: 'late_payment' }
  if (order.status !== 'created') return { kind: 'give_back', because: 'second_payment' }
  if (fact.paidFen !== order.amountFen) return { kind: 'give_back', because: 'wrong_amount' }
  return isBanned ? { kind: 'give_back', because: 'account_banned' } : { kind: 'accept' }
}

/** WeChat Pay stretches a `time_expire` that is less than a minute away. */
const LAST_MINUTE: Millis = MINUTE

/** Whether a payment can be opened now (epoch ms). Whoever asks whether an order is still open asks this. */
export const isPayable = ({ status, expiresAt }: Pick<Order, 'status' | 'expiresAt'>, now: Millis): boolean =>
  status === 'created' && now < expiresAt

/** When the channel lets nobody pay any more what was opened in time, which is when an unpaid order ends by itself. Epoch ms. */
export const endsAt = ({ expiresAt }: Pick<Order, 'expiresAt'>): Millis => expiresAt + LAST_MINUTE

/** How ending an unpaid order went. `changed`: it was paid or ended meanwhile. */
export type OrderEnded = 'closed' | 'paid' | 'unavailable' | 'changed'

const ASK_AFTER: readonly Millis[] = [30 * SECOND, 2 * MINUTE, 5 * MINUTE]

/** When to ask the channel next about an order that is still unpaid: the notification may never come. Epoch ms. */
export const askAgainAt = (order: Order, openedAt: Millis, now: Millis): Millis => {
  const next = ASK_AFTER.map((after) => openedAt + after).find((at) => at > now && at < endsAt(order))
  return next ?? Math.max(endsAt(order), now + MINUTE)
}
