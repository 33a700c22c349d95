import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { absent, all, type Item, isNew, type Put, put, type Update, update } from '../../../shared/table/write.ts'
import { paymentKeys } from '../keys.ts'
import { endsAt, type Order, outTradeNo } from '../orders/order.ts'
import { type AttemptEvent, attemptStatuses, attemptTransitions } from './attempt.ts'
import { type Payer, type PayerAction, type PaymentRequest, paymentMethods } from './provider.ts'

const optionalText = z.optional(z.string())

/** What a page inside WeChat hands on. */
export const jsapiCall = z.strictObject({
  appId: z.string(),
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})

const stored = z.object({
  orderId: z.string(),
  attempt: z.int(),
  status: z.enum(attemptStatuses),
  openedAt: z.number(),
  request: z.object({
    method: z.enum(paymentMethods),
    outTradeNo: z.string(),
    amountFen: z.int(),
    description: z.string(),
    expiresAt: z.number(),
    notifyUrl: z.string(),
    payerIp: optionalText,
    openid: optionalText,
    returnUrl: optionalText,
  }),
  action: z.optional(
    z.object({
      codeUrl: optionalText,
      h5Url: optionalText,
      jsapi: z.optional(jsapiCall),
      qrCode: optionalText,
      formUrl: optionalText,
    }),
  ),
})

/** One try to pay an order by one method, by one payer where the method knows them: its own number at the channel, and the request frozen for identical repeats. */
export type PaymentAttempt = z.infer<typeof stored>

/** The payment attempt in an item. */
const attemptOf = (item: Item): PaymentAttempt => z.parse(stored, item)

const PREFIX = paymentKeys.attempt('', 0).sk.slice(0, -1)

/** The payment attempts among the items of an order, the newest last. Sort keys do not order numbers. */
export const attemptsAmong = (items: readonly Item[]): PaymentAttempt[] =>
  items
    .filter((item) => item.sk.startsWith(PREFIX))
    .map(attemptOf)
    .sort((one, other) => one.attempt - other.attempt)

/** The next attempt of an order, everything frozen before the channel hears of it. */
export const nextAttempt = (
  order: Order,
  payer: Payer & Pick<PaymentRequest, 'description' | 'notifyUrl'>,
  now: number,
): PaymentAttempt => {
  const attempt = order.attempts + 1
  const request: PaymentRequest = {
    ...payer,
    outTradeNo: outTradeNo(order.id, attempt),
    amountFen: order.amountFen,
    expiresAt: endsAt(order),
  }
  return { orderId: order.id, attempt, status: 'open', openedAt: now, request }
}

/** Reserves the attempt; a second one at the same moment is a conflict. */
export const attemptOpened = (attempt: PaymentAttempt): Put =>
  put(paymentKeys.attempt(attempt.orderId, attempt.attempt), { ...attempt }, isNew, 'payment_exists')

/** What the payer needs is known. */
export const attemptOffered = (attempt: PaymentAttempt, action: PayerAction): Update =>
  update(
    paymentKeys.attempt(attempt.orderId, attempt.attempt),
    { set: { action } },
    stateAllows(attemptTransitions, 'offered'),
  )

/**
 * One that was not offered when it was read must not have been since: what the channel had not heard of then, it may have opened
 * in the meantime, and a payer may have the code.
 */
const ended = (attempt: PaymentAttempt, on: Extract<AttemptEvent, 'left' | 'closed'>): Update =>
  update(
    paymentKeys.attempt(attempt.orderId, attempt.attempt),
    { set: { status: target(attemptTransitions, on) } },
    all(stateAllows(attemptTransitions, on), ...(attempt.action ? [] : [absent('action')])),
    'payment_changed',
  )

/** Closed at the channel: nobody can pay it any more. */
export const attemptClosed = (attempt: PaymentAttempt): Update => ended(attempt, 'closed')

/** Given up, though whoever has the code may still scan it. */
export const attemptLeft = (attempt: PaymentAttempt): Update => ended(attempt, 'left')
