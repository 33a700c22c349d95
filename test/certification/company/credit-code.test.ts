import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkCharacterOf,
  judgeCreditCode,
  normaliseCreditCode,
  organisationCheckOf,
  registeredIn,
} from '../../../functions/certification/company/credit-code.ts'
import { type Registered, registered, registeredAs } from '../../../functions/certification/company/registered.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A code with both sums right, of a kind and eight characters of an organisation. */
const codeOf = (kind: string, region: string, first8: string): string => {
  const first17 = `${kind}${region}${first8}${organisationCheckOf(first8)}`
  return `${first17}${checkCharacterOf(first17)}`
}

const kinds = Object.keys(registered) as Registered[]
const anyCode = fc
  .tuple(
    fc.constantFrom(...kinds),
    fc.integer({ min: 100_000, max: 999_999 }).map(String),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 }).map((all) => all.join('')),
  )
  .map(([kind, region, first8]) => ({ kind, region, code: codeOf(registered[kind].code, region, first8) }))

describe('W2 unified social credit codes', () => {
  it.each([
    // the example of the standard, and codes that companies print on everything
    '91350100M000100Y43',
    '91110000600037341L',
    '91310110666007217T',
    '91310115591693856A',
    '91440300708461136T',
    '91110108551385082Q',
  ])('takes %s of a company', (code) => {
    expect(judgeCreditCode(code)).toEqual({ verdict: 'right', registered: 'company', region: code.slice(2, 8) })
  })

  it('takes what people and input methods make of one, and changes nothing twice', () => {
    for (const typed of ['９１１１００００６０００３７３４１Ｌ', ' 9111 0000 6000 3734 1l\n', '9111-0000-6000-37341L'])
      expect(normaliseCreditCode(typed)).toBe('91110000600037341L')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = normaliseCreditCode(typed)
        expect(normaliseCreditCode(once)).toBe(once)
      }),
    )
  })

  it('says whom every code of the standard was given to, and whom it certifies', () => {
    fc.assert(
      fc.property(anyCode, ({ kind, region, code }) => {
        const judged = judgeCreditCode(code)
        expect(judged).toEqual({ verdict: 'right', registered: kind, region })
        expect(registeredIn(judged)).toBe(registered[kind])
      }),
    )
  })

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(17), fc.constantFrom(...ALPHABET), ({ code }, at, other) => {
        fc.pre(code.charAt(at) !== other && !/^.{2}35\d{4}M000/.test(code))
        const mistyped = code.slice(0, at) + other + code.slice(at + 1)
        expect(judgeCreditCode(mistyped).verdict).toBe('wrong')
      }),
    )
  })

  it('notices two neighbours that changed places', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(16), ({ code }, at) => {
        fc.pre(code.charAt(at) !== code.charAt(at + 1) && !/^.{2}35\d{4}M000/.test(code))
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
        expect(judgeCreditCode(swapped).verdict).toBe('wrong')
      }),
    )
  })

  it('says what is wrong, and where', () => {
    const because = (code: string) => judgeCreditCode(code)
    expect(because('')).toEqual({ verdict: 'wrong', wrong: { because: 'length' } })
    expect(because('91110000600037341')).toEqual({ verdict: 'wrong', wrong: { because: 'length' } })
    expect(because('91110000600037341LL')).toEqual({ verdict: 'wrong', wrong: { because: 'length' } })
    expect(because('9111000060003734IL')).toEqual({ verdict: 'wrong', wrong: { because: 'characters', at: 17 } })
    expect(because('O1110000600037341L')).toEqual({ verdict: 'wrong', wrong: { because: 'characters', at: 1 } })
    expect(because('9111000060003734公司')).toEqual({ verdict: 'wrong', wrong: { because: 'characters', at: 17 } })
    expect(because('91A10000600037341L')).toEqual({ verdict: 'wrong', wrong: { because: 'region' } })
    expect(because('91110000600037342L')).toEqual({ verdict: 'wrong', wrong: { because: 'check_character' } })
    expect(registeredIn(because(''))).toBeUndefined()
  })

  it('knows the other numbers of a company', () => {
    expect(judgeCreditCode('110000001234567')).toEqual({
      verdict: 'wrong',
      wrong: { because: 'old_registration_number' },
    })
    for (const code of ['600037341', 'MA01ABCDX'])
      expect(judgeCreditCode(code)).toEqual({ verdict: 'wrong', wrong: { because: 'organisation_code' } })
  })

  it.each(['91350211M00013FA1N', '91350100M0001TGQXM'])('lets people look at %s of the first weeks', (code) => {
    expect(judgeCreditCode(code)).toEqual({ verdict: 'people', because: 'pilot_code', registered: 'company' })
  })

  it('takes nobody else’s code with a wrong sum for one of the first weeks', () => {
    expect(judgeCreditCode('91440300M00013FA1N')).toEqual({ verdict: 'wrong', wrong: { because: 'check_character' } })
  })

  it('lets people look where a code came after the standard', () => {
    for (const kind of ['94', '14', 'B1', '0A', 'Y2']) {
      const judged = judgeCreditCode(codeOf(kind, '110000', 'MA01ABCD'))
      expect(judged).toEqual({ verdict: 'people', because: 'unknown_kind' })
      expect(registeredIn(judged)).toBeUndefined()
    }
  })

  it('lets people look where one of the two sums is wrong', () => {
    const good = organisationCheckOf('MA01ABCD')
    const first17 = `91110000MA01ABCD${good === '0' ? '1' : '0'}`
    expect(judgeCreditCode(`${first17}${checkCharacterOf(first17)}`)).toEqual({
      verdict: 'people',
      because: 'organisation_check',
      registered: 'company',
    })
  })

  it('has one row for each authority and kind', () => {
    const codes = Object.values(registered).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const kind of kinds) expect(registeredAs(registered[kind].code)).toBe(kind)
    const byVendor = kinds.filter((kind) => registered[kind].checkedBy === 'vendor')
    expect(byVendor).toEqual(['company', 'sole_trader'])
    const free = kinds
      .filter((kind) => registered[kind].applicant === 'government')
      .map((kind) => registered[kind].code)
    expect(free).toEqual(['11', '12', '13', '19', 'A1', 'A9'])
  })
})
