import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problems } from '../functions/problems.ts'
import type { Problem, ProblemCode } from '../shared/kernel/problems.ts'

const codes = Object.keys(problems) as ProblemCode[]
const all: [ProblemCode, { status: number; zh: string; en: string; legacyCode?: number }][] = codes.map((code) => [
  code,
  problems[code],
])

const owners = globSync('functions/**/problems.ts', { cwd: join(import.meta.dirname, '..') })
  .filter((file) => file !== 'functions/problems.ts')
  .map((file) => join(import.meta.dirname, '..', file))

describe('M1 every error this service can answer', () => {
  it.each(all)('%s has a stable slug, a fitting status, and a sentence in both languages', (code, problem) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect([400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 502, 503]).toContain(problem.status)
    expect(problem.zh).toMatch(/^[\p{Script=Han}].*[。]$/u)
    expect(problem.en).toMatch(/^[A-Z].*[.]$/)
  })
  it('is declared by one capability, and merged', async () => {
    const parts = [join(import.meta.dirname, '../shared/http/problems.ts'), ...owners].map((file) => import(file))
    const tables = (await Promise.all(parts)).flatMap((made: Record<string, object>) => Object.values(made))
    expect(tables.flatMap((table) => Object.keys(table)).toSorted()).toEqual(codes.toSorted())
  })
  it('names every member that a refusal may have besides, and no other', () => {
    const sources = globSync('functions/**/*.ts', { cwd: join(import.meta.dirname, '..') })
    const code = sources.map((file) => readFileSync(join(import.meta.dirname, '..', file), 'utf8')).join('\n')
    const extras = [...code.matchAll(/extra: (\{(?:[^{}]|\{[^{}]*\})*\})/g)].map(([, literal = '']) => literal)
    const names = (literal: string) =>
      [...literal.matchAll(/[{,] ?(?:\.\.\.\(\w+ && \{ )?(\w+)/g)].map(([, name]) => name)
    const said = all.flatMap(([, problem]) => Object.keys((problem as Problem).members ?? {}))
    expect([...new Set(extras.flatMap(names))].toSorted()).toEqual([...new Set(said)].toSorted())
  })
  it('P1 says 905 where pushplus does, to unverified accounts alone', () => {
    expect(all.filter(([, { legacyCode }]) => legacyCode === 905).map(([code]) => code)).toEqual(['not_verified'])
    const code: ProblemCode = 'not_verified'
    expect(problems[code].status).toBe(403)
  })
})
