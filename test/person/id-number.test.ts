import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedKinds } from '../../functions/person/document.ts'
import {
  classifyIdNumber,
  type IdNumberRules,
  looksLikeIdNumber,
  normaliseIdNumber,
} from '../../functions/person/id-number.ts'
import { personProblems } from '../../functions/person/problems.ts'
import { anyText, birthDays, numbersOf, withCheckDigit } from './typed.ts'

const NOW = Date.UTC(2026, 10, 5, 4)
const open = {
  birthYearFrom: 0,
  birthYearTo: 9999,
  minimumAge: 14,
  kinds: ['resident_id', 'residence_permit'],
} as const satisfies IdNumberRules
const everyKind: IdNumberRules = { ...open, kinds: numberedKinds }

const judged = (typed: string, rules: IdNumberRules = open, now = NOW) =>
  classifyIdNumber(normaliseIdNumber(typed), rules, now)
const problem = (typed: string, rules: IdNumberRules = open, now = NOW): string => {
  const read = judged(typed, rules, now)
  return read.ok ? read.value.kind : read.refusal.code
}

describe('P9 published numbers', () => {
  it.each([
    ['11010519491231002X', 1949, 12, 31],
    ['440524188001010014', 1880, 1, 1],
    ['110101199003078670', 1990, 3, 7],
    ['440308199901101512', 1999, 1, 10],
    ['500154199804106120', 1998, 4, 10],
    ['430302199312194239', 1993, 12, 19],
    ['362324198001010014', 1980, 1, 1],
    ['411082198901010002', 1989, 1, 1],
    ['500154199301135886', 1993, 1, 13],
    ['110101200002290018', 2000, 2, 29],
    ['360426199101010071', 1991, 1, 1],
    ['120103198806018241', 1988, 6, 1],
    ['34052419800101001X', 1980, 1, 1],
    ['610104196209276908', 1962, 9, 27],
  ])('%s is a resident ID', (number, year, month, day) => {
    expect(judged(number)).toMatchObject({ ok: true, value: { kind: 'resident_id', birthDate: { year, month, day } } })
  })

  it.each([['810000199408230021'], ['820000199001010010'], ['830000199201300022']])(
    '%s is a residence permit',
    (number) => {
      expect(problem(number)).toBe('residence_permit')
    },
  )

  it.each([['932682198501010017'], ['911124198108030024']])('%s is a permanent resident card, for review', (number) => {
    expect(problem(number)).toBe('id_kind_needs_review')
  })

  it.each([
    ['810000199408230022', 'id_number_check_digit'],
    ['830000199201300023', 'id_number_check_digit'],
    ['440308199901101513', 'id_number_check_digit'],
    ['111111199901101512', 'id_number_check_digit'],
    ['11204416541220243X', 'id_number_check_digit'],
    ['932682198501010018', 'id_number_check_digit'],
    ['440308199902301512', 'id_number_date'],
    ['110101190002290011', 'id_number_date'],
    ['110101202302290019', 'id_number_date'],
    ['44030819990110', 'invalid_id_number'],
    ['610104620927690', 'invalid_id_number'],
  ])('%s is refused: %s', (number, code) => {
    expect(problem(number)).toBe(code)
  })
})

