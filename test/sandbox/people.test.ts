import { describe, expect, it } from 'vitest'
import { unnumberedKinds } from '../../functions/person/document.ts'
import { classifyIdNumber, normaliseIdNumber } from '../../functions/person/id-number.ts'
import { verdict as alibabaVerdict } from '../../functions/sandbox/alibaba-cloud/cloudauth.ts'
import { checkDigit, isIdNumber } from '../../functions/sandbox/id-number.ts'
import { papers } from '../../functions/sandbox/papers.ts'
import { differsOf, type PersonOutcome, people, personWith } from '../../functions/sandbox/people.ts'
import { verdict as tencentVerdict } from '../../functions/sandbox/tencent-cloud/face-id.ts'

const NOON = Date.parse('2026-11-20T04:00:00Z')

const upper = (idNumber: string): string => idNumber.toUpperCase()

describe('M3 the catalogue', () => {
  it('holds at least five people for each result and one for each trouble', () => {
    const least: Record<PersonOutcome, number> = {
      match: 5,
      mismatch: 5,
      no_record: 5,
      vendor_busy: 1,
      timeout_after_sending: 1,
      unsupported_segment: 1,
      daily_limit: 1,
      alibaba_cloud_only: 1,
    }
    for (const [outcome, count] of Object.entries(least))
      expect(people.filter((person) => person.outcome === outcome).length).toBeGreaterThanOrEqual(count)
  })

  it('has only numbers with a right check digit and a birth year from 1880 to 1899', () => {
    for (const { idNumber } of people) {
      expect(isIdNumber(upper(idNumber)), idNumber).toBe(true)
      expect(Number(idNumber.slice(6, 10))).toBeGreaterThanOrEqual(1880)
      expect(Number(idNumber.slice(6, 10))).toBeLessThanOrEqual(1899)
    }
  })

  it('has somebody for every document that only a person can check, with a number nobody was given', () => {
    const rules = { birthYearFrom: 1880, birthYearTo: 1899, minimumAge: 14, kinds: [] }
    const seen = papers.map(({ idNumber }) => classifyIdNumber(normaliseIdNumber(idNumber), rules, NOON))
    expect(seen.map((read) => (read.ok ? 'taken' : read.refusal.extra?.document))).toEqual([
      'permanent_resident_card',
      ...unnumberedKinds,
    ])
    expect(Number(papers[0]?.idNumber.slice(6, 10))).toBeLessThan(1900)
    expect(papers.map(({ phone }) => phone)).toEqual([...new Set(papers.map(({ phone }) => phone))])
    for (const { phone } of papers) expect(phone).toMatch(/^194(9\d{3})\1$/)
  })

  it('gives everybody a name, a number and a phone of their own', () => {
    for (const key of ['name', 'idNumber', 'phone'] as const)
      expect(new Set(people.map((person) => person[key])).size).toBe(people.length)
    for (const { phone } of people) expect(phone).toMatch(/^194([1-8]\d{3})\1$/)
    expect(new Set(people.map(({ phone }) => phone.slice(0, 7))).size, 'number segments').toBe(people.length)
  })

  it('has residence permits, a minority name, rare characters and a lower-case x among those who match', () => {
    const matching = people.filter((person) => person.outcome === 'match')
    for (const region of ['810000', '820000', '830000'])
      expect(matching.some(({ idNumber }) => idNumber.startsWith(region))).toBe(true)
    expect(matching.some(({ name }) => name.includes('·'))).toBe(true)
    expect(matching.some(({ name }) => [...name].length < name.length)).toBe(true)
    expect(matching.some(({ idNumber }) => idNumber.endsWith('x'))).toBe(true)
  })

  it('is what every vendor says about everybody in it', () => {
    const expected: Record<PersonOutcome, { tencent: string; alibaba: string }> = {
      match: { tencent: '0', alibaba: '1' },
      mismatch: { tencent: '-4', alibaba: '2' },
      no_record: { tencent: '-9', alibaba: '3' },
      vendor_busy: { tencent: '-11', alibaba: '402' },
      timeout_after_sending: { tencent: '0', alibaba: '1' },
      unsupported_segment: { tencent: '-13', alibaba: '405' },
      daily_limit: { tencent: '-12', alibaba: '403' },
      alibaba_cloud_only: { tencent: '-13', alibaba: '1' },
    }
    for (const { name, idNumber, phone, outcome } of people) {
      const isSlow = outcome === 'timeout_after_sending'
      const tencent = tencentVerdict('PhoneVerification', { Name: name, IdCard: upper(idNumber), Phone: phone })
      expect(tencent).toMatchObject({ result: expected[outcome].tencent, slow: isSlow })
      const asked = { UserName: name, IdentifyNum: upper(idNumber), Mobile: phone, ParamType: 'normal' }
      const alibaba = alibabaVerdict('Mobile3MetaSimpleVerify', asked)
      expect('code' in alibaba ? alibaba.code : alibaba.biz).toBe(expected[outcome].alibaba)
      expect(alibaba.slow ?? false).toBe(isSlow)
    }
  })

  it('has somebody for each thing that can differ, and others of whom no vendor says what', () => {
    const differing = people.filter(({ outcome }) => outcome === 'mismatch').map((person) => differsOf(person))
    expect(differing).toEqual(expect.arrayContaining([['phone'], ['name'], ['idNumber'], undefined]))
    expect(people.filter((person) => person.outcome !== 'mismatch' && differsOf(person))).toEqual([])
  })

  it('finds a person whatever the case of the x', () => {
    const person = people.find(({ idNumber }) => idNumber.endsWith('x'))
    expect(person && personWith(upper(person.idNumber))).toBe(person)
    expect(personWith('110101188001010000')).toBeUndefined()
  })
})

describe('id numbers', () => {
  it.each(['11010519491231002X', '440524188001010014', '820000199001010010'])('takes %s', (idNumber) => {
    expect(isIdNumber(idNumber)).toBe(true)
    expect(checkDigit(idNumber.slice(0, 17))).toBe(idNumber.charAt(17))
  })

  it.each([
    ['a lower-case x', '11010519491231002x'],
    ['a wrong check digit', '440524188001010015'],
    ['a day that never was', '110101190002290011'],
    ['too short', '44052418800101001'],
    ['letters', '4405241880010100AB'],
  ])('refuses %s', (_, idNumber) => {
    expect(isIdNumber(idNumber)).toBe(false)
  })
})
