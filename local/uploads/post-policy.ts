import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import type { PostFields, SizeRange } from './post-form.ts'
import { accessDenied, PostRefusal } from './post-refusal.ts'

const size = z.int().check(z.minimum(0))
const exact = z.record(z.string(), z.string())
const match = z.tuple([z.enum(['eq', 'starts-with']), z.string().check(z.regex(/^\$./)), z.string()])
const range = z.tuple([z.literal('content-length-range'), size, size])
const document = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(z.union([exact, match, range])),
})

/** What a field must be. */
type Match = { operator: 'eq' | 'starts-with'; field: string; value: string }

/** A policy of a form: until when it is good (ms), what its fields must be, and how many bytes its file may have. */
export type Policy = { until: Millis; matches: readonly Match[]; sizes: readonly SizeRange[] }

type Read = z.output<typeof document>['conditions'][number]

const isRange = (condition: Read): condition is z.output<typeof range> =>
  Array.isArray(condition) && condition[0] === 'content-length-range'

const matchesIn = (condition: Read): Match[] => {
  if (isRange(condition)) return []
  if (!Array.isArray(condition))
    return Object.entries(condition).map(([field, value]) => ({ operator: 'eq', field: field.toLowerCase(), value }))
  const [operator, field, value] = condition
  return [{ operator, field: field.slice(1).toLowerCase(), value }]
}

const invalidPolicy = (why: string): PostRefusal =>
  new PostRefusal('InvalidPolicyDocument', 400, `Invalid Policy: ${why}`)

const jsonIn = (base64: string): unknown => {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString())
  } catch {
    throw invalidPolicy('Invalid JSON.')
  }
}

/** Reads the field `policy`. Throws a PostRefusal for what is none. */
export const policyIn = (base64: string): Policy => {
  const { data, error } = z.safeParse(document, jsonIn(base64))
  if (error) throw invalidPolicy(`${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`)
  const { expiration, conditions } = data
  return {
    until: Date.parse(expiration),
    matches: conditions.flatMap(matchesIn),
    sizes: conditions.filter(isRange).map(([, least, most]) => ({ least, most })),
  }
}

/** No policy need name these. */
const isExempt = (field: string): boolean =>
  ['policy', 'x-amz-signature', 'file'].includes(field) || field.startsWith('x-ignore-')

/** A file is held in memory on this machine, so that it must end somewhere. */
const MOST_HERE = 64 * 1024 * 1024

const invalid = (why: string): PostRefusal => accessDenied(`Invalid according to Policy: ${why}`)

const holds = ({ operator, field, value }: Match, found: string): boolean => {
  if (operator === 'eq') return found === value
  // Of a list of types each must be of that kind.
  const all = field === 'content-type' ? found.split(',') : [found]
  return all.every((one) => one.startsWith(value))
}

/**
 * Holds the fields of a form against its policy: each condition must be true of its field, and each field have a condition. Answers how many
 * bytes the file may have; throws a PostRefusal.
 */
export const judgePolicy = (
  { until, matches, sizes }: Policy,
  { fields, bucket, now }: { fields: PostFields; bucket: string; now: Millis },
): SizeRange => {
  if (now >= until) throw invalid('Policy expired.')
  const found = new Map([...fields, ['bucket', bucket]])
  for (const match of matches) {
    const { operator, field, value } = match
    if (!holds(match, found.get(field) ?? ''))
      throw invalid(`Policy Condition failed: ["${operator}", "$${field}", "${value}"]`)
  }
  const named = new Set(matches.map(({ field }) => field))
  const extra = [...fields.keys()].filter((field) => !named.has(field) && !isExempt(field))
  if (extra.length > 0) throw invalid(`Extra input fields: ${extra.join(', ')}`)
  return {
    least: Math.max(0, ...sizes.map(({ least }) => least)),
    most: Math.min(MOST_HERE, ...sizes.map(({ most }) => most)),
  }
}
