import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yuan } from '../../../shared/kernel/money.ts'

describe('fen written as yuan', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [10, '0.10'],
    [99, '0.99'],
    [100, '1.00'],
    [900, '9.00'],
    [1005, '10.05'],
    [-5, '-0.05'],
    [-1000, '-10.00'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%d is %s', (fen, text) => {
    expect(yuan(fen)).toBe(text)
  })
  it('is the same amount again, digit by digit', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(yuan(fen)).toMatch(/^-?(0|[1-9]\d*)\.\d\d$/)
        expect(BigInt(yuan(fen).replace('.', ''))).toBe(BigInt(fen))
      }),
    )
  })
})
