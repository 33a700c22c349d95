import type { Outcome } from '../kernel/outcome.ts'

/** What a route answers: JSON in `body`, exactly `text`, or a file as `bytes`. */
export type Answer = {
  status: number
  body?: unknown
  text?: string
  bytes?: Uint8Array
  headers?: Record<string, string>
  cookies?: string[]
}

/** The answer of a successful outcome; a refusal passes through and becomes problem+json. */
export const answered = <T>(
  status: number,
  outcome: Outcome<T>,
  body: (value: T) => unknown = (value) => value,
): Outcome<Answer> => (outcome.ok ? { ok: true, value: { status, body: body(outcome.value) } } : outcome)
