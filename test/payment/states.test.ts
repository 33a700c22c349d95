import { describe, expect, it } from 'vitest'
import { type Order, type OrderStatus, orderTransitions } from '../../functions/payment/orders/order.ts'
import {
  orderAskedAgain,
  orderAttempted,
  orderClosed,
  orderDecided,
  orderDelivered,
  orderOpened,
  orderOverpaid,
  orderPaid,
} from '../../functions/payment/orders/order-store.ts'
import type { PaymentFact } from '../../functions/payment/paying/provider.ts'
import { type Refund, type RefundStatus, refundTransitions } from '../../functions/payment/refunds/refund.ts'
import { refundEndedByHand, refundSentAgain } from '../../functions/payment/refunds/refund-action-store.ts'
import {
  refundClaimed,
  refundDue,
  refundHandedOver,
  refundKey,
  refundLeft,
  refundReduced,
  refundRenewed,
  refundSucceeded,
  refundSuperseded,
  refundTaken,
  refundWaits,
} from '../../functions/payment/refunds/refund-store.ts'
import { finals } from '../../shared/kernel/states.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { NOON } from '../account/fixture.ts'
import { movesIn, observedMoves, reachable, trapped } from '../state-moves.ts'

const orderStates: OrderStatus[] = ['created', 'paid', 'settled', 'refunded', 'closed']
const refundStates: RefundStatus[] = ['due', 'submitted', 'succeeded', 'operator', 'superseded']

const orderIn = (status: OrderStatus): Order => ({
  id: 'a'.repeat(32),
  accountId: 'b'.repeat(32),
  kind: 'verification',
  offer: 'fee',
  verificationId: 'c'.repeat(32),
  amountFen: 100,
  feeFen: 100,
  status,
  createdAt: NOON,
  expiresAt: NOON + 30 * MINUTE,
  requestHash: 'hash',
  attempts: 1,
})

const fact: PaymentFact = {
  channel: 'wechat_pay',
  transactionId: 't1',
  outTradeNo: 'a'.repeat(32),
  paidFen: 100,
  paidAt: NOON,
}

const refundIn = (status: RefundStatus): Refund => ({
  orderId: 'a'.repeat(32),
  accountId: 'b'.repeat(32),
  channel: 'wechat_pay',
  outTradeNo: 'a'.repeat(32),
  transactionId: 't1',
  cause: 'verdict',
  reason: '退款',
  refundFen: 100,
  totalFen: 100,
  status,
  round: 1,
  steps: 1,
  dueSince: NOON,
})

describe('M1 states of an order', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(orderTransitions, 'created')).toEqual([...orderStates].sort())
    expect(trapped(orderTransitions, orderStates)).toEqual([])
    expect(finals(orderTransitions)).toEqual(['settled', 'refunded'])
  })

  it('are changed by the writes of its store exactly as the table says', async () => {
    const moves = await observedMoves(
      orderStates,
      (status) => orderOpened(orderIn(status)),
      (read) => [
        orderPaid(orderIn(read), fact),
        orderDelivered(orderIn(read), fact),
        orderDecided(orderIn(read).id, 'settled'),
        orderDecided(orderIn(read).id, 'refunded'),
        orderClosed(orderIn(read)),
        orderOverpaid(orderIn(read), fact),
        orderAttempted(orderIn(read), 2, NOON),
        orderAskedAgain(orderIn(read), NOON),
      ],
    )
    expect(moves).toEqual(movesIn(orderTransitions))
  })
})

describe('P7 M1 states of a refund', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(refundTransitions, 'due')).toEqual([...refundStates].sort())
    expect(trapped(refundTransitions, refundStates)).toEqual([])
    expect(finals(refundTransitions)).toEqual(['succeeded', 'superseded'])
  })

  it('are changed by the writes of its store exactly as the table says', async () => {
    const moves = await observedMoves(
      refundStates,
      (status) => {
        const opened = refundDue(refundIn(status))
        return { ...opened, item: { ...opened.item, status } }
      },
      (read) => [
        refundClaimed(refundKey(refundIn(read)), NOON),
        refundSucceeded(refundIn(read), NOON),
        refundRenewed(refundIn(read), NOON),
        refundHandedOver(refundIn(read), 'abnormal', NOON),
        refundLeft(refundIn(read), NOON),
        refundTaken(refundIn(read), NOON, NOON),
        refundWaits(refundIn(read), NOON),
        refundSuperseded({ ...refundIn(read), steps: 0 }),
        refundReduced({ ...refundIn(read), steps: 0 }, 1, NOON),
        refundSentAgain(refundIn(read), NOON),
        refundEndedByHand(refundIn(read), NOON),
      ],
    )
    expect(moves).toEqual(movesIn(refundTransitions))
  })

  it('are changed by nothing that is said about another round', async () => {
    const later = { ...refundIn('submitted'), round: 2 }
    const moves = await observedMoves(
      refundStates,
      (status) => {
        const opened = refundDue(refundIn(status))
        return { ...opened, item: { ...opened.item, status } }
      },
      () => [
        refundSucceeded(later, NOON),
        refundRenewed(later, NOON),
        refundHandedOver(later, 'abnormal', NOON),
        refundLeft(later, NOON),
        refundTaken(later, NOON, NOON),
        refundSentAgain(later, NOON),
        refundEndedByHand(later, NOON),
      ],
    )
    expect(moves).toEqual([])
  })
})
