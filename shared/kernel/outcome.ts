import type { ProblemCode } from './problems.ts'
import type { Millis } from './time.ts'

/** One wrong field: where (JSON pointer into the body, or the query or header's name), and which problem it is. */
export type FieldError = { pointer: string; code: ProblemCode }

/**
 * A business refusal: not a fault, and the caller can act on it.
 * `retryAt` is set where waiting helps; `fields` where a field is to blame; `extra` are members a client needs to go on
 * (the id of the verification already open, the address of the verification page).
 */
export type Refusal = {
  code: ProblemCode
  fields?: FieldError[]
  retryAt?: Millis
  extra?: Record<string, string | number>
  /** The methods an address has, where it was asked by another. */
  allow?: readonly string[]
}

/** What an operation answers: a value, or a refusal. Exceptions mean that infrastructure failed or that there is a bug. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refused = (code: ProblemCode, more: Omit<Refusal, 'code'> = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...more },
})

/** Refusal that blames one field of the body. */
export const refusedField = (pointer: string, code: ProblemCode): { ok: false; refusal: Refusal } =>
  refused(code, { fields: [{ pointer, code }] })
