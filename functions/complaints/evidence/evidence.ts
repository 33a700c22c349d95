import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Disclosure } from '../../consent/permit.ts'
import type { Offer } from '../../payment/good.ts'
import type { GoodKind } from '../../payment/good-kinds.ts'
import type { Order } from '../../payment/orders/order.ts'
import { type OrderStatusTold, orderStatusTold } from '../../payment/orders/told-status.ts'
import type { Refund, RefundStatus } from '../../payment/refunds/refund.ts'
import type { VerificationStatus } from '../../verification/verification.ts'
import type { ComplainedOf } from '../complaint.ts'

/** What became of the check that was bought, what the payer agreed to, and what was handed on for it. */
export type Verdict = {
  status: VerificationStatus
  decidedAt?: Millis
  consent: { notice: string; agreedAt: Millis }
  handedOn?: readonly Disclosure[]
}

export type GivenBack = {
  fen: Fen
  status: RefundStatus
  reason: string
  dueSince: Millis
} & Pick<Refund, 'acceptedAt' | 'succeededAt' | 'paidByHand'>

/** What can be said to a complaint about one order: what was chosen at which price and when, what was delivered, what went back. */
export type Evidence = {
  outTradeNo: string
  orderId: string
  kind: GoodKind
  status: OrderStatusTold
  offer?: Offer
  points?: number
  priceFen: Fen
  chosenAt: Millis
  paidAt?: Millis
  verdict?: Verdict
  refunds: readonly GivenBack[]
  /** What the channel gave back by itself. */
  forcedFen: Fen
}

/** The evidence about one order. `verdict`: of the verification bought with it. */
export const evidenceOf = (
  { outTradeNo }: Pick<ComplainedOf, 'outTradeNo'>,
  order: Order,
  refunds: readonly Refund[],
  verdict: Verdict | undefined,
): Evidence => ({
  outTradeNo,
  orderId: order.id,
  kind: order.kind,
  status: orderStatusTold(order, refunds),
  ...(order.offer && { offer: order.offer }),
  ...(order.points !== undefined && { points: order.points }),
  priceFen: order.amountFen,
  chosenAt: order.createdAt,
  ...(order.paidAt !== undefined && { paidAt: order.paidAt }),
  ...(verdict && { verdict }),
  refunds: refunds.map(({ refundFen, status, reason, dueSince, acceptedAt, succeededAt, paidByHand }) => ({
    fen: refundFen,
    status,
    reason,
    dueSince,
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(paidByHand && { paidByHand }),
    ...(succeededAt !== undefined && { succeededAt }),
  })),
  forcedFen: order.forcedFen ?? 0,
})

/** Verdicts that give the payer what was bought: the answer of the vendor, whatever it says. */
const DELIVERING: readonly VerificationStatus[] = ['verified', 'mismatch', 'no_record']

/** When what was bought was delivered; undefined when it was not, or not yet. */
export const deliveredAt = ({ kind, status, paidAt, verdict }: Evidence): Millis | undefined => {
  if (kind !== 'verification') return status === 'settled' ? paidAt : undefined
  return verdict && DELIVERING.includes(verdict.status) ? verdict.decidedAt : undefined
}

/** Whether money was owed at that time and had not gone back, or still has not, or went back only because the channel forced it. */
export const owedAt = ({ refunds }: Evidence, at: Millis): boolean =>
  refunds.some(({ dueSince, succeededAt }) => succeededAt === undefined || (dueSince <= at && succeededAt >= at))
