import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Offer } from '../../../functions/payment/good.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import {
  type CheckEnd,
  fenGoingBack,
  outRefundNo,
  type RefundCause,
  refundCauses,
  refundName,
  refundNamed,
} from '../../../functions/payment/refunds/refund.ts'
import { isTooLong, refundWait, spacedAfter } from '../../../functions/payment/refunds/refund-timing.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

describe('P7 what goes back', () => {
  it.each<[Offer, CheckEnd, number]>([
    ['fee', 'match', 0],
    ['fee', 'mismatch', 0],
    ['fee', 'no_record', 100],
    ['fee', 'undetermined', 100],
    ['fee', 'identity_in_use', 100],
    ['membership', 'match', 0],
    ['membership', 'mismatch', 900],
    ['membership', 'no_record', 1000],
    ['membership', 'undetermined', 1000],
    ['membership', 'identity_in_use', 1000],
  ])('%s and %s: %i fen', (offer, end, fen) => {
    expect(fenGoingBack(offer, end, offer === 'fee' ? 100 : 1000, 100)).toBe(fen)
  })

  it('is nothing where less was paid than the check costs', () => {
    expect(fenGoingBack('membership', 'mismatch', 100, 100)).toBe(0)
    expect(fenGoingBack('membership', 'mismatch', 99, 100)).toBe(0)
    expect(fenGoingBack('membership', 'mismatch', 101, 100)).toBe(1)
  })

  it('is never negative and never more than was paid, whatever the prices', () => {
    const fen = fc.integer({ min: 1, max: 1_000_000 })
    const offers = fc.constantFrom<Offer>('fee', 'membership')
    const ends = fc.constantFrom<CheckEnd>('match', 'mismatch', 'no_record', 'undetermined', 'identity_in_use')
    fc.assert(
      fc.property(offers, ends, fen, fen, (offer, end, paid, fee) => {
        const back = fenGoingBack(offer, end, paid, fee)
        expect(back).toBeGreaterThanOrEqual(0)
        expect(back).toBeLessThanOrEqual(paid)
      }),
    )
  })
})

describe('P7 refund numbers', () => {
  const orderIds = fc.stringMatching(/^[0-9a-f]{32}$/)
  const tradeNumbers = fc
    .tuple(orderIds, fc.constantFrom(1, 2, 20))
    .map(([orderId, attempt]) => ({ orderId, outTradeNo: outTradeNo(orderId, attempt) }))
  const causes = fc.constantFrom<RefundCause>(...refundCauses)
  const rounds = fc.integer({ min: 1, max: 9999 })

  it('read back as order, name and round', () => {
    fc.assert(
      fc.property(tradeNumbers, causes, rounds, ({ orderId, outTradeNo }, cause, round) => {
        const refund = { outTradeNo, cause, round }
        expect(refundNamed(outRefundNo(refund))).toEqual({
          ...{ orderId, outTradeNo, round },
          name: refundName(refund),
        })
      }),
    )
  })

  it('are different for different refunds, and short enough for both channels', () => {
    const refunds = fc.record({ trade: tradeNumbers, cause: causes, round: rounds })
    fc.assert(
      fc.property(refunds, refunds, (one, other) => {
        const [first, second] = [one, other].map(({ trade, cause, round }) =>
          outRefundNo({ outTradeNo: trade.outTradeNo, cause, round }),
        )
        // Of one payment there is one refund: only one that bought something has a verdict.
        const kind = (of: typeof one) => JSON.stringify({ ...of, cause: of.cause === 'verdict' })
        expect(first === second).toBe(kind(one) === kind(other))
        expect(first?.length).toBeLessThanOrEqual(64)
      }),
    )
  })

  const ORDER = 'a'.repeat(32)
  it.each([
    '',
    ORDER,
    `${ORDER}v`,
    `${ORDER}v0`,
    `${ORDER}v01`,
    `${ORDER}x1`,
    `${ORDER}v10000`,
    `${ORDER}p0v1`,
    `${ORDER}v1\n`,
    ` ${ORDER}v1`,
    `\n${ORDER}v1`,
    `${ORDER.slice(1)}gv1`,
    `${ORDER.slice(1)}v1`,
  ])('are not ours when they look like %j', (number) => {
    expect(refundNamed(number)).toBeUndefined()
  })
})

describe('P7 waiting between questions about a refund', () => {
  it('is a minute for five minutes, then 5, 10, 20 and 30 minutes, then an hour', () => {
    const minutes = Array.from({ length: 11 }, (_none, at) => refundWait(at + 1) / MINUTE)
    expect(minutes).toEqual([1, 1, 1, 1, 1, 5, 10, 20, 30, 60, 60])
  })

  it('is a minute before anything was asked', () => {
    expect(refundWait(0)).toBe(MINUTE)
  })
})

describe('P7 a refund that does not end', () => {
  const limit = { patienceMs: HOUR }

  it.each([
    ['since it is owed', {}],
    ['since it is owed under its present number', { dueSince: NOON - HOUR, roundSince: NOON }],
    ['since the channel took it', { dueSince: NOON - HOUR, roundSince: NOON - MINUTE, acceptedAt: NOON }],
  ])('has had its time when it is over, %s', (_since, of) => {
    const refund = { dueSince: NOON, ...of }
    expect(isTooLong(refund, limit, NOON + HOUR - 1)).toBe(false)
    expect(isTooLong(refund, limit, NOON + HOUR)).toBe(true)
  })

  it('goes out under the next number a minute later at WeChat Pay, and three seconds later at Alipay', () => {
    expect(spacedAfter('wechat_pay', NOON)).toBe(NOON + MINUTE)
    expect(spacedAfter('alipay', NOON)).toBe(NOON + 3000)
  })
})
