import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskIdNumber, maskName, maskPhone } from '../../functions/person/masking.ts'
import { numbersOf } from './typed.ts'

describe('P2 P11 masks', () => {
  it.each([
    ['张三', '*三'],
    ['欧阳娜娜', '***娜'],
    ['买买提·吐尔逊', '***·**逊'],
    ['田𠮷', '*𠮷'],
    ['张', '*'],
    ['', ''],
    ['CHAN Tai Man', '**** *** **n'],
  ])('name %j is shown as %j', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  it('a number keeps its first and last character, and neither region nor birth date nor last four', () => {
    expect(maskIdNumber('11010118850615001X')).toBe('1****************X')
    fc.assert(
      fc.property(numbersOf('110101', '810000', '911124'), (number) => {
        expect(maskIdNumber(number)).toMatch(/^\d\*{16}[\dX]$/)
      }),
    )
  })

  it('an older number of 15 digits is masked as well, and nothing shorter', () => {
    expect(maskIdNumber('234567890123456')).toBe('2*************6')
    expect(maskIdNumber('2345678901234567')).toBe('2**************7')
    expect(maskIdNumber('23456789012345')).toBe('**************')
  })

  it.each([
    ['USA110000880101', 'U*************1'],
    ['H00000000', '*********'],
    ['00000000', '********'],
    ['E00000000', '*********'],
  ])('%s, of a document that only a person can check, is shown as %s', (number, shown) => {
    expect(maskIdNumber(number)).toBe(shown)
  })

  it('a mobile keeps three and four digits', () => {
    expect(maskPhone('19400001234')).toBe('194****1234')
    expect([maskPhone('1940000123'), maskPhone('194000012345')]).toEqual(['**********', '************'])
  })

  it('what has not the expected length is hidden altogether', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), (text) => {
        expect(maskPhone(text)).toMatch(/^\**$/)
        expect(maskIdNumber(text)).toMatch(/^\**$/)
      }),
    )
  })
})
