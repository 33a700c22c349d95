import { describe, expect, it } from 'vitest'
import { codeOnly, jsonIn, requestIdOnly, rowFor } from '../../functions/vendors/answer-codes.ts'

describe('what is passed on of an answer', () => {
  it.each([
    'AZaz.AZaz',
    `${'a'.repeat(40)}.${'b'.repeat(80)}.c.d`,
    'InternalError',
    'AuthFailure.SignatureExpire',
    'Throttling.User.Flow',
    'A.b.c.d',
  ])('is the code %s', (code) => {
    expect(codeOnly(code)).toBe(code)
  })

  it.each([
    '',
    '110101188506152031',
    '19400000000',
    '张三',
    'AuthFailure 110101188506152031',
    'A.19400000000',
    'A.b.c.d.e',
    'A.',
    '.A',
    'A..b',
    ' A',
    'A ',
    'a'.repeat(41),
    `A.${'b'.repeat(81)}`,
  ])('is nothing that could repeat what was sent, as %j', (text) => {
    expect(codeOnly(text)).toBe('unlisted_code')
  })

  it('is a number of the call that is a UUID, with dashes or without, in either case', () => {
    const right = ['0c2d9b7e-6a51-4f0e-9a5e-0d6f3a8b1c22', '130A2C10-B9EE-4D84-88E3-5384FF039795']
    for (const id of [...right, '0'.repeat(32), '9'.repeat(32), 'a'.repeat(32), 'f'.repeat(32)])
      expect(requestIdOnly(id)).toBe(id)
    for (const id of ['', '110101188506152031', `x${'0'.repeat(32)}`, `${'0'.repeat(32)}0`, '0'.repeat(31)])
      expect(requestIdOnly(id)).toBeUndefined()
    for (let at = 0; at < 32; at += 1) expect(requestIdOnly(`${'0'.repeat(at)}g${'0'.repeat(31 - at)}`)).toBeUndefined()
  })
})

describe('the row of a code', () => {
  it('is that of the code itself before that of its family', () => {
    const rows = [
      { code: 'Zebra', note: 'another, later in the alphabet' },
      { code: 'LimitExceeded', note: 'family' },
      { code: 'LimitExceeded.AppDailyLimit', note: 'own' },
    ]
    expect(rowFor(rows, 'LimitExceeded.AppDailyLimit')?.note).toBe('own')
    expect(rowFor(rows, 'LimitExceeded.Other')?.note).toBe('family')
    expect(rowFor(rows, 'LimitExceededNot')).toBeUndefined()
  })
})

describe('a body', () => {
  it('is read as JSON, or is nothing', () => {
    expect(jsonIn(Buffer.from('{"a":"周"}'))).toEqual({ a: '周' })
    for (const text of ['', '<html>', '{"a":']) expect(jsonIn(Buffer.from(text))).toBeUndefined()
  })
})
