import * as z from 'zod/mini'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import type { WholeOrder } from '../../overview/read-whole-order.ts'
import type { LedgerUnit } from '../../payment/ledger/ledger.ts'
import type { Booked } from '../../payment/ledger/ledger-store.ts'
import { outRefundNo, type Refund, refundName } from '../../payment/refunds/refund.ts'
import type { Balances, LedgerPage } from './read-ledger.ts'

const time = z.iso.datetime()
const optionalTime = z.optional(time)
const optionalText = z.optional(z.string())

/** The ledgers, by what their amounts count: fen, points, 1/10,000 yuan. They have nothing in common. */
export const units = ['fen', 'point', 'yuan_10000th'] as const satisfies readonly LedgerUnit[]

const optional = (at: Millis | undefined): string | undefined => (at === undefined ? undefined : rfc3339(at))

/** A ledger transaction: a debit is positive, a credit negative, in its unit. `orderId` is missing where it belongs to no order. */
export const transactionShown = z.strictObject({
  id: z.string(),
  orderId: optionalText,
  at: time,
  unit: z.enum(units),
  entries: z.array(z.strictObject({ account: z.string(), amount: z.int() })),
})

const showTransaction = (booking: Booked): z.infer<typeof transactionShown> => ({
  id: booking.id,
  ...(booking.orderId && { orderId: booking.orderId }),
  at: rfc3339(booking.at),
  unit: booking.unit,
  entries: booking.entries.map(({ account, fen }) => ({ account, amount: fen })),
})

export const ledgerShown = z.strictObject({ transactions: z.array(transactionShown), nextCursor: optionalText })

export const showLedger = ({ transactions, next }: LedgerPage): z.infer<typeof ledgerShown> => ({
  transactions: transactions.map(showTransaction),
  ...(next && { nextCursor: next }),
})

/** `open` on a line that ends in `*`: how many of its accounts are not at zero. `balanced` says that `total` is 0, as it must be. */
export const balancesShown = z.strictObject({
  from: z.string(),
  until: z.string(),
  unit: z.enum(units),
  transactions: z.int(),
  lines: z.array(
    z.strictObject({
      account: z.string(),
      amount: z.int(),
      accounts: z.optional(z.int()),
      open: z.optional(z.int()),
    }),
  ),
  total: z.int(),
  balanced: z.boolean(),
})

export const showBalances = (balances: Balances): z.infer<typeof balancesShown> => ({
  ...balances,
  balanced: balances.total === 0,
})

/** A refund as operators see it. `name` names it in actions, `outRefundNo` is its number at the channel in this round. */
export const refundShown = z.strictObject({
  orderId: z.string(),
  name: z.string(),
  accountId: z.string(),
  channel: z.string(),
  outTradeNo: z.string(),
  outRefundNo: z.string(),
  transactionId: z.string(),
  cause: z.string(),
  reason: z.string(),
  refundFen: z.int(),
  totalFen: z.int(),
  status: z.string(),
  round: z.int(),
  steps: z.int(),
  channelCode: optionalText,
  dueSince: time,
  notBefore: optionalTime,
  acceptedAt: optionalTime,
  succeededAt: optionalTime,
  paidByHand: z.boolean(),
})

export const showRefund = (refund: Refund): z.infer<typeof refundShown> => ({
  orderId: refund.orderId,
  name: refundName(refund),
  accountId: refund.accountId,
  channel: refund.channel,
  outTradeNo: refund.outTradeNo,
  outRefundNo: outRefundNo(refund),
  transactionId: refund.transactionId,
  cause: refund.cause,
  reason: refund.reason,
  refundFen: refund.refundFen,
  totalFen: refund.totalFen,
  status: refund.status,
  round: refund.round,
  steps: refund.steps,
  channelCode: refund.channelCode,
  dueSince: rfc3339(refund.dueSince),
  notBefore: optional(refund.notBefore),
  acceptedAt: optional(refund.acceptedAt),
  succeededAt: optional(refund.succeededAt),
  paidByHand: refund.paidByHand ?? false,
})

export const refundsShown = z.strictObject({ refunds: z.array(refundShown), nextCursor: optionalText })

export const showRefunds = ({ refunds, next }: { refunds: Refund[]; next?: string }): z.infer<typeof refundsShown> => ({
  refunds: refunds.map(showRefund),
  ...(next && { nextCursor: next }),
})

const paymentShown = z.strictObject({
  method: z.string(),
  outTradeNo: z.string(),
  status: z.string(),
  amountFen: z.int(),
  openedAt: time,
  expiresAt: time,
})

/** Everything about an order that is not identity: who pays from where is left out too. */
export const wholeOrderShown = z.strictObject({
  order: z.strictObject({
    id: z.string(),
    accountId: z.string(),
    kind: z.string(),
    offer: optionalText,
    points: z.optional(z.int()),
    verificationId: optionalText,
    status: z.string(),
    amountFen: z.int(),
    feeFen: z.int(),
    createdAt: time,
    expiresAt: time,
    paidAt: optionalTime,
    channel: optionalText,
    outTradeNo: optionalText,
    transactionId: optionalText,
    transactions: z.array(z.string()),
    forcedFen: z.optional(z.int()),
    takenBackAt: optionalTime,
    frozenAt: optionalTime,
  }),
  payments: z.array(paymentShown),
  refunds: z.array(refundShown),
  ledger: z.array(transactionShown),
})

const showOrder = (order: WholeOrder['order']): z.infer<typeof wholeOrderShown>['order'] => ({
  id: order.id,
  accountId: order.accountId,
  kind: order.kind,
  offer: order.offer,
  points: order.points,
  verificationId: order.verificationId,
  status: order.status,
  amountFen: order.amountFen,
  feeFen: order.feeFen,
  createdAt: rfc3339(order.createdAt),
  expiresAt: rfc3339(order.expiresAt),
  paidAt: optional(order.paidAt),
  channel: order.channel,
  outTradeNo: order.outTradeNo,
  transactionId: order.transactionId,
  transactions: [...(order.transactions ?? [])],
  forcedFen: order.forcedFen,
  takenBackAt: optional(order.takenBackAt),
  frozenAt: optional(order.frozenAt),
})

const showPayment = ({ status, openedAt, request }: WholeOrder['payments'][number]): z.infer<typeof paymentShown> => {
  const { method, outTradeNo, amountFen, expiresAt } = request
  return { method, outTradeNo, status, amountFen, openedAt: rfc3339(openedAt), expiresAt: rfc3339(expiresAt) }
}

export const showWholeOrder = (whole: WholeOrder): z.infer<typeof wholeOrderShown> => ({
  order: showOrder(whole.order),
  payments: whole.payments.map(showPayment),
  refunds: whole.refunds.map(showRefund),
  ledger: whole.ledger.map(showTransaction),
})
