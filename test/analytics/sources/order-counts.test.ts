import { describe, expect, it } from 'vitest'
import { tally } from '../../../functions/analytics/counts/counts.ts'
import { countOrder } from '../../../functions/analytics/sources/order-counts.ts'
import type { Order } from '../../../functions/payment/orders/order.ts'
import { NOON } from '../../kit.ts'
import { sampleOrder } from '../../samples.ts'

const counted = (more: Partial<Order>) => {
  const one = tally()
  countOrder(one, { ...sampleOrder, method: 'carrier_three_element', attempts: 0, ...more })
  return one.counts()
}

const FEE = 'verification|fee|carrier_three_element'
const opened = { [`orders_opened|${FEE}`]: 1 }
const bought = { transactionId: 't', channel: 'alipay', paidAt: NOON } as const

describe('M8 an order', () => {
  it('that is open has neither begun nor ended', () => {
    expect(counted({})).toEqual(opened)
  })

  it('counts each way that its payer chose, and once that they did', () => {
    expect(counted({ attempts: 3, chosen: new Set(['alipay_qr', 'wechat_h5']) })).toEqual({
      ...opened,
      [`orders_begun|${FEE}`]: 1,
      'ways_chosen|alipay_qr': 1,
      'ways_chosen|wechat_h5': 1,
    })
  })

  it('that is being checked is paid and has no end', () => {
    expect(counted({ status: 'paid', ...bought })).toEqual({ ...opened, [`orders_paid|${FEE}|alipay`]: 1 })
  })

  it.each([
    ['match', { status: 'settled', verdict: 'verified', ...bought }],
    ['mismatch', { status: 'settled', verdict: 'mismatch', ...bought }],
    ['no_record', { status: 'refunded', verdict: 'no_record', ...bought }],
    ['identity_in_use', { status: 'refunded', verdict: 'identity_in_use', ...bought }],
    ['undetermined', { status: 'refunded', verdict: 'undetermined', ...bought }],
    ['expired', { status: 'closed', ending: 'expired' }],
    ['cancelled', { status: 'closed', ending: 'cancelled_by_user' }],
    ['stopped', { status: 'closed', ending: 'identity_in_use' }],
    ['stopped', { status: 'closed', ending: 'account_banned' }],
    ['returned', { status: 'refunded', paidAt: NOON }],
  ] as const)('ends as %s: %j', (outcome, more) => {
    expect(counted(more)).toMatchObject({ [`orders_ended|${FEE}|${outcome}`]: 1 })
    expect(Object.keys(counted(more)).filter((name) => name.startsWith('orders_ended'))).toHaveLength(1)
  })

  it('of something else than a verification has neither offer nor method, and ends delivered', () => {
    const { offer: _offer, verificationId: _id, ...plain } = sampleOrder
    const one = tally()
    countOrder(one, { ...plain, kind: 'points', points: 100, status: 'settled', ...bought })
    expect(one.counts()).toMatchObject({
      'orders_ended|points|none|none|delivered': 1,
      'orders_paid|points|none|none|alipay': 1,
    })
  })

  it('that was returned unbought is not paid', () => {
    expect(counted({ status: 'refunded', paidAt: NOON })).not.toHaveProperty(`orders_paid|${FEE}|none`)
  })

  it('says how long its result took, from the payment to the verdict', () => {
    const ended = counted({ status: 'settled', verdict: 'verified', ...bought, decidedAt: NOON + 4000 })
    expect(ended).toMatchObject({ 'result_ms|fee|35': 1 })
    expect(counted({ status: 'paid', ...bought })).not.toHaveProperty('result_ms|fee|0')
  })
})