describe('P9 what is typed', () => {
  it.each([
    ['１１０１０１１８８５０６１５００１Ｘ'],
    ['11010118850615001x'],
    ['１１０１０１１８８５０６１５００１ｘ'],
    [' 110101 18850615 001X\n'],
    ['110101-18850615-001X'],
    ['110101—18850615－001X'],
    ['110101\u00a018850615\u3000001X'],
    ['\ufeff110101\u200b18850615\u202a001X\u202c'],
    ['١١٠١٠١١٨٨٥٠٦١٥٠٠١X'],
    ['11010118850615001Ⅹ'],
    ['11010118850615001ⅹ'],
  ])('%j is 11010118850615001X', (typed) => {
    expect(normaliseIdNumber(typed)).toBe('11010118850615001X')
  })

  it('never guesses: a letter O, another sign or a missing digit stays wrong', () => {
    for (const typed of [
      '11O101188506150O1X',
      '11010118850615001×',
      '11010118850615001',
      '1101011885061500１１X',
      '',
    ]) {
      expect(problem(typed)).toBe('invalid_id_number')
    }
  })

  it('changes nothing when applied twice, and undoes every way of grouping a right number', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(normaliseIdNumber(normaliseIdNumber(typed))).toBe(normaliseIdNumber(typed))
      }),
    )
    const noise = fc.array(fc.constantFrom('', '', ' ', '-', '\u00a0', '\u3000', '–', '\n', '\u200b'), {
      minLength: 19,
      maxLength: 19,
    })
    fc.assert(
      fc.property(numbersOf('110101', '810000'), noise, fc.boolean(), (number, between, wide) => {
        const shown = wide
          ? number.replace(/./g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0))
          : number.toLowerCase()
        const typed = between.map((noisy, index) => noisy + (shown[index] ?? '')).join('')
        expect(normaliseIdNumber(typed)).toBe(number)
      }),
    )
  })
})

describe('P9 which document', () => {
  it('takes every province, and no other first two digits', () => {
    const known = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'
    for (let province = 0; province < 90; province++) {
      const code = String(province).padStart(2, '0')
      const expected = known.split(' ').includes(code) ? 'resident_id' : 'id_number_region'
      expect(problem(withCheckDigit(`${code}010118900101001`))).toBe(expected)
    }
  })

  it('takes an unknown or abolished county: holders keep old codes', () => {
    expect(problem(withCheckDigit('51020218900101001'))).toBe('resident_id')
    expect(problem(withCheckDigit('11999918900101001'))).toBe('resident_id')
  })

  it('takes 810000, 820000 and 830000 exactly', () => {
    fc.assert(
      fc.property(numbersOf('810000', '820000', '830000'), (number) => {
        expect(problem(number)).toBe('residence_permit')
      }),
    )
    for (const region of ['810101', '820001', '830100', '840000', '800000']) {
      expect(problem(withCheckDigit(`${region}18900101001`))).toBe('id_number_region')
    }
  })

  it('judges a permanent resident card by its own province, date and check digit before sending it to review', () => {
    const number = withCheckDigit('91112418900101001')
    expect(problem(number)).toBe('id_kind_needs_review')
    expect(problem(withCheckDigit('99912418900101001'))).toBe('id_number_region')
    expect(problem(withCheckDigit('91112418900230001'))).toBe('id_number_date')
    expect(problem(`${number.slice(0, 17)}${number.endsWith('5') ? '6' : '5'}`)).toBe('id_number_check_digit')
  })

  it.each([
    ['ABC123456789012', 'old_permanent_resident_card'],
    ['abc 1234 5678 9012', 'old_permanent_resident_card'],
    ['H12345678', 'home_return_permit'],
    ['M1234567890', 'home_return_permit'],
    ['HA1234567', 'home_return_permit'],
    ['ma 1234567', 'home_return_permit'],
    ['12345678', 'taiwan_permit'],
    ['0012345678(A)', 'taiwan_permit'],
    ['００１２３４５６７８（ｂ）', 'taiwan_permit'],
    ['C12345678', 'exit_permit'],
    ['CA1234567', 'exit_permit'],
    ['CI1234567', 'passport'],
    ['E12345678', 'passport'],
    ['ea1234567', 'passport'],
    ['G12345678', 'passport'],
    ['HB1234567', 'passport'],
    ['H1234567', 'passport'],
    ['911124198108030024', 'permanent_resident_card'],
  ] as const)('says of %s, which only a person can check, that it looks like %s', (number, document) => {
    const code = `looks_like_${document}` as const
    expect(judged(number)).toEqual({
      ok: false,
      refusal: { code: 'id_kind_needs_review', fields: [{ pointer: '/idNumber', code }], extra: { document } },
    })
    expect(personProblems[code].zh).toMatch(/人工核验.*没有产生费用/)
    expect(personProblems[code].en).toMatch(/cannot check by itself yet.*a person can look.*Nothing was charged/)
  })

  it('takes whatever number an identity vendor of the deployment takes, and no other', () => {
    const permit = '810000199408230021'
    expect(problem(permit, { ...open, kinds: [] })).toBe('id_kind_needs_review')
    expect(problem('932682198501010017', everyKind)).toBe('permanent_resident_card')
    expect(problem('110101199003078670', { ...open, kinds: [] })).toBe('resident_id')
    // A card is judged as strictly as any other number where it is taken.
    expect(problem('932682198501010017', { ...everyKind, birthYearFrom: 1990 })).toBe('id_number_birth_year')
    expect(problem('932682198501010017', everyKind, Date.UTC(1998, 11, 31))).toBe('under_age')
  })

  it.each([
    ['932682198501010017', 'male'],
    ['911124198108030024', 'female'],
    ['11010519491231002X', 'female'],
    ['440524188001010014', 'male'],
    ['810000199408230021', 'female'],
  ])('%s is of a person who is %s', (number, sex) => {
    expect(judged(number, everyKind)).toMatchObject({ ok: true, value: { sex } })
  })

  it('is right about birth date and sex of every kind, whatever number it is', () => {
    fc.assert(
      fc.property(numbersOf('110101', '820000', '911124'), (number) => {
        const read = judged(number, everyKind)
        const { birthDate, sex } = read.ok ? read.value : { birthDate: { year: 0, month: 0, day: 0 }, sex: '' }
        expect(birthDate.year * 10_000 + birthDate.month * 100 + birthDate.day).toBe(Number(number.slice(6, 14)))
        expect(sex).toBe(/[13579].$/.test(number) ? 'male' : 'female')
      }),
    )
  })

  it('refuses the 15-digit form, whose cards ended in 2013', () => {
    expect(problem('110101880615001')).toBe('invalid_id_number')
  })
})

