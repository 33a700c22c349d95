import { describe, expect, it } from 'vitest'
import { hasRightSum } from '../../functions/person/right-sum.ts'
import { cards } from '../../functions/sandbox/register/cards.ts'

describe('the check digit of a number', () => {
  it.each(cards.map(({ number }) => number))('%s has it, and with any other last digit has not', (number) => {
    expect(hasRightSum(number)).toBe(true)
    const others = [...'0123456789'].filter((digit) => digit !== number.at(-1))
    expect(others.filter((digit) => hasRightSum(number.slice(0, -1) + digit))).toEqual([])
  })

  it('is of even and of odd lengths', () => {
    // ISO/IEC 7812, annex B, and the same with a digit before it.
    expect(hasRightSum('79927398713')).toBe(true)
    expect(hasRightSum('079927398713')).toBe(true)
    expect(hasRightSum('79927398710')).toBe(false)
  })
})
