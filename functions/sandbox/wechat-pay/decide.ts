import type { Fen } from '../../../shared/kernel/money.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { CreateBody, RefundBody } from './bodies.ts'
import type { WeChatPayErrorName } from './errors.ts'
import {
  isPaid,
  mayMove,
  ORDER_LIFE,
  type Product,
  type RefundEnd,
  refundableFen,
  tradeState,
  type WeChatOrder,
  type WeChatPaid,
  type WeChatRefund,
} from './order.ts'

type Refused = { kind: 'refused'; error: WeChatPayErrorName }
const refuse = (error: WeChatPayErrorName): Refused => ({ kind: 'refused', error })

/** Create: a new order, the same one again for an identical request, or the channel's refusal. */
export const decideCreate = (
  before: WeChatOrder | undefined,
  product: Product,
  body: CreateBody,
  digest: string,
  now: Millis,
): Refused | { kind: 'created'; order: WeChatOrder } | { kind: 'same' } => {
  if (before) {
    if (before.request !== digest || before.product !== product) return refuse('repeated_differently')
    if (isPaid(before)) return refuse('order_paid_on_create')
    return tradeState(before, now) === 'CLOSED' ? refuse('order_closed') : { kind: 'same' }
  }
  const expiresAt = body.time_expire === undefined ? now + ORDER_LIFE : Date.parse(body.time_expire)
  if (expiresAt <= now) return refuse('param_error')
  const order: WeChatOrder = {
    outTradeNo: body.out_trade_no,
    product,
    payer: body.payer?.openid,
    request: digest,
    description: body.description,
    attach: body.attach,
    notifyUrl: body.notify_url,
    totalFen: body.amount.total,
    createdAt: now,
    expiresAt,
    refunds: [],
  }
  return { kind: 'created', order }
}

/** How a payer may pay otherwise than asked: another amount, or after the order was closed. */
export type PayerOddities = { amountFen?: Fen; payAfterClose?: boolean }

/** Pay: the order with its payment, or why the payer is told no. */
export const decidePay = (
  order: WeChatOrder,
  payer: PayerOddities & { transactionId: string; openid: string },
  now: Millis,
): { kind: 'paid'; order: WeChatPaid } | { kind: 'refused'; because: 'paid' | 'closed' | 'expired' } => {
  if (!mayMove(order, payer.payAfterClose ? 'pay_even_closed' : 'pay', now)) {
    if (isPaid(order)) return { kind: 'refused', because: 'paid' }
    return { kind: 'refused', because: order.closedAt === undefined ? 'expired' : 'closed' }
  }
  const { transactionId } = payer
  const payment = {
    transactionId,
    openid: order.payer ?? payer.openid,
    paidFen: payer.amountFen ?? order.totalFen,
    paidAt: now,
  }
  return { kind: 'paid', order: { ...order, payment } }
}

const MOST_REFUNDS = 50
const REFUNDABLE_FOR: Millis = 365 * DAY

export type RefundTerms = { refundId: string; ends: RefundEnd; settlesMs: Millis; spacingMs: Millis }

const refundFault = (order: WeChatPaid, body: RefundBody, terms: RefundTerms, now: Millis) => {
  if (body.amount.total !== order.payment.paidFen) return 'refund_total_differs'
  if (now - order.payment.paidAt > REFUNDABLE_FOR) return 'refund_overdue'
  if (order.refunds.length >= MOST_REFUNDS) return 'refund_too_many'
  if (body.amount.refund > refundableFen(order, now)) return 'refund_exceeds'
  const last = order.refunds.at(-1)
  return last && now - last.createdAt < terms.spacingMs ? 'refund_too_soon' : undefined
}

/**
 * A refund the merchant did not ask for: by the channel after a complaint, or by hand on the merchant's site. `fen` undefined
 * means all that is left. Undefined when that much was never paid or is already back.
 */
export const decideForced = (
  order: WeChatOrder,
  fen: Fen | undefined,
  terms: Omit<RefundTerms, 'ends' | 'spacingMs'>,
  now: Millis,
): { order: WeChatPaid; refund: WeChatRefund } | undefined => {
  if (!isPaid(order)) return undefined
  const left = refundableFen(order, now)
  const refundFen = fen ?? left
  if (refundFen < 1 || refundFen > left) return undefined
  const { refundId, settlesMs } = terms
  const settlesAt = now + settlesMs
  const refund = {
    outRefundNo: '',
    refundId,
    request: '',
    refundFen,
    createdAt: now,
    settlesAt,
    ends: 'SUCCESS' as const,
  }
  return { order: { ...order, refunds: [...order.refunds, refund] }, refund }
}

/** Refund: idempotent by its number, never more than was paid. `order` is the one the request names, as stored. */
export const decideRefund = (
  order: WeChatOrder | undefined,
  body: RefundBody,
  digest: string,
  terms: RefundTerms,
  now: Millis,
):
  | Refused
  | { kind: 'same'; order: WeChatPaid; refund: WeChatRefund }
  | { kind: 'accepted'; order: WeChatPaid; refund: WeChatRefund } => {
  if (!order || !isPaid(order)) return refuse('nothing_paid')
  const known = order.refunds.find((one) => one.outRefundNo === body.out_refund_no)
  if (known) return known.request === digest ? { kind: 'same', order, refund: known } : refuse('repeated_differently')
  const fault = refundFault(order, body, terms, now)
  if (fault) return refuse(fault)
  const refund: WeChatRefund = {
    outRefundNo: body.out_refund_no,
    refundId: terms.refundId,
    request: digest,
    refundFen: body.amount.refund,
    notifyUrl: body.notify_url,
    createdAt: now,
    settlesAt: now + terms.settlesMs,
    ends: terms.ends,
  }
  return { kind: 'accepted', order: { ...order, refunds: [...order.refunds, refund] }, refund }
}
