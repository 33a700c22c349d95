import { describe, expect, it } from 'vitest'
import { reasonIn } from '../../../functions/payment/money-back/reason-in.ts'
import { refundReasons } from '../../../functions/payment/refunds/refund-reasons.ts'

const kept = Object.values(refundReasons)

describe('P7 why money goes back', () => {
  it('is told in either language, from what is kept', () => {
    for (const reason of kept) {
      expect(reasonIn('zh', reason)).toBe(reason)
      expect(reasonIn('en', reason)).toMatch(/^[A-Z][ -~]+$/)
    }
    expect(new Set(kept.map((reason) => reasonIn('en', reason))).size).toBe(kept.length)
  })

  it('is a text of its own for each, which a channel takes (80 characters at WeChat Pay)', () => {
    expect(new Set(kept).size).toBe(kept.length)
    for (const reason of kept) expect(reason.length).toBeLessThanOrEqual(80)
  })

  it('that is not known stays as it is', () => {
    expect(reasonIn('en', '别的原因')).toBe('别的原因')
  })
})
