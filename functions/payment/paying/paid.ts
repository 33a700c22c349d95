import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Write } from '../../../shared/table/write.ts'
import { membershipKeys } from '../../membership/keys.ts'
import { membershipGranted } from '../../membership/membership.ts'
import { membershipExtended, membershipUntil } from '../../membership/membership-store.ts'
import { checkReady } from '../../verification/check/check-store.ts'
import { checkWork, verificationKeys } from '../../verification/keys.ts'
import { attemptClosed, attemptPaid } from '../../verification/submission/tries-store.ts'
import { verificationEnded, verificationPaid } from '../../verification/verification-store.ts'
import { pointsCredited } from '../../wallet/points-store.ts'
import { paymentKeys, refundWork } from '../keys.ts'
import { paymentDecided, paymentReceived, pointsIssued } from '../ledger/ledger.ts'
import { booked } from '../ledger/ledger-store.ts'
import { decidePayment, type Order, orderIdOf, type UnwantedPayment } from '../orders/order.ts'
import { factRecorded, orderDelivered, orderOf, orderOverpaid, orderPaid } from '../orders/order-store.ts'
import type { Refund } from '../refunds/refund.ts'
import { refundDue, refundKey } from '../refunds/refund-store.ts'
import type { PaymentFact } from './provider.ts'

export type PaidDeps = { table: Table; queue: Queue; clock: Clock }

/**
 * What a payment led to. Signed by the channel, but for a person to look at: `unknown_order`, no order of ours has that number;
 * `number_paid_twice`, another transaction paid that very number, which channels rule out.
 */
export type Paid = 'accepted' | 'duplicate' | 'given_back' | 'unknown_order' | 'number_paid_twice'

type Planned = { writes: Write[]; wake?: Pointer; paid: Paid }

const received = (order: Order, fact: PaymentFact): Write[] => [
  factRecorded(order, fact),
  booked(order.id, paymentReceived({ ...fact, at: fact.paidAt })),
]

const forVerification = (order: Order, verificationId: string, fact: PaymentFact, now: Millis): Planned => {
  const of = { accountId: order.accountId, id: verificationId }
  return {
    paid: 'accepted',
    wake: checkWork.pointerTo(verificationKeys.check(order.accountId, verificationId)),
    writes: [
      orderPaid(order, fact),
      ...received(order, fact),
      checkReady(order, verificationId, fact, now),
      verificationPaid(of),
      attemptPaid(order.accountId, now),
    ],
  }
}

/** Points and memberships need no check: paid and delivered are one commit. P14, P15. */
const forPurchase = async (deps: PaidDeps, order: Order, fact: PaymentFact, now: Millis): Promise<Planned> => {
  const { accountId, points = 0 } = order
  const earned = order.kind === 'points' ? 'points' : 'membership'
  const decided = paymentDecided({ ...fact, refundFen: 0, earned, at: now })
  const writes = [...received(order, fact), booked(order.id, decided)]
  if (order.kind === 'points') {
    const issued = pointsIssued({ accountId, outTradeNo: fact.outTradeNo, points, at: now })
    const credited = [pointsCredited(accountId, points), booked(order.id, issued)]
    return { paid: 'accepted', writes: [orderDelivered(order, fact), ...writes, ...credited] }
  }
  const until = membershipUntil(await deps.table.get(membershipKeys.membership(accountId)))
  const delivered = orderDelivered(order, fact, membershipGranted(until, now))
  return { paid: 'accepted', writes: [delivered, ...writes, membershipExtended(accountId, until, now)] }
}

const reasons: Record<UnwantedPayment, string> = {
  late: '订单已关闭，退回付款',
  second: '重复付款，退回付款',
  wrong_amount: '付款金额不符，退回付款',
}

/** P16: it buys nothing, so all of it goes back. An order that was still open ends with it. */
const givenBack = (order: Order, fact: PaymentFact, because: UnwantedPayment, now: Millis): Planned => {
  const refund: Omit<Refund, 'status' | 'round' | 'steps'> = {
    orderId: order.id,
    accountId: order.accountId,
    channel: fact.channel,
    outTradeNo: fact.outTradeNo,
    transactionId: fact.transactionId,
    cause: 'unwanted_payment',
    reason: reasons[because],
    refundFen: fact.paidFen,
    totalFen: fact.paidFen,
    dueSince: now,
  }
  const decided = paymentDecided({ ...fact, refundFen: fact.paidFen, earned: 'fee', at: now })
  const of = { accountId: order.accountId, id: order.verificationId ?? '' }
  const ended =
    order.status === 'created' && order.verificationId
      ? [verificationEnded(of, 'cancelled', now, 'wrong_amount_paid'), attemptClosed(of.accountId, of.id)]
      : []
  return {
    paid: 'given_back',
    wake: refundWork.pointerTo(refundKey(refund)),
    writes: [
      orderOverpaid(order, fact),
      ...received(order, fact),
      booked(order.id, decided),
      refundDue(refund),
      ...ended,
    ],
  }
}

const planned = async (deps: PaidDeps, order: Order, fact: PaymentFact): Promise<Planned> => {
  const now = deps.clock.now()
  const decision = decidePayment(order, fact)
  if (decision.kind === 'duplicate') return { paid: 'duplicate', writes: [] }
  if (decision.kind === 'give_back') return givenBack(order, fact, decision.because, now)
  return order.kind === 'verification' && order.verificationId
    ? forVerification(order, order.verificationId, fact, now)
    : forPurchase(deps, order, fact, now)
}

const TRIES = 4

/**
 * A payment happened. Fed by notifications, by queries and by the sweep, any number of times and in any order; it counts once.
 * One read and one commit, then a wake-up for what it owes. Throws `Contended` when the order keeps changing underneath.
 */
export const paid = async (deps: PaidDeps, fact: PaymentFact): Promise<Paid> => {
  const orderId = orderIdOf(fact.outTradeNo)
  if (orderId === undefined) return 'unknown_order'
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await deps.table.get(paymentKeys.order(orderId))
    if (!found) return 'unknown_order'
    const plan = await planned(deps, orderOf(found), fact)
    if (plan.writes.length === 0) return plan.paid
    const committed = await deps.table.commit(plan.writes)
    if (committed.kind === 'committed') {
      if (plan.wake) await deps.queue.wake([plan.wake])
      return plan.paid
    }
    const why = new Set(committed.conflicts.map(({ because }) => because))
    if (why.has('fact_exists')) return 'duplicate'
    if (why.has('already_booked')) return 'number_paid_twice'
  }
  throw new Contended('an order kept changing while its payment was recorded')
}
