import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { showTransaction, transactionShown } from '../../bookkeeping/ledger/ledger-view.ts'
import type { Complaint } from '../../complaints/complaint.ts'
import { complaintShown, showComplaint } from '../../complaints/complaint-view.ts'
import type { Limits } from '../../complaints/following/deadlines.ts'
import { consentShown, disclosureShown } from '../../consent/disclosure-view.ts'
import { paymentsIn } from '../../payment/ledger/position.ts'
import { moneyBackShown } from '../../payment/money-back/money-back-view.ts'
import { orderShown } from '../../payment/orders/order-view.ts'
import { attemptStatuses } from '../../payment/paying/attempt.ts'
import { paymentMethods } from '../../payment/paying/provider.ts'
import { refundShown, showRefund } from '../../payment/refunds/refund-view.ts'
import type { WholeOrder } from './read-whole-order.ts'

const time = z.iso.datetime()
const timeIf = z.nullable(time)

const paymentShown = z.strictObject({
  method: z.enum(paymentMethods),
  outTradeNo: z.string(),
  /** `paid` whatever became of the offer to pay. */
  status: z.enum(['paid', ...attemptStatuses]),
  amountFen: z.int(),
  openedAt: time,
  expiresAt: time,
})

/** A complaint about it: how it stands, and until when what is owed. */
const aboutOrder = z.pick(complaintShown, {
  channel: true,
  id: true,
  status: true,
  problem: true,
  openedAt: true,
  replyBy: true,
  completeBy: true,
  malicious: true,
})

/** Everything about an order that is not identity: who pays from where is left out too. */
export const wholeOrderShown = z.strictObject({
  order: z.strictObject({
    ...orderShown.shape,
    accountId: z.string(),
    feeFen: z.int(),
    transactionId: z.nullable(z.string()),
    transactions: z.array(z.string()),
    /** What the channel gave back without being asked. */
    forcedFen: z.int(),
    takenBackAt: timeIf,
    frozenAt: timeIf,
  }),
  payments: z.array(paymentShown),
  refunds: z.array(refundShown),
  /** What the payer is told of it. */
  told: z.array(moneyBackShown),
  ledger: z.array(transactionShown),
  consent: z.nullable(consentShown),
  handedOn: z.array(disclosureShown),
  complaints: z.array(aboutOrder),
})

const showWhole = ({ order, shown }: WholeOrder): z.infer<typeof wholeOrderShown>['order'] => ({
  ...shown,
  accountId: order.accountId,
  feeFen: order.feeFen,
  transactionId: order.transactionId ?? null,
  transactions: [...(order.transactions ?? [])],
  forcedFen: order.forcedFen ?? 0,
  takenBackAt: rfc3339If(order.takenBackAt),
  frozenAt: rfc3339If(order.frozenAt),
})

const showPayments = ({ payments, ledger }: WholeOrder): z.infer<typeof paymentShown>[] => {
  const paid = new Set(paymentsIn(ledger).map(({ outTradeNo }) => outTradeNo))
  return payments.map(({ status, openedAt, request: { method, outTradeNo, amountFen, expiresAt } }) => ({
    method,
    outTradeNo,
    status: paid.has(outTradeNo) ? 'paid' : status,
    amountFen,
    openedAt: rfc3339(openedAt),
    expiresAt: rfc3339(expiresAt),
  }))
}

const showAbout = (complaint: Complaint, limits: Limits): z.infer<typeof aboutOrder> => {
  const { channel, id, status, problem, openedAt, replyBy, completeBy, malicious } = showComplaint(complaint, limits)
  return { channel, id, status, problem, openedAt, replyBy, completeBy, malicious }
}

/** `limits`: how soon complaints are to be answered and ended. */
export const showWholeOrder = (whole: WholeOrder, limits: Limits): z.infer<typeof wholeOrderShown> => ({
  order: showWhole(whole),
  payments: showPayments(whole),
  refunds: whole.refunds.map(showRefund),
  told: whole.told,
  ledger: whole.ledger.map(showTransaction),
  consent: whole.consent,
  handedOn: whole.handedOn,
  complaints: whole.complaints.map((one) => showAbout(one, limits)),
})
