import { describe, expect, it } from 'vitest'
import { judgeCompanyName, normaliseCompanyName } from '../../functions/certification/company/company-name.ts'
import { judgeCreditCode, normaliseCreditCode } from '../../functions/certification/company/credit-code.ts'
import { isCreditCode } from '../../functions/sandbox/credit-code.ts'
import { personWith } from '../../functions/sandbox/people.ts'
import { type CompanyOutcome, companies } from '../../functions/sandbox/register/companies.ts'

describe('M3 the catalogue of companies', () => {
  it('has one for each outcome, and several where all is well', () => {
    const least: Record<CompanyOutcome, number> = {
      consistent: 5,
      moved: 1,
      other_state: 1,
      differs: 4,
      no_record: 1,
      registered_this_week: 2,
      cancelled: 1,
      revoked: 1,
      withdrawn: 1,
      closed: 1,
      vendor_busy: 1,
      vendor_failed: 1,
      timeout_after_sending: 1,
      closes_later: 1,
    }
    for (const [outcome, count] of Object.entries(least))
      expect(companies.filter((one) => one.outcome === outcome).length).toBeGreaterThanOrEqual(count)
  })

  it('has codes that pass every check and are of a place that is none, each its own', () => {
    for (const { creditCode } of companies) {
      expect(isCreditCode(creditCode)).toBe(true)
      expect(normaliseCreditCode(creditCode)).toBe(creditCode)
      expect(judgeCreditCode(creditCode)).toMatchObject({ verdict: 'right', region: '990000' })
    }
    for (const key of ['creditCode', 'name'] as const)
      expect(new Set(companies.map((company) => company[key])).size).toBe(companies.length)
  })

  it('has names as licences print them, which say that they are of tests', () => {
    for (const { name, creditCode } of companies) {
      const judged = judgeCreditCode(creditCode)
      expect(normaliseCompanyName(name)).toBe(name)
      expect(judgeCompanyName(name, judged.verdict === 'right' ? judged.registered : undefined)).toEqual({
        verdict: 'right',
      })
      expect(name).toMatch(/^测试/u)
    }
  })

  it('has sole traders beside companies, all with people who can be verified', () => {
    const kinds = new Set(companies.map(({ creditCode }) => creditCode.slice(0, 2)))
    expect(kinds).toEqual(new Set(['91', '92']))
    for (const { legalRepresentative, idNumber } of companies)
      expect(personWith(idNumber)).toMatchObject({ name: legalRepresentative, outcome: 'match' })
  })

  it('takes nothing for a code that none is', () => {
    const [company] = companies
    const code = company?.creditCode ?? ''
    for (const other of ['', code.slice(1), `${code}0`, code.toLowerCase(), `${code.slice(0, 17)}I`])
      expect([other, isCreditCode(other)]).toEqual([other, other === code])
  })
})
