import type * as z from 'zod/mini'
import type { Expected } from '../kernel/expected.ts'
import { type FieldError, type Misfit, type Refusal, refused } from '../kernel/outcome.ts'
import { expectationOf } from './expectation.ts'
import { type Path, pointerOf } from './pointer.ts'
import type { Schema } from './route.ts'

type Issue = z.core.$ZodIssue

/** An answer says what is wrong, and does not grow with what was sent: so many fields at most. */
const MOST_ERRORS = 20

const unknownKeys = (issues: readonly Issue[]): number =>
  issues.reduce((total, issue) => total + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0)

/** The shape of a union somebody meant: the one that knows most of the keys they sent. */
const meantShape = (shapes: readonly Issue[][]): Issue[] | undefined =>
  shapes.toSorted((one, other) => unknownKeys(one) - unknownKeys(other))[0]

/** What is wrong where. `known`: the object that has no such field. */
type Found = { path: Path; code: FieldError['code']; known?: Path }

const foundIn = (issues: readonly Issue[], codes: Misfit['codes'], within: Path = []): Found[] =>
  issues.slice(0, MOST_ERRORS).flatMap((issue): Found[] => {
    const path = [...within, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys
        .slice(0, MOST_ERRORS)
        .map((key, at) => ({ path: [...path, key], code: 'unknown_field', ...(at === 0 && { known: path }) }))
    const meant = issue.code === 'invalid_union' ? meantShape(issue.errors) : undefined
    if (meant) return foundIn(meant, codes, path)
    return [{ path, code: codes.find((code) => code === issue.message) ?? 'invalid_field' }]
  })

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (Object.hasOwn(Object(at), key) ? Object(at)[key] : undefined), input)

/** A problem of its own says in its text what a text or an object has to be; values and numbers only the schema knows. */
const isSaidByText = ({ code }: Found, { enum: values, type }: Expected): boolean =>
  code !== 'invalid_field' && values === undefined && type !== 'integer' && type !== 'number'

const expectedOf = (schema: Schema, found: Found): Expected | undefined => {
  const { code, known, path } = found
  if (code === 'unknown_field') {
    const properties = known && expectationOf(schema, known).properties
    return properties && { properties }
  }
  const expected = expectationOf(schema, path)
  return isSaidByText(found, expected) ? undefined : expected
}

/**
 * The refusal of a misfit in full: the fields that are wrong, each once, twenty at most, by JSON pointers of at most 200 characters, with
 * what would be right. Its code is that of the first field if that is a problem of its own, as operations refuse.
 */
export const refusalOf = ({ schema, issues, input, codes }: Misfit): Refusal => {
  const byPointer = new Map<string, Found>()
  for (const found of foundIn(issues as readonly Issue[], codes)) {
    const pointer = pointerOf(found.path)
    if (!byPointer.has(pointer)) byPointer.set(pointer, found)
  }
  const fields = [...byPointer].slice(0, MOST_ERRORS).map(([pointer, found]): FieldError => {
    const expected = expectedOf(schema as Schema, found)
    const isMissing = valueAt(input(), found.path) === undefined
    return { pointer, code: found.code, ...(isMissing && { isMissing }), ...(expected && { expected }) }
  })
  const own = codes.find((code) => code === fields[0]?.code)
  return refused(own ?? 'invalid_request', { fields }).refusal
}
