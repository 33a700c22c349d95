import { describe, expect, it } from 'vitest'
import { problemTexts } from '../../../shared/kernel/problem-texts.ts'
import { type ProblemCode, problems } from '../../../shared/kernel/problems.ts'

const codes = Object.keys(problems) as ProblemCode[]
const all: [ProblemCode, { status: number; zh: string; en: string; legacyCode?: number }][] = codes.map((code) => [
  code,
  { ...problems[code], ...problemTexts[code] },
])

describe('M1 every error this service can answer', () => {
  it.each(all)('%s has a stable slug, a fitting status, and a sentence in both languages', (code, problem) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect([400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 502, 503]).toContain(problem.status)
    expect(problem.zh).toMatch(/^[\p{Script=Han}].*[。]$/u)
    expect(problem.en).toMatch(/^[A-Z].*[.]$/)
  })
  it('P1 says 905 where pushplus does, to unverified accounts alone', () => {
    expect(all.filter(([, { legacyCode }]) => legacyCode === 905).map(([code]) => code)).toEqual(['not_verified'])
    const code: ProblemCode = 'not_verified'
    expect(problems[code].status).toBe(403)
  })
})
