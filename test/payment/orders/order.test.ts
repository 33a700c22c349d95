import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  askAgainAt,
  decidePayment,
  endsAt,
  isPayable,
  type Order,
  type OrderStatus,
  orderIdOf,
  outTradeNo,
} from '../../../functions/payment/orders/order.ts'
import type { PaymentFact } from '../../../functions/payment/paying/provider.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const ID = '0193a1b2c3d4e5f60718293a4b5c6d7e'

const order = (of: Partial<Order> = {}): Order => ({
  id: ID,
  accountId: 'f'.repeat(32),
  kind: 'verification',
  amountFen: 1000,
  feeFen: 100,
  status: 'created',
  createdAt: NOON,
  expiresAt: NOON + 30 * MINUTE,
  requestHash: 'hash',
  attempts: 0,
  ...of,
})

const fact = (of: Partial<PaymentFact> = {}): PaymentFact => ({
  channel: 'wechat_pay',
  transactionId: 't1',
  outTradeNo: ID,
  paidFen: 1000,
  paidAt: NOON,
  ...of,
})

describe('P16 what a payment means for an order', () => {
  it.each<[OrderStatus, number, unknown]>([
    ['created', 1000, { kind: 'accept' }],
    ['created', 999, { kind: 'give_back', because: 'wrong_amount' }],
    ['created', 1001, { kind: 'give_back', because: 'wrong_amount' }],
    ['closed', 1000, { kind: 'give_back', because: 'late_payment' }],
    ['closed', 1, { kind: 'give_back', because: 'late_payment' }],
    ['paid', 1000, { kind: 'give_back', because: 'second_payment' }],
    ['settled', 1000, { kind: 'give_back', because: 'second_payment' }],
    ['refunded', 1000, { kind: 'give_back', because: 'second_payment' }],
  ])('an order that is %s, paid %i fen', (status, paidFen, decision) => {
    expect(decidePayment(order({ status }), fact({ paidFen }), false)).toEqual(decision)
  })

  it.each<[OrderStatus, number, string]>([
    ['created', 1000, 'account_banned'],
    ['created', 999, 'wrong_amount'],
    ['closed', 1000, 'late_payment'],
    ['paid', 1000, 'second_payment'],
  ])('P12 of a banned account: an order that is %s, paid %i fen', (status, paidFen, because) => {
    expect(decidePayment(order({ status }), fact({ paidFen }), true)).toEqual({ kind: 'give_back', because })
  })

  it.each<OrderStatus>(['created', 'paid', 'settled', 'refunded', 'closed'])(
    'counts a transaction once when the order is %s',
    (status) => {
      const seen = order({ status, transactions: new Set(['t1', 't2']) })
      for (const isBanned of [true, false]) expect(decidePayment(seen, fact(), isBanned)).toEqual({ kind: 'duplicate' })
      expect(decidePayment(seen, fact({ transactionId: 't3' }), false).kind).not.toBe('duplicate')
    },
  )
})

describe('P16 when the channel is asked about an unpaid order', () => {
  it.each([
    [0, 30 * SECOND],
    [30 * SECOND - 1, 30 * SECOND],
    [30 * SECOND, 2 * MINUTE],
    [2 * MINUTE, 5 * MINUTE],
    [5 * MINUTE, 31 * MINUTE],
  ])('%i ms after the attempt: at %i ms', (after, at) => {
    expect(askAgainAt(order(), NOON, NOON + after)).toBe(NOON + at)
  })

  it('is not at the very end of the order, which ends it', () => {
    const end = endsAt(order())
    expect(askAgainAt(order(), end - 30 * SECOND, end - 20 * SECOND)).toBe(end + 40 * SECOND)
    expect(askAgainAt(order(), end - 30 * SECOND - 1, end - 20 * SECOND)).toBe(end - 1)
  })

  it('is counted from the attempt, not from the order', () => {
    const openedAt = NOON + 10 * MINUTE
    expect(askAgainAt(order(), openedAt, openedAt)).toBe(openedAt + 30 * SECOND)
  })

  it('is never after the end while that lies ahead, and never in the past', () => {
    const moments = fc.integer({ min: 0, max: 60 * MINUTE })
    fc.assert(
      fc.property(moments, moments, (opened, now) => {
        const at = askAgainAt(order(), NOON + opened, NOON + now)
        expect(at).toBeGreaterThan(NOON + now)
        expect(at).toBeLessThanOrEqual(Math.max(endsAt(order()), NOON + now + MINUTE))
      }),
    )
  })
})

describe('P4 whether a payment can be opened, by one clock for paying and submitting', () => {
  it.each([
    ['created', -1, true],
    ['created', 0, false],
    ['paid', -1, false],
    ['closed', -1, false],
  ] as const)('%s, %i ms from the time the user was told: %s', (status, from, can) => {
    const open = order({ status })
    expect(isPayable(open, open.expiresAt + from)).toBe(can)
  })

  it('ends a minute later, so that what was opened in the last moment can be paid', () => {
    expect(endsAt(order()) - order().expiresAt).toBe(MINUTE)
  })
})

describe('numbers at the channel', () => {
  it('lead back to the order', () => {
    const ids = fc.stringMatching(/^[0-9a-f]{32}$/)
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 99 }), (id, attempt) => {
        expect(orderIdOf(outTradeNo(id, attempt))).toBe(id)
      }),
    )
  })

  it('differ from attempt to attempt, and the first is the order id', () => {
    const numbers = Array.from({ length: 20 }, (_none, at) => outTradeNo(ID, at + 1))
    expect(numbers[0]).toBe(ID)
    expect(new Set(numbers).size).toBe(20)
    // WeChat Pay takes 6 to 32 characters, Alipay letters, digits and underscores.
    for (const number of numbers) expect(number).toMatch(/^\w{6,32}$/)
  })

  it('stay what they are: what was paid under one is found again by it', () => {
    expect(outTradeNo('f'.repeat(32), 2)).toBe('f5lxx1zz5pnorynqglhzmsp33p2')
    expect(orderIdOf('f5lxx1zz5pnorynqglhzmsp33p99')).toBe('f'.repeat(32))
    expect(orderIdOf('f5lxx1zz5pnorynqglhzmsp34p2')).toBeUndefined()
    expect(orderIdOf(`${'0'.repeat(25)}p10`)).toBe('0'.repeat(32))
  })

  it.each([
    '',
    'p2',
    `${ID}p`,
    `${ID}p0`,
    `${ID}p02`,
    `${ID}p100`,
    `${ID}P2`,
    ` ${ID}`,
    `${ID}\n`,
    ID.slice(1),
    `${ID}v1`,
    `g${ID.slice(1)}`,
    ...['p1', 'p0', 'p02', 'p00', 'p100', 'p2x', ''].map((end) => `${'0'.repeat(25)}${end}`),
    `0${'0'.repeat(25)}p2`,
    `-${'0'.repeat(25)}p2`,
    `${'z'.repeat(25)}p2`,
  ])('are not ours when they look like %j', (number) => {
    expect(orderIdOf(number)).toBeUndefined()
  })
})
