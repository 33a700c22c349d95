import { describe, expect, it } from 'vitest'
import { kindsByMask, numberedKind, unnumberedKind } from '../../functions/person/document.ts'
import { maskIdNumber } from '../../functions/person/masking.ts'

describe('which document a number without a check digit looks like', () => {
  it.each([
    ['USA110000880101', 'old_permanent_resident_card'],
    ['1USA110000880101', undefined],
    ['USA1100008801011', undefined],
    ['H00000000', 'home_return_permit'],
    ['M0000000012', 'home_return_permit'],
    ['HA0000000', 'home_return_permit'],
    ['H000000001', 'passport'],
    ['1H00000000', undefined],
    ['HA00000001', 'passport'],
    ['00000000', 'taiwan_permit'],
    ['0123456789(A)', 'taiwan_permit'],
    ['0123456789(Z)', 'taiwan_permit'],
    ['0123456789', undefined],
    ['000000001', undefined],
    ['C00000000', 'exit_permit'],
    ...['A', 'H', 'J', 'N', 'P', 'Z'].map((letter) => [`C${letter}0000000`, 'exit_permit'] as const),
    ...['I', 'O'].map((letter) => [`C${letter}0000000`, 'passport'] as const),
    ['1C00000000', undefined],
    ['C000000001', 'passport'],
    ['E00000000', 'passport'],
    ['EA0000000', 'passport'],
    ['ABC0000000', undefined],
  ] as const)('%s: %s', (number, kind) => {
    expect(unnumberedKind(number)).toBe(kind)
  })
})

it.each([
  ['911124188001010028', 'permanent_resident_card'],
  ['810000188001010028', 'residence_permit'],
  ['830000188001010028', 'residence_permit'],
  ['810101188001010028', 'resident_id'],
  ['110101188001010028', 'resident_id'],
] as const)('a number of 18 characters is of the document that its beginning says: %s, %s', (number, kind) => {
  expect(numberedKind(number)).toBe(kind)
  expect(kindsByMask(maskIdNumber(number))).toContain(kind)
})
