import { describe, expect, it } from 'vitest'
import {
  paymentDecided,
  paymentReceived,
  pointsIssued,
  refundForced,
  refundPaid,
  refundPaidByHand,
} from '../../../functions/payment/ledger/ledger.ts'
import { madeUpNumber, paymentsIn, positionOf, unnumberedFen } from '../../../functions/payment/ledger/position.ts'
import { NOON } from '../../kit.ts'

const [FIRST, SECOND] = ['n1', 'n2']
const paid = (outTradeNo: string, paidFen: number, channel: 'wechat_pay' | 'alipay' = 'wechat_pay') =>
  paymentReceived({ channel, outTradeNo, paidFen, at: NOON })
const decided = (outTradeNo: string, paidFen: number, refundFen: number) =>
  paymentDecided({ outTradeNo, paidFen, refundFen, earned: 'membership', at: NOON + 1 })
const forced = (outTradeNo: string, channelRefundId: string, fen: number, owedFen: number) =>
  refundForced({
    channel: 'wechat_pay',
    outTradeNo,
    channelRefundId,
    fen,
    owedFen,
    kept: { earned: 'membership', fen: 1000 },
    at: NOON + 2,
  })

const positionIn = (booked: Parameters<typeof positionOf>[0], outTradeNo: string) =>
  positionOf(booked, 'wechat_pay', outTradeNo)

describe('P16 how a payment stands', () => {
  it('undecided, then what is owed and what was earned, then what was paid out', () => {
    const nothing = { undecidedFen: 0, owedFen: 0, forced: new Map() }
    const booked = [paid(FIRST, 1000), pointsIssued({ accountId: 'a', outTradeNo: FIRST, points: 5, at: NOON })]
    expect(positionIn(booked, FIRST)).toStrictEqual({ ...nothing, leftFen: 1000, undecidedFen: 1000 })
    const verdict = decided(FIRST, 1000, 900)
    const owed = { ...nothing, leftFen: 1000, owedFen: 900, kept: { earned: 'membership', fen: 100 } }
    expect(positionIn([...booked, verdict], FIRST)).toStrictEqual(owed)
    const back = refundPaid({ channel: 'wechat_pay', outTradeNo: FIRST, outRefundNo: 'r', refundFen: 900, at: NOON })
    expect(positionIn([...booked, verdict, back], FIRST)).toStrictEqual({ ...owed, leftFen: 100, owedFen: 0 })
  })

  it('is that of no payment where the channel, or the number, is another one', () => {
    expect(positionOf([paid(FIRST, 1000)], 'alipay', FIRST)).toBeUndefined()
    expect(positionOf([paid(FIRST, 1000, 'alipay')], 'wechat_pay', FIRST)).toBeUndefined()
    expect(positionIn([paid(FIRST, 1000)], SECOND)).toBeUndefined()
    expect(positionIn([paid(SECOND, 1000)], FIRST)).toBeUndefined()
    expect(positionIn([], FIRST)).toBeUndefined()
  })

  it('of two payments of an order, each has its own', () => {
    const booked = [paid(FIRST, 1000), paid(SECOND, 700, 'alipay'), decided(FIRST, 1000, 0), decided(SECOND, 700, 700)]
    expect(positionIn(booked, FIRST)).toMatchObject({
      leftFen: 1000,
      owedFen: 0,
      kept: { earned: 'membership', fen: 1000 },
    })
    expect(positionOf(booked, 'alipay', SECOND)).toMatchObject({ leftFen: 700, owedFen: 700 })
    const back = refundPaid({ channel: 'alipay', outTradeNo: SECOND, outRefundNo: 'r', refundFen: 700, at: NOON })
    const elsewhere = { id: 'pay:n3', at: NOON, entries: [{ account: 'bank', fen: 5 }] }
    expect(paymentsIn([...booked, back, elsewhere])).toEqual([
      { channel: 'wechat_pay', outTradeNo: FIRST, paidFen: 1000 },
      { channel: 'alipay', outTradeNo: SECOND, paidFen: 700 },
    ])
  })

  it('a forced refund takes what is owed to its payment first; one that names none took what was earned', () => {
    const booked = [paid(FIRST, 1000), paid(SECOND, 700), decided(FIRST, 1000, 0)]
    const of = positionIn([...booked, forced(FIRST, 'f1', 300, 0)], FIRST)
    expect(of).toMatchObject({
      leftFen: 700,
      kept: { fen: 700 },
      forced: new Map([['f1', { fen: 300, at: NOON + 2 }]]),
    })
    const other = [
      ...booked,
      paymentDecided({ outTradeNo: SECOND, paidFen: 700, refundFen: 700, earned: 'fee', at: NOON }),
    ]
    const second = [...other, forced(SECOND, 'f2', 200, 700)]
    expect(positionIn(second, SECOND)).toMatchObject({ leftFen: 500, owedFen: 500 })
    expect(positionIn(second, FIRST)).toMatchObject({ leftFen: 1000, forced: new Map() })
    expect(positionIn([paid(FIRST, 1000), forced(SECOND, 'f3', 200, 0)], FIRST)?.forced.size).toBe(0)
  })

  it('what the channel gave back beyond what is kept, after it was paid by hand, counts for its payment too', () => {
    const byHand = refundPaidByHand({ outTradeNo: FIRST, outRefundNo: 'r', refundFen: 1000, at: NOON })
    const nothingKept = { channel: 'wechat_pay', outTradeNo: FIRST, owedFen: 0, at: NOON + 2 } as const
    const twice = refundForced({ ...nothingKept, channelRefundId: 'f1', fen: 400 })
    const first = [paid(FIRST, 1000), decided(FIRST, 1000, 1000), byHand, twice]
    const position = { leftFen: 600, owedFen: 0, forced: new Map([['f1', { fen: 400, at: NOON + 2 }]]) }
    expect(positionIn(first, FIRST)).toMatchObject(position)
    const both = [...first, paid(SECOND, 700), decided(SECOND, 700, 0)]
    expect(positionIn(both, FIRST)).toMatchObject(position)
    expect(positionIn(both, SECOND)).toMatchObject({ leftFen: 700, forced: new Map() })
  })

  it('what only a complaint told of stands under a number made up here', () => {
    const booked = [paid(FIRST, 1000), decided(FIRST, 1000, 0)]
    const both = [...booked, forced(FIRST, madeUpNumber('c', FIRST), 300, 0), forced(FIRST, 'f1', 200, 0)]
    const position = positionIn(both, FIRST)
    expect(position && unnumberedFen(position)).toBe(300)
    expect(position?.leftFen).toBe(500)
  })
})
