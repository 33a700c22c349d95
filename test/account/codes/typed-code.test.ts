import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTypedCode, SIX_DIGITS } from '../../../functions/account/codes/typed-code.ts'
import { signInRoute } from '../../../functions/account/sign-in.route.ts'
import { PHONE } from '../../kit.ts'
import { anyText } from '../../person/typed.ts'

describe('P3 a code as phones fill it in', () => {
  it.each([
    '123456',
    '123 456',
    '123-456',
    ' 123456 ',
    '123456\n',
    '１２３４５６',
    '١٢٣٤٥٦',
    '\u200e123456\u200e',
    '123\u00a0456',
    '123456123456',
    '123456 123456',
    '１２３ ４５６１２３ ４５６',
  ])('is read: %j', (typed) => {
    expect(readTypedCode(typed)).toBe('123456')
  })

  it.each([
    '',
    '12345',
    '1234567',
    '123456123457',
    '123457123456',
    '123456123456123456',
    '12345a',
    '一二三四五六',
    '123.456',
  ])('is not made of %j', (typed) => {
    expect(readTypedCode(typed)).not.toMatch(/^\d{6}$/)
  })

  it('written twice is one code, and nothing else written twice is', () => {
    expect([readTypedCode('1212'), readTypedCode('abcdefabcdef')]).toEqual(['1212', 'abcdefabcdef'])
  })

  it('has six digits, no more and nothing else', () => {
    for (const text of ['1234567', 'a123456', '123456a', '12345']) expect(SIX_DIGITS.test(text)).toBe(false)
    expect(SIX_DIGITS.test('000000')).toBe(true)
  })

  it('is what the operation gets', () => {
    const read = signInRoute.body?.safeParse({ phone: PHONE, smsCodeId: '0'.repeat(32), code: '１２３ 456' })
    expect(read).toMatchObject({ success: true, data: { code: '123456' } })
  })

  it('changes nothing when it is read twice', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(readTypedCode(readTypedCode(typed))).toBe(readTypedCode(typed))
      }),
    )
  })
})
