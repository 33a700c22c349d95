import { describe, expect, it } from 'vitest'
import { newCode } from '../../../functions/account/codes/challenge.ts'

describe('P3 a code sent by text message', () => {
  it('is one of a million, each of six digits', () => {
    const limits: number[] = []
    const drawn = (number: number) =>
      newCode((limit) => {
        limits.push(limit)
        return number
      })
    expect([drawn(0), drawn(7), drawn(12_345), drawn(999_999)]).toEqual(['000000', '000007', '012345', '999999'])
    expect(new Set(limits)).toEqual(new Set([1_000_000]))
  })
})