describe('P3 typing errors', () => {
  const right = numbersOf('110101', '440524', '810000', '710101')

  it('accepts every right number, with its birth date', () => {
    fc.assert(
      fc.property(right, (number) => {
        const read = judged(number, { ...open, birthYearFrom: 1880, birthYearTo: 1899 })
        const date = read.ok ? read.value.birthDate : { year: 0, month: 0, day: 0 }
        expect(date.year * 10_000 + date.month * 100 + date.day).toBe(Number(number.slice(6, 14)))
      }),
    )
  })

  it('refuses every change of one character', () => {
    fc.assert(
      fc.property(right, fc.nat(17), fc.constantFrom(...'0123456789X'), (number, at, other) => {
        fc.pre(number[at] !== other)
        expect(judged(number.slice(0, at) + other + number.slice(at + 1)).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses every swap of two neighbours', () => {
    fc.assert(
      fc.property(right, fc.nat(15), (number, at) => {
        const [one = '', two = ''] = [number[at], number[at + 1]]
        fc.pre(one !== two)
        expect(judged(number.slice(0, at) + two + one + number.slice(at + 2)).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws and never accepts noise', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(judged(typed).ok).toBe(false)
      }),
    )
  })
})

describe('P3 dates', () => {
  it('knows which days exist', () => {
    const dates = fc.tuple(
      fc.integer({ min: 1880, max: 1899 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    )
    fc.assert(
      fc.property(dates, ([year, month, day]) => {
        const calendar = new Date(Date.UTC(year, month - 1, day))
        const exists = calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === day
        const digits = `110101${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}001`
        expect(problem(withCheckDigit(digits))).toBe(exists ? 'resident_id' : 'id_number_date')
      }),
      { numRuns: 500 },
    )
  })

  it('takes 1900 for a common year and 1896 for a leap year', () => {
    expect(problem(withCheckDigit('11010118960229001'))).toBe('resident_id')
    expect(problem(withCheckDigit('11010118990229001'))).toBe('id_number_date')
  })

  it('refuses a day that has not come yet in Beijing, and takes today', () => {
    const number = withCheckDigit('11010118950615001')
    const anyAge = { ...open, minimumAge: 0 }
    // The day begins in Beijing at 16:00 UTC of the day before.
    expect(problem(number, anyAge, Date.UTC(1895, 5, 14, 16) - 1)).toBe('id_number_date')
    expect(problem(number, anyAge, Date.UTC(1895, 5, 14, 16))).toBe('resident_id')
  })

  it('keeps to the accepted birth years, both ends included', () => {
    const rules = { ...open, birthYearFrom: 1885, birthYearTo: 1890 }
    fc.assert(
      fc.property(birthDays, (day) => {
        const year = Number(day.slice(0, 4))
        const expected = year >= 1885 && year <= 1890 ? 'resident_id' : 'id_number_birth_year'
        expect(problem(withCheckDigit(`110101${day}001`), rules)).toBe(expected)
      }),
    )
  })
})

describe('P3 age', () => {
  const number = withCheckDigit('11010118850615001')

  it('is reached on the fourteenth birthday, when it begins in Beijing', () => {
    expect(problem(number, open, Date.UTC(1899, 5, 14, 16) - 1)).toBe('under_age')
    expect(problem(number, open, Date.UTC(1899, 5, 14, 16))).toBe('resident_id')
  })

  it('is reached on 1 March by those born on 29 February', () => {
    const leap = withCheckDigit('11010118840229001')
    expect(problem(leap, open, Date.UTC(1898, 1, 28, 4))).toBe('under_age')
    expect(problem(leap, open, Date.UTC(1898, 2, 1, 4))).toBe('resident_id')
  })

  it('follows the configuration', () => {
    expect(problem(number, { ...open, minimumAge: 18 }, Date.UTC(1899, 5, 15))).toBe('under_age')
    expect(problem(number, { ...open, minimumAge: 18 }, Date.UTC(1903, 5, 15))).toBe('resident_id')
  })
})

describe('P9 every limit of a number', () => {
  const born = (day: string): string => problem(withCheckDigit(`110101${day}001`))

  it.each([
    ['1899', [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    ['1896', [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    ['1900', [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ])('in %s a month ends on its last day', (year, lengths) => {
    for (const [at, length] of lengths.entries()) {
      const month = String(at + 1).padStart(2, '0')
      expect([born(`${year}${month}${length}`), born(`${year}${month}${length + 1}`)]).toEqual([
        'resident_id',
        'id_number_date',
      ])
      expect(born(`${year}${month}00`)).toBe('id_number_date')
    }
    expect([born(`${year}0001`), born(`${year}1301`)]).toEqual(['id_number_date', 'id_number_date'])
  })

  const digits = '012345678901234'
  it.each<readonly [string, boolean]>([
    ...['AAA', 'ZZZ', 'AZA'].map((letters) => [`${letters}${digits.slice(0, 12)}`, true] as const),
    ...['A', 'Z', 'AZ', 'ZA'].flatMap((letters) =>
      [6, 7, 10, 11].map((count) => [`${letters}${digits.slice(0, count)}`, count === 7 || count === 10] as const),
    ),
    ...[7, 9, 10].map((count) => [digits.slice(0, count), false] as const),
    [`AAA${digits.slice(0, 7)}`, false],
    [`AAA${digits.slice(0, 11)}`, false],
    [`AAA${digits.slice(0, 13)}`, false],
    [`-A${digits.slice(0, 7)}`, false],
    [`A${digits.slice(0, 7)}-`, false],
  ])('%s is another document: %j', (number, isOne) => {
    const read = classifyIdNumber(number, open, NOW)
    expect(read).toMatchObject({ ok: false, refusal: { code: isOne ? 'id_kind_needs_review' : 'invalid_id_number' } })
  })

  it.each([
    ['11010118850615001X', true],
    ['110101188506150011', true],
    ['110101179912310011', false],
    ['110101180001010011', true],
    ['110101219912310011', true],
    ['110101220001010011', false],
    ['110101188513010011', false],
    ['000101188506150011', false],
    ['1101011885061500X1', false],
    ['1101011885061500111', false],
    ['11010118850615001', false],
  ])('%s looks like a number: %j', (text, does) => {
    expect(looksLikeIdNumber(text)).toBe(does)
  })
})
