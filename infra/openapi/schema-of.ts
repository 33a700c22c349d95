import * as z from 'zod/mini'
import { problems } from '../../functions/problems.ts'
import { expectedText } from '../../shared/http/expected-text.ts'
import type { Schema } from '../../shared/http/route.ts'
import type { Expected } from '../../shared/kernel/expected.ts'
import { type Json, type JsonSchema, sentences } from './json.ts'
import { names } from './names.ts'

/** What is read of the definition of a schema or a check. */
type Def = {
  type?: string
  check?: string
  defaultValue?: Json
  minimum?: number
  maximum?: number
  checks?: readonly { _zod: { def: Def } }[]
  format?: string
  error?: (issue: object) => unknown
  params?: { expected?: Expected; codes?: readonly string[] }
}

const isCode = (text: unknown): text is keyof typeof problems =>
  typeof text === 'string' && Object.hasOwn(problems, text)

/** The problems that a schema or check names: by its message, or those among which it chooses. */
const codesOf = ({ error, params }: Def): (keyof typeof problems)[] =>
  [error?.({}), ...(params?.codes ?? [])].filter(isCode)

const sizes = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const

/** What a check by itself says in words of JSON Schema. */
const keywordsOf = ({ type, enum: values, examples, exactlyOne, ...expected }: Expected): JsonSchema => ({
  ...(type && { type }),
  ...(values && { enum: values }),
  ...(examples && { examples }),
  ...(exactlyOne && { oneOf: exactlyOne.map((name) => ({ required: [name] })) }),
  ...Object.fromEntries(sizes.flatMap((size) => (expected[size] === undefined ? [] : [[size, expected[size]]]))),
})

/** What JSON Schema cannot say of it. */
const inWords = ({ characters, unit, exactlyOne }: Expected): string =>
  expectedText({ ...(characters && { characters }), ...(unit && { unit, type: 'integer' }), exactlyOne }, 'en')

/**
 * A schema of what is sent says what the service takes, before it puts it right: what is checked only after blanks are cut off or
 * digits made narrow (an overwrite) is said in words, because whoever sends more blanks is not refused.
 */
const untouched = (json: JsonSchema, checks: readonly Def[]): readonly Def[] => {
  const at = checks.findIndex(({ check }) => check === 'overwrite')
  if (at < 0) return []
  const [before, after] = [checks.slice(0, at), checks.slice(at + 1)]
  const longest = before.find(({ check }) => check === 'max_length')?.maximum
  delete json.pattern
  delete json.minLength
  delete json.maxLength
  if (longest !== undefined) json.maxLength = longest
  return after
}

const SAFE = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

/** Without what goes without saying, and with one type where there may be null. */
const plain = (json: JsonSchema): void => {
  // The format says it, in one word.
  if (json.format === 'date-time') delete json.pattern
  if (SAFE.includes(Number(json.minimum))) delete json.minimum
  if (SAFE.includes(Number(json.maximum))) delete json.maximum
  const [one, nothing, ...others] = json.anyOf ?? []
  if (!one || nothing?.type !== 'null' || others.length > 0 || typeof one.type !== 'string') return
  delete json.anyOf
  Object.assign(json, one, { type: [one.type, 'null'] }, one.enum && { enum: [...one.enum, null] })
}

/** With what the checks say. */
const completed = (json: JsonSchema, { checks = [], ...def }: Def): void => {
  const all = checks.map((one) => one._zod.def)
  const later = untouched(json, all)
  const codes = new Set([def, ...all].flatMap(codesOf))
  const said = all.flatMap((one) => {
    const { expected } = one.params ?? {}
    if (!expected) return []
    if (later.includes(one))
      return `${expectedText({ type: 'string', ...expected }, 'en')} Blanks at its ends are cut off.`
    Object.assign(json, keywordsOf(expected))
    return inWords(expected)
  })
  if (def.type === 'default') json.default ??= def.defaultValue
  const description = sentences(json.description, ...[...codes].map((code) => problems[code].en), ...said)
  if (description) json.description = description
}

const named = z.registry<{ id?: string }>()
for (const [name, schema] of Object.entries(names)) named.add(schema, { id: name })

const nameless = z.registry<{ id?: string }>()

/** Whether of a request or of an answer: what a default or a transformation makes of it differs. */
export type Direction = 'input' | 'output'

/**
 * A schema of the route table in JSON Schema, and the named ones it refers to, by their names. Of a request it is never stricter than
 * the service. Of an answer it leaves room: members may be added.
 */
export const schemaOf = (
  schema: Schema,
  io: Direction,
): { json: JsonSchema; named: Readonly<Record<string, JsonSchema>> } => {
  const made = z.toJSONSchema(schema, {
    io,
    // A request has nothing named: what is sent is stricter than what is answered.
    metadata: io === 'output' ? named : nameless,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const json = jsonSchema as JsonSchema
      plain(json)
      if (io === 'input') completed(json, zodSchema._zod.def as unknown as Def)
      else if (json.additionalProperties === false) delete json.additionalProperties
    },
  })
  const { $schema, $defs = {}, ...json } = made as JsonSchema & { $schema?: string; $defs?: Record<string, JsonSchema> }
  return { json, named: $defs }
}
