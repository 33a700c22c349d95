import type { Expected } from './expected.ts'
import type { ProblemCode } from './problems.ts'
import type { Millis } from './time.ts'

/**
 * One wrong field: where (JSON pointer into the body, the query or the path, or a header's name), which problem it is, and what would be
 * right where the text of the problem does not say it.
 */
export type FieldError = { pointer: string; code: ProblemCode; isMissing?: true; expected?: Expected }

/**
 * Input that does not fit its schema, with what zod found, from which shared/http/misfit.ts tells the fields: that is put off until
 * somebody is told, because no cold start needs it. `input` is behind a function, so that nothing that prints a refusal prints it.
 * `codes`: what a schema's own message may be.
 */
export type Misfit = {
  schema: object
  issues: readonly object[]
  input: () => unknown
  codes: readonly ProblemCode[]
}

/**
 * A business refusal: not a fault, and the caller can act on it.
 * `retryAt` is set where waiting helps; `fields` where a field is to blame; `extra` are members a client needs to go on
 * (the id of the verification already open, the address of the verification page).
 */
export type Refusal = {
  code: ProblemCode
  fields?: FieldError[]
  misfit?: Misfit
  retryAt?: Millis
  extra?: Record<string, string | number | readonly string[]>
  /** The methods an address has, where it was asked by another. */
  allow?: readonly string[]
  /** What is told beside the problem. */
  headers?: Readonly<Record<string, string>>
}

/** What an operation answers: a value, or a refusal. Exceptions mean that infrastructure failed or that there is a bug. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refused = (code: ProblemCode, more?: Omit<Refusal, 'code'>): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...more },
})

/** Refusal that blames one field for a problem of its own; `expected` is what its text cannot say, such as a limit of the settings. */
export const refusedField = <C extends ProblemCode>(
  pointer: string,
  // What has no problem of its own must say what would be right: `refusedValue`.
  code: [C] extends ['invalid_field'] ? never : C,
  expected?: Expected,
): { ok: false; refusal: Refusal } => refused(code, { fields: [{ pointer, code, ...(expected && { expected }) }] })

/** Refusal that blames one field whose value is not what it should be. */
export const refusedValue = (pointer: string, expected: Expected): { ok: false; refusal: Refusal } =>
  refused('invalid_request', { fields: [{ pointer, code: 'invalid_field', expected }] })
