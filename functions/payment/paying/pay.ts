import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { isBecause } from '../../../shared/table/table.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import type { SignedIn } from '../../account/sessions/session-store.ts'
import type { Objection, Sold } from '../good.ts'
import { type ChannelDeps, closeOrder, giveUpAttempts } from '../orders/close.ts'
import { findOrder } from '../orders/find-order.ts'
import { askAgainAt, isPayable, type Order } from '../orders/order.ts'
import { orderAttempted } from '../orders/order-store.ts'
import { nextAttemptAt } from './attempt.ts'
import { attemptOffered, attemptOpened, attemptsAmong, nextAttempt, type PaymentAttempt } from './attempt-store.ts'
import { channelOf, existsOnlyOnceScanned, isLasting, isSamePayer, missingOf, payerKnownTo } from './methods.ts'
import type { Payer, PayerAction, PaymentChannel, PaymentMethod } from './provider.ts'
import { recordPayment } from './record-payment.ts'

export type PayDeps = ChannelDeps & {
  notifyUrl: (channel: PaymentChannel) => string
  /** What its seller has against the order being paid now; undefined for nothing. */
  findObjection: (order: Sold) => Promise<Objection | undefined>
}

export type Payable = { outTradeNo: string } & PayerAction

const shown = (attempt: PaymentAttempt, action: PayerAction): Outcome<Payable> =>
  ok({ outTradeNo: attempt.request.outTradeNo, ...action })

/** Asks the channel to take the payment, by the frozen request: the same bytes however often it is sent. */
const offerAttempt = async (deps: PayDeps, accountId: string, attempt: PaymentAttempt): Promise<Outcome<Payable>> => {
  const provider = await deps.provider(channelOf(attempt.request.method))
  const created = await provider.create(attempt.request)
  if (created.kind === 'created') {
    const offer = await deps.table.commit([attemptOffered(attempt, created.action), notBanned(accountId)])
    if (offer.kind === 'committed') return shown(attempt, created.action)
    // Closed in the meantime by a change of method or a cancellation: not to be shown to a payer.
    return refused(isBecause(offer.conflicts, 'banned') ? 'banned' : 'busy')
  }
  if (created.kind === 'unavailable') return refused('payment_channel_unavailable')
  // Paid already, or refused: a refusal may mean that this very number is paid, and only a query is signed.
  const asked = await provider.query(attempt.request.outTradeNo)
  if (asked.kind === 'unavailable') return refused('payment_channel_unavailable')
  if (asked.kind !== 'paid') return refused('payment_method_unavailable')
  await recordPayment(deps, asked.fact)
  return refused('order_not_payable')
}

/** Why no other way of paying can be opened, by what became of the one before. */
const unableTo = {
  paid: 'order_not_payable',
  unavailable: 'payment_channel_unavailable',
  changed: 'busy',
} as const

/** So many codes that nobody can close may be out: each is asked about, one by one, whenever the order is looked at. */
const MOST_LEFT = 5

const wouldLeaveTooMany = (payments: readonly PaymentAttempt[], open: readonly PaymentAttempt[]): boolean =>
  payments.filter(({ status }) => status === 'left').length >= MOST_LEFT &&
  open.some(({ request }) => existsOnlyOnceScanned(request.method))

