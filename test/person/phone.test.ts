import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalisePhone } from '../../functions/person/phone.ts'
import { anyText } from './typed.ts'

const phone = (typed: string): string => {
  const read = normalisePhone(typed)
  return read.ok ? read.value : read.refusal.code
}

describe('P3 phone numbers', () => {
  it.each([
    ['19400000000'],
    [' 194 0000 0000\n'],
    ['194-0000-0000'],
    ['+8619400000000'],
    ['+86 194 0000 0000'],
    ['(+86)19400000000'],
    ['（＋８６）１９４００００００００'],
    ['008619400000000'],
    ['8619400000000'],
    ['\u202d194\u00a00000\u20110000\u202c'],
  ])('takes %j', (typed) => {
    expect(phone(typed)).toBe('19400000000')
  })

  it('takes every segment from 13 to 19, whatever carrier it is said to belong to', () => {
    for (const segment of ['130', '141', '146', '149', '154', '162', '165', '170', '192', '199']) {
      expect(phone(`${segment}00000000`)).toBe(`${segment}00000000`)
    }
  })

  it.each([
    [''],
    ['12400000000'],
    ['11000000000'],
    ['1940000000'],
    ['194000000000'],
    ['29400000000'],
    ['+85291234567'],
    ['+1 9400000000'],
    ['+86+8619400000000'],
    ['01019400000000'],
    ['1940000000a'],
    ['1940000000O'],
    ['19400000000,19400000001'],
    ['19400000000;ext=1'],
  ])('refuses %j', (typed) => {
    expect(phone(typed)).toBe('invalid_phone')
  })

  it('finds the number in any grouping, and changes nothing when applied twice', () => {
    const digits = fc.stringMatching(/^1[3-9][0-9]{9}$/)
    const prefix = fc.constantFrom('', '+86', '0086', '86', '（+86）')
    const noise = fc.array(fc.constantFrom('', ' ', '-', '\u00a0', '\u200b'), { minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(prefix, digits, noise, (before, number, between) => {
        const typed = before + between.map((noisy, index) => noisy + number[index]).join('')
        expect(phone(typed)).toBe(number)
        expect(phone(number)).toBe(number)
      }),
    )
  })

  it('never takes noise', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(phone(typed)).toBe('invalid_phone')
      }),
    )
  })
})
