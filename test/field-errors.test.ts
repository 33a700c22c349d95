import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problems } from '../functions/problems.ts'
import { routes } from '../functions/routes.ts'
import { expectationOf } from '../shared/http/expectation.ts'
import { refusalOf } from '../shared/http/misfit.ts'
import { problemAnswer } from '../shared/http/problem-answer.ts'
import { parse } from '../shared/http/request.ts'
import type { Route, Schema } from '../shared/http/route.ts'
import type { Language } from '../shared/kernel/language.ts'
import type { ProblemCode } from '../shared/kernel/problems.ts'

type Path = readonly string[]

/** Every field of a schema, by where it stands, the object around before what is in it. */
const fieldsOf = (schema: Schema, within: Path = []): Path[] =>
  (expectationOf(schema, within).properties ?? []).flatMap((name) => [
    [...within, name],
    ...fieldsOf(schema, [...within, name]),
  ])

const NOTHING = Symbol('nothing')

/** An object in which one field has a value, or is not there although what it stands in is. */
const holding = (path: Path, value: unknown): unknown => {
  const [name, ...rest] = path
  if (name === undefined) return value
  const inner = holding(rest, value)
  return inner === NOTHING ? {} : { [name]: inner }
}

const MARK = '不可外传'

/** Wrong for some field or other. None of it may come back in an answer. */
const WRONG: readonly unknown[] = [
  NOTHING,
  null,
  true,
  -7_777_777,
  7_777_777.5,
  7e300,
  '',
  ' ',
  MARK,
  `${MARK}\u0000${MARK}`,
  MARK.repeat(10_000),
  `${MARK}\ud800`,
  '11010118850615203X',
  [MARK],
  { [MARK]: MARK },
]

type Told = { pointer: string; code: ProblemCode; detail: string; expected?: object }
type Answered = { code: ProblemCode; status: number; detail: string; errors: Told[]; text: string }

/** What a body or query is refused with; undefined for one that fits. */
const answerTo = async (route: Route, part: Schema, input: unknown, language: Language) => {
  const parsed = parse(part, input, route.problems)
  if (parsed.ok) return undefined
  const told = { acceptLanguage: language, requestId: 'request-1', now: 0 }
  const { text = '' } = await problemAnswer(async () => problems, parsed.refusal, told)
  return { ...JSON.parse(text), text } as Answered
}

const languages = ['zh', 'en'] as const

type Case = [name: string, route: Route, part: Schema, path: Path]

const parts = routes.flatMap((route) =>
  [route.body, route.query].flatMap((part): [string, Route, Schema][] =>
    part ? [[`${route.method} ${route.path}`, route, part]] : [],
  ),
)
const fields = parts.flatMap(([name, route, part]) =>
  fieldsOf(part).map((path): Case => [`${name} /${path.join('/')}`, route, part, path]),
)

const pointerTo = (path: Path): string => path.map((name) => `/${name}`).join('')

/** Whether what a field stands in cannot do without it. */
const isRequired = ([, route, part, path]: Case): boolean => {
  const parsed = parse(part, holding(path, NOTHING), route.problems)
  const found = parsed.ok || !parsed.refusal.misfit ? [] : (refusalOf(parsed.refusal.misfit).fields ?? [])
  return found.some(({ pointer, isMissing }) => pointer === pointerTo(path) && isMissing)
}

/** What is told of one field, for each way in which it can be wrong. */
const toldOf = async ([, route, part, path]: Case, language: Language): Promise<Told[]> => {
  const answers = await Promise.all(WRONG.map((value) => answerTo(route, part, holding(path, value), language)))
  return answers.flatMap((answer) => answer?.errors.filter(({ pointer }) => pointer === pointerTo(path)) ?? [])
}

/** Says by itself what would be right: advice, or what it must be. */
const ADVICE = /应|请|可用|例如/

