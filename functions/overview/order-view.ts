import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { showTransaction, transactionShown } from '../bookkeeping/ledger/ledger-view.ts'
import { goodKinds } from '../payment/good.ts'
import { orderStatusesTold } from '../payment/money-back/money-back.ts'
import { moneyBackShown } from '../payment/money-back/money-back-view.ts'
import { attemptStatuses } from '../payment/paying/attempt.ts'
import { paymentMethods } from '../payment/paying/provider.ts'
import { refundShown, showRefund } from '../payment/refunds/refund-view.ts'
import type { WholeOrder } from './read-whole-order.ts'

const time = z.iso.datetime()
const optionalTime = z.optional(time)
const optionalText = z.optional(z.string())

const paymentShown = z.strictObject({
  method: z.enum(paymentMethods),
  outTradeNo: z.string(),
  status: z.enum(attemptStatuses),
  amountFen: z.int(),
  openedAt: time,
  expiresAt: time,
})

/** Everything about an order that is not identity: who pays from where is left out too. */
export const wholeOrderShown = z.strictObject({
  order: z.strictObject({
    id: z.string(),
    accountId: z.string(),
    kind: z.enum(goodKinds),
    offer: optionalText,
    points: z.optional(z.int()),
    verificationId: optionalText,
    status: z.enum(orderStatusesTold),
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
  /** What the payer is told of it. */
  told: z.array(moneyBackShown),
  ledger: z.array(transactionShown),
})

const showOrder = ({ order, status }: WholeOrder): z.infer<typeof wholeOrderShown>['order'] => ({
  id: order.id,
  accountId: order.accountId,
  kind: order.kind,
  offer: order.offer,
  points: order.points,
  verificationId: order.verificationId,
  status,
  amountFen: order.amountFen,
  feeFen: order.feeFen,
  createdAt: rfc3339(order.createdAt),
  expiresAt: rfc3339(order.expiresAt),
  paidAt: rfc3339If(order.paidAt),
  channel: order.channel,
  outTradeNo: order.outTradeNo,
  transactionId: order.transactionId,
  transactions: [...(order.transactions ?? [])],
  forcedFen: order.forcedFen,
  takenBackAt: rfc3339If(order.takenBackAt),
  frozenAt: rfc3339If(order.frozenAt),
})

const showPayment = ({ status, openedAt, request }: WholeOrder['payments'][number]): z.infer<typeof paymentShown> => {
  const { method, outTradeNo, amountFen, expiresAt } = request
  return { method, outTradeNo, status, amountFen, openedAt: rfc3339(openedAt), expiresAt: rfc3339(expiresAt) }
}

export const showWholeOrder = (whole: WholeOrder): z.infer<typeof wholeOrderShown> => ({
  order: showOrder(whole),
  payments: whole.payments.map(showPayment),
  refunds: whole.refunds.map(showRefund),
  told: whole.told,
  ledger: whole.ledger.map(showTransaction),
})
