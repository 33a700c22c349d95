import { beforeEach, describe, expect, it } from 'vitest'
import { absorbForcedRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import {
  type Applied,
  applicationAt,
  certificationWorld,
  certifies,
  claims,
  follows,
  inReview,
  returned,
} from './applying.ts'

const givesBack = (at: ReviewWorld, of: Applied, part = 1) => {
  const { paid } = applicationAt(at, of)
  const { channel = 'wechat_pay', outTradeNo = '', paidFen = 0 } = paid ?? {}
  return absorbForcedRefund(at, {
    ...{ channel, outTradeNo, channelRefundId: 'by-itself', fen: Math.round(paidFen * part), at: at.time.now },
  })
}

const caseStatus = (at: ReviewWorld) => at.table.items().find(({ sk }) => sk.startsWith('REVIEW#'))?.status

describe('W6 a fee that the channel gives back by itself', () => {
  let at: ReviewWorld
  beforeEach(() => {
    at = certificationWorld()
  })

  it('ends what nobody has decided, its case too, and is booked then, once', async () => {
    for (const begins of [inReview, returned]) {
      at = certificationWorld()
      const of = await begins(at)
      expect(await givesBack(at, of)).toBe('undecided')
      expect(await givesBack(at, of)).toBe('undecided')
      expect(await follows(of)(at)).toBe('reversed')
      expect(applicationAt(at, of)).toMatchObject({ status: 'payment_reversed', fee: 'reversed' })
      expect(caseStatus(at)).toBe('withdrawn')
      expect(await givesBack(at, of)).toBe('absorbed')
      expect(await givesBack(at, of)).toBe('already_absorbed')
      expect(at.table.items().filter(({ sk }) => sk.startsWith('REFUND#'))).toEqual([])
      const texts = at.table.items().filter(({ sk }) => sk.startsWith('RESULT_TEXT#'))
      expect(texts.map(({ result }) => result)).toContain('payment_reversed')
    }
  })

  it('leaves what people have decided as it is', async () => {
    const of = await inReview(at)
    valueIn(await claims(of)(at))
    valueIn(await certifies(of)(at))
    expect(await givesBack(at, of)).toBe('absorbed')
    expect(await follows(of)(at)).toBe('nothing_owed')
    expect(applicationAt(at, of)).toMatchObject({ status: 'certified', fee: 'kept' })
  })

  it('ends nothing where only a part of it went back', async () => {
    const of = await inReview(at)
    expect(await givesBack(at, of, 0.5)).toBe('undecided')
    expect(await follows(of)(at)).toBe('nothing_owed')
    expect(applicationAt(at, of)).toMatchObject({ status: 'in_review', fee: 'held' })
  })
})