describe('whatever is wrong with a field, it is told what would be right', () => {
  it('there are fields of every kind of route to look at', () => {
    expect(parts.length).toBeGreaterThan(25)
    expect(fields.length).toBeGreaterThan(90)
  })

  it.each(fields)('%s', async (...field) => {
    for (const language of languages) {
      const told = await toldOf(field, language)
      expect(told.length).toBeGreaterThan(0)
      for (const { code, detail, expected } of told) {
        const own = problems[code][language]
        expect(code).not.toBe('unknown_field')
        if (code === 'invalid_field') {
          expect(Object.keys(expected ?? {})).not.toEqual([])
          expect(['', own]).not.toContain(detail.replace('This field is missing.', '').trim())
        } else expect(detail).toContain(own)
        if (language === 'zh') expect(detail).toMatch(ADVICE)
      }
    }
  })

  it.each(fields)('%s: whoever gave a text is told more than to give one', async (...field) => {
    const [, route, part, path] = field
    const texts = WRONG.filter((value) => typeof value === 'string')
    const answers = await Promise.all(texts.map((text) => answerTo(route, part, holding(path, text), 'en')))
    const told = answers.flatMap((answer) => answer?.errors.filter(({ pointer }) => pointer === pointerTo(path)) ?? [])
    expect(told.filter(({ code }) => code === 'invalid_field').map(({ expected }) => expected)).not.toContainEqual({
      type: 'string',
    })
  })

  it.each(fields.filter(isRequired))('%s: missing and wrong look alike', async (...field) => {
    const [, route, part, path] = field
    const errorFor = async (value: unknown): Promise<Told | undefined> => {
      const answer = await answerTo(route, part, holding(path, value), 'en')
      return answer?.errors.find(({ pointer }) => pointer === pointerTo(path))
    }
    const [missing, wrong] = [await errorFor(NOTHING), await errorFor(Number.NaN)]
    expect(missing?.detail).toMatch(/^This field is missing\. ./)
    expect({ ...missing, detail: '' }).toEqual({ ...wrong, detail: '' })
  })
})

describe('a refusal of a body or query', () => {
  const garbage: readonly unknown[] = [null, [], MARK, 7, Object.fromEntries(WRONG.map((one, at) => [`key${at}`, one]))]

  it.each(parts)('%s is small, repeats nothing it was given, and has the code of its first field', async (...asked) => {
    const [, route, part] = asked
    const inputs = [...garbage, ...fieldsOf(part).flatMap((path) => WRONG.map((value) => holding(path, value)))]
    for (const input of inputs) {
      const answer = await answerTo(route, part, input, 'zh')
      if (!answer) continue
      expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(5_000)
      const [first] = answer.errors
      const isOwn = first && !['invalid_field', 'unknown_field'].includes(first.code)
      expect(answer.code).toBe(isOwn ? first.code : 'invalid_request')
      expect(answer.status).toBe(400)
      expect(answer.detail).toBe(first?.detail)
      const pointers = answer.errors.map(({ pointer }) => pointer)
      expect(pointers).toEqual([...new Set(pointers)])
      const said = answer.errors.map(({ detail, expected }) => detail + JSON.stringify(expected)).join()
      expect(said).not.toMatch(/不可外传|7777777|11010118850615203X|7e\+?300/)
    }
  })

  it.each(parts)('%s names the fields there are to whoever sends one there is not', async (...asked) => {
    const [, route, part] = asked
    const answer = await answerTo(route, part, { nosuch: 1, other: 2 }, 'zh')
    const unknown = answer?.errors.filter(({ code }) => code === 'unknown_field') ?? []
    const properties = expectationOf(part, []).properties
    expect(unknown).toEqual([
      {
        pointer: '/nosuch',
        code: 'unknown_field',
        detail: expect.stringContaining('可用的字段：'),
        expected: { properties },
      },
      { pointer: '/other', code: 'unknown_field', detail: problems.unknown_field.zh },
    ])
  })
})

describe('a problem that operations find in a field', () => {
  const sources = globSync('functions/**/*.ts', { cwd: join(import.meta.dirname, '..') })
  const text = sources.map((file) => readFileSync(join(import.meta.dirname, '..', file), 'utf8')).join('\n')
  const codes = new Set(
    [...text.matchAll(/refusedField\([^,]+,\s*'([a-z_]+)'/g)].map(([, code]) => code as ProblemCode),
  )

  it.each([...codes])('%s says what to do', (code) => {
    expect(problems[code].zh).toMatch(ADVICE)
  })

  it('is one of many', () => {
    expect(codes.size).toBeGreaterThan(20)
  })
})
