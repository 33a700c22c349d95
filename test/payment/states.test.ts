import { describe, expect, it } from 'vitest'
import {
  type OrderEvent,
  type OrderStatus,
  orderStatuses,
  orderTransitions,
} from '../../functions/payment/orders/order.ts'
import {
  orderAskedAgain,
  orderAttempted,
  orderClosed,
  orderDecided,
  orderDelivered,
  orderForcedBack,
  orderOpened,
  orderOverpaid,
  orderPaid,
  orderWatched,
} from '../../functions/payment/orders/order-store.ts'
import {
  type AttemptEvent,
  type AttemptStatus,
  attemptStatuses,
  attemptTransitions,
} from '../../functions/payment/paying/attempt.ts'
import {
  attemptClosed,
  attemptLeft,
  attemptOffered,
  attemptOpened,
} from '../../functions/payment/paying/attempt-store.ts'
import {
  type Refund,
  type RefundEvent,
  type RefundStatus,
  refundStatuses,
  refundTransitions,
} from '../../functions/payment/refunds/refund.ts'
import {
  refundAskedByHand,
  refundEndedByHand,
  refundOwedAgain,
  refundSentAgain,
} from '../../functions/payment/refunds/refund-action-store.ts'
import {
  refundClaimed,
  refundDue,
  refundHandedOver,
  refundKey,
  refundReduced,
  refundRenewed,
  refundSucceeded,
  refundSuperseded,
} from '../../functions/payment/refunds/refund-store.ts'
import { refundLeft, refundTaken, refundWaits } from '../../functions/payment/refunds/refund-waiting-store.ts'
import { NOON } from '../kit.ts'
import { sampleAttempt, sampleFact, sampleOrder, sampleRefund } from '../samples.ts'
import { finals, itObeys, type Machine, observedMoves, reachable, trapped } from '../state-moves.ts'

const orderIn = (status: OrderStatus) => ({ ...sampleOrder, status })
const attemptIn = (status: AttemptStatus) => ({ ...sampleAttempt, status })
const refundIn = (status: RefundStatus): Refund => ({ ...sampleRefund, status })

const orders: Machine<OrderStatus, OrderEvent> = {
  table: orderTransitions,
  states: orderStatuses,
  itemIn: (status) => orderOpened(orderIn(status))[0],
  writes: {
    paid: (read) => orderPaid(orderIn(read), sampleFact),
    delivered: (read) => orderDelivered(orderIn(read), sampleFact),
    closed: (read) => orderClosed(orderIn(read), 'expired'),
    returned: (read) => orderOverpaid(orderIn(read), sampleFact),
    kept: () => orderDecided(sampleOrder.id, 'kept', { verdict: 'verified', decidedAt: NOON }),
    given_back: () => orderDecided(sampleOrder.id, 'given_back', { verdict: 'no_record', decidedAt: NOON }),
    attempted: (read) => orderAttempted(orderIn(read), 2, 'wechat_native', NOON),
    asked_again: (read) => orderAskedAgain(orderIn(read), NOON),
    watched: (read) => orderWatched(orderIn(read), NOON),
    paid_again: (read) => orderOverpaid(orderIn(read), sampleFact),
    forced_back: (read) => orderForcedBack(orderIn(read), 100),
  },
}

const attempts: Machine<AttemptStatus, AttemptEvent> = {
  table: attemptTransitions,
  states: attemptStatuses,
  itemIn: (status) => attemptOpened(attemptIn(status)),
  writes: {
    offered: (read) => attemptOffered(attemptIn(read), { codeUrl: 'weixin://x' }),
    left: (read) => attemptLeft(attemptIn(read)),
    closed: (read) => attemptClosed(attemptIn(read)),
  },
}

const refunds: Machine<RefundStatus, RefundEvent> = {
  table: refundTransitions,
  states: refundStatuses,
  itemIn: (status) => {
    const opened = refundDue(sampleRefund)
    return { ...opened, item: { ...opened.item, status } }
  },
  writes: {
    claimed: (read) => refundClaimed(refundKey(refundIn(read)), NOON),
    taken: (read) => refundTaken(refundIn(read), NOON, NOON),
    waited: (read) => refundWaits(refundIn(read), NOON),
    succeeded: (read) => refundSucceeded(refundIn(read), NOON),
    renewed: (read) => refundRenewed(refundIn(read), NOON),
    sent_again: (read) => refundSentAgain(refundIn(read), NOON),
    asked_by_hand: (read) => refundAskedByHand(refundIn(read), { id: 'p', expiresAt: NOON }),
    handed_over: (read) => refundHandedOver(refundIn(read), { on: 'handed_over', channelCode: 'abnormal' }, NOON),
    waited_too_long: (read) =>
      refundHandedOver(refundIn(read), { on: 'waited_too_long', channelCode: 'processing_too_long' }, NOON),
    left: (read) => refundLeft(refundIn(read), 'abnormal', NOON),
    paid_by_hand: (read) => refundEndedByHand(refundIn(read), 'ling', NOON),
    owed_again: (read) => refundOwedAgain(refundIn(read), NOON),
    superseded: (read) => refundSuperseded(refundIn(read)),
    reduced: (read) => refundReduced(refundIn(read), 1, NOON),
    reduced_under_way: (read) => refundReduced(refundIn(read), 1, NOON),
  },
}

describe('M1 states of an order', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(orderTransitions, 'created')).toEqual([...orderStatuses].sort())
    expect(trapped(orderTransitions, orderStatuses)).toEqual([])
    expect(finals(orderTransitions)).toEqual(['settled', 'refunded'])
  })

  itObeys(orders)
})

describe('M1 states of a payment attempt', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(attemptTransitions, 'open')).toEqual([...attemptStatuses].sort())
    expect(trapped(attemptTransitions, attemptStatuses)).toEqual([])
    expect(finals(attemptTransitions)).toEqual(['closed'])
  })

  itObeys(attempts)

  it('P16 are not ended by whoever read it before it was offered', async () => {
    const offered = { ...sampleAttempt, action: { codeUrl: 'weixin://x' } }
    const moves = await observedMoves(
      attemptStatuses,
      (status) => attemptOpened({ ...offered, status }),
      () => [attemptClosed(sampleAttempt), attemptLeft(sampleAttempt)],
    )
    expect(moves).toEqual([])
  })
})

describe('P7 M1 states of a refund', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(refundTransitions, 'due')).toEqual([...refundStatuses].sort())
    expect(trapped(refundTransitions, refundStatuses)).toEqual([])
    // What succeeded ends too, unless two operators find that it never went.
    expect(finals(refundTransitions)).toEqual(['superseded'])
  })

  itObeys(refunds)

  it('are changed by nothing that is said about another round', async () => {
    const later = { ...refundIn('submitted'), round: 2 }
    const moves = await observedMoves(refundStatuses, refunds.itemIn, () => [
      refundSucceeded(later, NOON),
      refundRenewed(later, NOON),
      refundHandedOver(later, { on: 'handed_over', channelCode: 'abnormal' }, NOON),
      refundHandedOver(later, { on: 'waited_too_long', channelCode: 'abnormal' }, NOON),
      refundLeft(later, 'abnormal', NOON),
      refundTaken(later, NOON, NOON),
      refundWaits(later, NOON),
      refundSuperseded(later),
      refundReduced(later, 1, NOON),
      refundSentAgain(later, NOON),
      refundAskedByHand(later, { id: 'p', expiresAt: NOON }),
      refundEndedByHand(later, 'ling', NOON),
    ])
    expect(moves).toEqual([])
  })
})
