import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeOn, feeReturned } from '../../../functions/sandbox/bill/fee.ts'

describe('the charge', () => {
  it.each([
    [1, 0],
    [83, 0],
    [84, 1],
    [100, 1],
    [1000, 6],
    [1083, 6],
    [1084, 7],
    [10_000, 60],
  ])('on %d fen is %d', (fen, fee) => {
    expect(feeOn(fen)).toBe(fee)
  })

  it('comes back whole with refunds that together give everything back, and never more on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 50 }), (parts) => {
        const paid = parts.reduce((sum, part) => sum + part, 0)
        let before = 0
        let returned = 0
        for (const part of parts) {
          const fee = feeReturned(paid, before, part)
          expect(fee).toBeGreaterThanOrEqual(0)
          before += part
          returned += fee
          expect(returned).toBeLessThanOrEqual(feeOn(paid))
        }
        expect(returned).toBe(feeOn(paid))
      }),
    )
  })

  it('of 10 yuan returns 5 of its 6 fen with 9 yuan', () => {
    expect(feeReturned(1000, 0, 900)).toBe(5)
    expect(feeReturned(1000, 900, 100)).toBe(1)
  })
})
