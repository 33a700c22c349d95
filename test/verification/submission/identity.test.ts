import { describe, expect, it } from 'vitest'
import { readIdentity } from '../../../functions/verification/submission/identity.ts'
import { withCheckDigit } from '../../person/typed.ts'

const NOW = Date.UTC(2026, 10, 5, 4)
const rules = { birthYearFrom: 1880, birthYearTo: 1899, minimumAge: 14 }
const typed = { name: ' 买买提•吐尔逊 ', idNumber: '110101 18850615 001x', phone: '+86 194 0000 0000' }

const problems = (change: Partial<typeof typed>) => {
  const read = readIdentity({ ...typed, ...change }, rules, NOW)
  return read.ok ? [] : [read.refusal.code, ...(read.refusal.fields ?? [])]
}

describe('P3 happy', () => {
  it('gives the normalised elements and what the number says', () => {
    expect(readIdentity(typed, rules, NOW)).toEqual({
      ok: true,
      value: {
        name: '买买提·吐尔逊',
        idNumber: '11010118850615001X',
        phone: '19400000000',
        document: { kind: 'resident_id', birthDate: { year: 1885, month: 6, day: 15 } },
      },
    })
  })

  it('takes a Latin name with a residence permit', () => {
    expect(problems({ name: 'CHAN Tai Man', idNumber: withCheckDigit('81000018900101001') })).toEqual([])
  })
})

describe('P3 refused', () => {
  it.each([
    ['name', '张三1', 'invalid_name'],
    ['name', '张\ue000', 'name_unreadable'],
    ['name', 'CHAN Tai Man', 'invalid_name'],
    ['idNumber', '1101011885061500', 'invalid_id_number'],
    ['idNumber', '110101188506150011', 'id_number_check_digit'],
    ['idNumber', '11010118850631001X', 'id_number_date'],
    ['idNumber', '99010118850615001X', 'id_number_region'],
    ['idNumber', '11010519491231002X', 'id_number_birth_year'],
    ['idNumber', '932682198501010017', 'id_kind_needs_review'],
    ['phone', '12345', 'invalid_phone'],
  ])('names the field %s of %j: %s', (field, value, code) => {
    expect(problems({ [field]: value })).toMatchObject([code, { pointer: `/${field}`, code }])
  })

  it('names every wrong field at once, and the first is the code of all', () => {
    expect(problems({ name: '', idNumber: '', phone: '' })).toEqual([
      'invalid_name',
      { pointer: '/name', code: 'invalid_name' },
      { pointer: '/idNumber', code: 'invalid_id_number' },
      { pointer: '/phone', code: 'invalid_phone' },
    ])
  })

  it('refuses those under age', () => {
    const read = readIdentity(typed, rules, Date.UTC(1899, 5, 14))
    expect(read.ok || read.refusal.code).toBe('under_age')
  })
})