/** The attempt to go on with: the open one for this method and payer, or a new one after the others are closed at the channel. */
const openAttempt = async (
  deps: PayDeps,
  order: Order,
  payments: readonly PaymentAttempt[],
  payer: Payer,
): Promise<Outcome<PaymentAttempt>> => {
  const open = payments.filter((attempt) => attempt.status === 'open')
  const same = open.find((attempt) => isSamePayer(attempt.request, payer))
  if (same) return ok(same)
  const allowedAt = nextAttemptAt(order)
  if (allowedAt === undefined || allowedAt > deps.clock.now())
    return refused('too_many_attempts', { retryAt: allowedAt })
  if (wouldLeaveTooMany(payments, open)) return refused('too_many_attempts')
  // One that was given up and may not be closed yet is tried again, where trying is worth anything.
  const closable = payments.filter(({ status, request }) => status === 'left' && !existsOnlyOnceScanned(request.method))
  const givenUp = await giveUpAttempts(deps, [...open, ...closable])
  if (givenUp.kind !== 'given_up') return refused(unableTo[givenUp.kind])
  const now = deps.clock.now()
  const notifyUrl = deps.notifyUrl(channelOf(payer.method))
  const { description } = deps.goods[order.kind]
  const fresh = nextAttempt(order, { ...payer, description, notifyUrl }, now)
  const committed = await deps.table.commit([
    ...givenUp.writes,
    attemptOpened(fresh),
    orderAttempted(order, fresh.attempt, askAgainAt(order, now, now)),
    notBanned(order.accountId),
  ])
  if (committed.kind === 'committed') return ok(fresh)
  if (isBecause(committed.conflicts, 'banned')) return refused('banned')
  return refused(isBecause(committed.conflicts, 'order_not_payable') ? 'order_not_payable' : 'busy')
}

/** What its seller objects to is not paid for. An order that can never be delivered ends, so that its account is free again. */
const objectionTo = async (
  deps: PayDeps,
  order: Order,
  payments: readonly PaymentAttempt[],
): Promise<Outcome<never> | undefined> => {
  const objection = await deps.findObjection(order)
  if (!objection) return undefined
  const ended = objection.ends && (await closeOrder(deps, order, payments, objection.ends))
  return ended === 'paid' ? refused('order_not_payable') : { ok: false, refusal: objection.refusal }
}

/** What a method cannot do without is asked for before anything is frozen. */
const refusalOf = (payer: Payer): Outcome<never> | undefined => {
  const missing = missingOf(payer)
  if (!missing) return undefined
  return missing === 'openid' ? refusedField('/openid', 'openid_required') : refused('payment_method_unavailable')
}

/**
 * Begins paying an order by a method; a second click answers the same code. Another method, and another payer where the method
 * knows them, closes the old attempt at the channel first, so that an order is not paid twice by accident. No code is handed to an
 * account that is `banned`: it is looked at first, and once more in each commit, because the channel takes its time.
 */
export const pay = async (
  deps: PayDeps,
  caller: SignedIn,
  input: { orderId: string } & Payer,
): Promise<Outcome<Payable>> => {
  const { orderId, ...told } = input
  const lacking = refusalOf(told)
  if (lacking) return lacking
  const found = await findOrder(deps.table, orderId)
  if (!found || found.order.accountId !== caller.accountId) return refused('not_found')
  const { order, items } = found
  if (order.status !== 'created') return refused('order_not_payable')
  if (!isPayable(order, deps.clock.now())) return refused('order_expired')
  if (isBanned(await deps.table.get(accountKeys.profile(order.accountId)))) return refused('banned')
  const provider = await deps.provider(channelOf(input.method))
  if (!provider.methods.includes(input.method)) return refused('payment_method_unavailable')
  const payments = attemptsAmong(items)
  const objection = await objectionTo(deps, order, payments)
  if (objection) return objection
  const attempt = await openAttempt(deps, order, payments, payerKnownTo(told))
  if (!attempt.ok) return attempt
  const { action } = attempt.value
  if (action && isLasting(told.method)) return shown(attempt.value, action)
  return offerAttempt(deps, order.accountId, attempt.value)
}

/** What a request to pay says, as the payer it names. */
export const payerOf = (
  publicUrl: string,
  orderId: string,
  body: { method: PaymentMethod; openid?: string; returnPath?: string },
  sourceIp: string,
): { orderId: string } & Payer => ({
  orderId,
  method: body.method,
  payerIp: sourceIp,
  openid: body.openid,
  ...(body.returnPath !== undefined && { returnUrl: `${publicUrl}${body.returnPath}` }),
})
