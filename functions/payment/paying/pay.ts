import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { isBecause } from '../../../shared/table/table.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import type { ForUser } from '../../account/sessions/user-guards.ts'
import type { Objection, Sold } from '../good.ts'
import { type AskDeps, recordAsk } from '../orders/ask-channels.ts'
import { closeOrder } from '../orders/close.ts'
import { findOrderOf } from '../orders/find-order.ts'
import { isPayable, type Order } from '../orders/order.ts'
import { attemptOffered, attemptsAmong, type PaymentAttempt } from './attempt-store.ts'
import { channelOf, isLasting, isSamePayer, missingOf, payerKnownTo } from './methods.ts'
import { type OpenAttemptDeps, openAttempt } from './open-attempt.ts'
import type { Payer, PayerAction } from './provider.ts'
import { recordByQuery } from './record-by-query.ts'

export type PayDeps = OpenAttemptDeps &
  AskDeps & {
    /** What its seller has against the order being paid now; undefined for nothing. */
    findObjection: (order: Sold) => Promise<Objection | undefined>
  }

export type Payable = { outTradeNo: string } & PayerAction

const methodUnavailable = refusedField('/method', 'payment_method_unavailable')

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
    return refused(isBecause(offer.conflicts, 'banned') ? 'banned' : 'contended')
  }
  if (created.kind === 'unavailable') return refused('payment_channel_unavailable')
  // Paid already, or refused: a refusal may mean that this very number is paid, and only a query is signed.
  const asked = await provider.query(attempt.request.outTradeNo)
  if (asked.kind === 'unavailable') return refused('payment_channel_unavailable')
  if (asked.kind !== 'paid') return methodUnavailable
  await recordByQuery(deps, asked.fact)
  return refused('order_not_payable')
}

/** The attempt to go on with, or how many there were when somebody else began to change them. */
type Found = Outcome<PaymentAttempt> | { changedSince: number }

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
  return missing === 'openid'
    ? refusedField('/openid', 'openid_required')
    : refusedField('/payerAddress', 'payer_address_required')
}

/** Whether the channel has to be asked for what a payer needs, who otherwise is shown what it said before. */
const mustAsk = (payments: readonly PaymentAttempt[], payer: Payer): boolean =>
  !isLasting(payer.method) ||
  !payments.some(({ status, request, action }) => status === 'open' && action && isSamePayer(request, payer))

/** One look at the order, and the attempt to go on with. What the channel is asked is counted at the first look, once a request. */
const findAttempt = async (
  deps: PayDeps,
  accountId: string,
  { orderId, ...told }: { orderId: string } & Payer,
  since: number | undefined,
): Promise<Found> => {
  const found = await findOrderOf(deps.table, accountId, orderId)
  if (!found) return refused('not_found')
  const { order, items } = found
  if (order.status !== 'created') return refused('order_not_payable')
  if (!isPayable(order, deps.clock.now())) return refused('order_expired')
  if (isBanned(await deps.table.get(accountKeys.profile(order.accountId)))) return refused('banned')
  const provider = await deps.provider(channelOf(told.method))
  if (!provider.methods.includes(told.method)) return methodUnavailable
  // Nobody is sent away to find out whose WeChat they are in for an order that cannot be paid.
  const lacking = refusalOf(told)
  if (lacking) return lacking
  const payments = attemptsAmong(items)
  const objection = await objectionTo(deps, order, payments)
  if (objection) return objection
  const payer = payerKnownTo(told)
  if (since === undefined && mustAsk(payments, payer)) {
    const tooOften = await recordAsk(deps, order.accountId)
    if (tooOften) return tooOften
  }
  const opened = await openAttempt(deps, order, payments, payer, since ?? order.attempts)
  return opened === 'changed' ? { changedSince: since ?? order.attempts } : opened
}

/** More often than anybody clicks at once. */
const TRIES = 4

/**
 * Begins paying an order by a method; a second click answers the same code, also one at the same moment. Another method, and another
 * payer where the method knows them, closes the old attempt at the channel first, so that an order is not paid twice by accident; of
 * two at the same moment one is `contended`. Refuses with `too_often` where the account had the channels asked as often as it may. No code is handed to an account that is `banned`: it is looked at first, and once more in
 * each commit, because the channel takes its time.
 */
export const pay = async (
  deps: PayDeps,
  { accountId }: Pick<ForUser, 'accountId'>,
  input: { orderId: string } & Payer,
): Promise<Outcome<Payable>> => {
  const { orderId: _order, ...told } = input
  if (accountId === undefined) return refused('not_found')
  let since: number | undefined
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await findAttempt(deps, accountId, input, since)
    if ('changedSince' in found) since = found.changedSince
    else if (!found.ok) return found
    else {
      const { action } = found.value
      if (action && isLasting(told.method)) return shown(found.value, action)
      return offerAttempt(deps, accountId, found.value)
    }
  }
  return refused('contended')
}

/** What to pay by, as it is answered. */
export const showPayable = ({ outTradeNo, codeUrl, h5Url, jsapi, qrCode, formUrl }: Payable) => ({
  outTradeNo,
  codeUrl: codeUrl ?? null,
  h5Url: h5Url ?? null,
  jsapi: jsapi ?? null,
  qrCode: qrCode ?? null,
  formUrl: formUrl ?? null,
})
