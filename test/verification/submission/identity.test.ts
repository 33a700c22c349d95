import { describe, expect, it } from 'vitest'
import { numberedKinds } from '../../../functions/person/document.ts'
import type { IdNumberRules } from '../../../functions/person/id-number.ts'
import { readIdentity } from '../../../functions/verification/submission/identity.ts'
import { withCheckDigit } from '../../person/typed.ts'

const NOW = Date.UTC(2026, 10, 5, 4)
const rules: IdNumberRules = { birthYearFrom: 1880, birthYearTo: 1899, minimumAge: 14, kinds: numberedKinds }
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
        document: { kind: 'resident_id', birthDate: { year: 1885, month: 6, day: 15 }, sex: 'male' },
      },
    })
  })

  it.each([
    ['11010118850615001', ['张三', '欧阳远山', '阿依古丽·买买提', '𠮷庆丰']],
    ['81000018900101001', ['陈大文', 'CHAN Tai Man']],
    ['82000018900101001', ['黃嘉欣', 'WONG Ka Ian']],
    ['83000018900101001', ['張雅婷', 'Chang, Ya-Ting']],
    ['91112418900101001', ['MARTIN Alice', "O'Brien José", '马丁']],
  ])('takes with %s the names that such a document carries', (body, names) => {
    for (const name of names) expect(problems({ name, idNumber: withCheckDigit(body) }), name).toEqual([])
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
    ['phone', '12345', 'invalid_phone'],
  ])('names the field %s of %j: %s', (field, value, code) => {
    expect(problems({ [field]: value })).toMatchObject([code, { pointer: `/${field}`, code }])
  })

  it('says of a document that only a person can check which it looks like, beside whatever else is wrong', () => {
    const read = readIdentity({ ...typed, idNumber: 'E00000000', phone: '1' }, rules, NOW)
    const fields = [
      { pointer: '/idNumber', code: 'looks_like_passport' },
      { pointer: '/phone', code: 'invalid_phone' },
    ]
    expect(read).toEqual({
      ok: false,
      refusal: { code: 'id_kind_needs_review', fields, extra: { document: 'passport' } },
    })
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
