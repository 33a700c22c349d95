import { describe, expect, it } from 'vitest'
import { tally } from '../../../functions/analytics/counts/counts.ts'
import { countBooked } from '../../../functions/analytics/sources/ledger-counts.ts'
import {
  channelSettled,
  type LedgerTransaction,
  paymentDecided,
  paymentReceived,
  pointsIssued,
  refundForced,
  refundPaid,
  refundPaidByHand,
  suspended,
  vendorCharged,
} from '../../../functions/payment/ledger/ledger.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const counted = (...all: LedgerTransaction[]) => {
  const one = tally()
  for (const transaction of all) countBooked(one, transaction)
  return one.counts()
}

const paid = { channel: 'wechat_pay', outTradeNo: 'o', at: NOON } as const

describe('M8 money in numbers', () => {
  it('is what came in, what is owed, and what was kept', () => {
    const came = paymentReceived({ ...paid, paidFen: 1000 })
    const decided = paymentDecided({ ...paid, paidFen: 1000, refundFen: 900, earned: 'fee' })
    expect(counted(came, decided)).toEqual({
      'paid_in|wechat_pay': 1000,
      'payments|wechat_pay': 1,
      'earned|fee': 100,
      refunds_owed: 1,
      refunds_owed_fen: 900,
      'moved|clearing:wechat_pay': 1000,
      'moved|refund-payable': -900,
      'moved|revenue:fee': -100,
    })
  })

  it('owes no refund where nothing goes back', () => {
    const decided = paymentDecided({ ...paid, paidFen: 100, refundFen: 0, earned: 'membership' })
    expect(counted(decided)).not.toHaveProperty('refunds_owed')
    expect(counted(decided)).toMatchObject({ 'earned|membership': 100 })
  })

  it('is what went back through a channel, with how long it took', () => {
    const back = refundPaid({
      ...paid,
      outRefundNo: 'ov1',
      refundFen: 900,
      owedSince: NOON - HOUR,
      takenAt: NOON - MINUTE,
    })
    const numbers = counted(back)
    expect(numbers).toMatchObject({
      'refunds_paid|channel': 1,
      'refunds_paid_fen|channel': 900,
      'paid_back|wechat_pay|asked': 900,
    })
    const times = Object.keys(numbers).filter((name) => name.includes('_ms|'))
    expect(times).toEqual(['refund_ms|channel|74', 'refund_taken_ms|wechat_pay|74'])
  })

  it('is what an operator paid another way', () => {
    const back = refundPaidByHand({ outTradeNo: 'o', outRefundNo: 'ov1', refundFen: 900, at: NOON })
    expect(counted(back)).toEqual({
      'refunds_paid|by_hand': 1,
      'refunds_paid_fen|by_hand': 900,
      paid_by_hand: 900,
      'moved|refund-payable': 900,
      'moved|bank': -900,
    })
  })

  it('is what a channel took by itself: first of what is owed, the rest of what was earned', () => {
    const forced = refundForced({
      ...paid,
      channelRefundId: 'f',
      fen: 1000,
      owedFen: 900,
      kept: { earned: 'fee', fen: 100 },
    })
    expect(counted(forced)).toEqual({
      'paid_back|wechat_pay|unasked': 1000,
      'earned|fee': -100,
      'moved|refund-payable': 900,
      'moved|revenue:fee': 100,
      'moved|clearing:wechat_pay': -1000,
    })
  })

  it('leaves payouts and what nobody explains to what moved', () => {
    const day = '20261120'
    const numbers = counted(
      channelSettled({ channel: 'alipay', day, settledFen: 990, feeFen: 6, at: NOON }),
      suspended({ channel: 'alipay', day, difference: 'd', fen: 5, at: NOON }),
    )
    expect(numbers).toEqual({
      'moved|bank': 990,
      'moved|expense:channel': 6,
      'moved|clearing:alipay': -991,
      'moved|suspense:alipay': -5,
    })
    expect(Object.values(numbers).reduce((sum, fen) => sum + fen, 0)).toBe(0)
  })

  it('keeps what vendors charge and points apart from it', () => {
    const charged = vendorCharged({ vendor: 'tencent_cloud', outTradeNo: 'o', cost: 3000, at: NOON })
    const points = pointsIssued({ accountId: 'a', outTradeNo: 'o', points: 100, at: NOON })
    expect(counted(charged, points)).toEqual({ 'vendor_cost|tencent_cloud': 3000 })
  })
})
