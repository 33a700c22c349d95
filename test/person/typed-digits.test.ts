import { describe, expect, it } from 'vitest'
import { asciiFolded } from '../../functions/person/typed-digits.ts'

describe('P3 digits as input methods produce them', () => {
  it.each([
    [0xff10, 'full-width'],
    [0x0660, 'Arabic-Indic'],
    [0x06f0, 'extended Arabic-Indic'],
  ])('from %i on: the ten that are %s, and nothing beside them', (zero) => {
    const row = Array.from({ length: 10 }, (_none, digit) => String.fromCodePoint(zero + digit)).join('')
    expect(asciiFolded(row)).toBe('0123456789')
    for (const beside of [zero - 1, zero + 10]) expect(asciiFolded(String.fromCodePoint(beside))).not.toMatch(/\d/)
  })

  it('are read with all full-width signs from ！ to ～, and everything else stays', () => {
    expect(asciiFolded('！～ＡＺａｚ')).toBe('!~AZaz')
    const others = '\uff00\uff5f\u065f\u066a\u06ef\u06fa张𠮷'
    expect(asciiFolded(others)).toBe(others)
  })
})
