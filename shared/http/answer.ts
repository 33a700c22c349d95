import type { Outcome, Refusal } from '../kernel/outcome.ts'
import type { LoadProblems } from '../kernel/problems.ts'
import { type Millis, rfc3339, SECOND } from '../kernel/time.ts'

export type Language = 'zh' | 'en'

/** What a route answers: JSON in `body`, or exactly `text`. */
export type Answer = {
  status: number
  body?: unknown
  text?: string
  headers?: Record<string, string>
  cookies?: string[]
}

/** The answer of a successful outcome; a refusal passes through and becomes problem+json. */
export const answered = <T>(
  status: number,
  outcome: Outcome<T>,
  body: (value: T) => unknown = (value) => value,
): Outcome<Answer> => (outcome.ok ? { ok: true, value: { status, body: body(outcome.value) } } : outcome)

/** Who is told, and when. */
type Telling = { language: Language; requestId: string; now: Millis }

/**
 * RFC 9457 problem+json for a refusal: text in the caller's language, JSON pointers for fields, and where waiting helps `retryAt` and
 * the header Retry-After (whole seconds).
 */
export const problemAnswer = async (load: LoadProblems, refusal: Refusal, told: Telling): Promise<Answer> => {
  const problems = await load()
  const problem = problems[refusal.code]
  if (!problem) throw new Error('a refusal with a code that no capability declares')
  const text = problem[told.language]
  const retryAt = refusal.retryAt ?? (problem.againAfterMs && told.now + problem.againAfterMs)
  const errors = refusal.fields?.map(({ pointer, code }) => ({
    pointer,
    code,
    detail: problems[code]?.[told.language] ?? text,
  }))
  const body = {
    type: `urn:shiming:problem:${refusal.code}`,
    title: text,
    status: problem.status,
    detail: errors?.[0]?.detail ?? text,
    code: refusal.code,
    ...(problem.legacyCode !== undefined && { legacyCode: problem.legacyCode }),
    ...(errors && { errors }),
    ...(retryAt !== undefined && { retryAt: rfc3339(retryAt) }),
    ...refusal.extra,
    requestId: told.requestId,
  }
  const wait = retryAt === undefined ? undefined : Math.max(1, Math.ceil((retryAt - told.now) / SECOND))
  return {
    status: problem.status,
    text: JSON.stringify(body),
    headers: {
      'content-type': 'application/problem+json',
      ...(wait && { 'retry-after': String(wait) }),
      ...(refusal.allow && { allow: refusal.allow.join(', ') }),
    },
  }
}
