import { languageWanted } from '../kernel/language.ts'
import type { Refusal } from '../kernel/outcome.ts'
import type { LoadProblems } from '../kernel/problems.ts'
import { type Millis, rfc3339, SECOND } from '../kernel/time.ts'
import type { Answer } from './answer.ts'

/** Who is told, and when; the language is that of the header Accept-Language. */
type Telling = { acceptLanguage: string | undefined; requestId: string; now: Millis }

/**
 * RFC 9457 problem+json for a refusal: text in the caller's language, JSON pointers for fields, and where waiting helps `retryAt` and
 * the header Retry-After (whole seconds).
 * Loaded only once something is refused, like the texts.
 */
export const problemAnswer = async (load: LoadProblems, refusal: Refusal, told: Telling): Promise<Answer> => {
  const problems = await load()
  const problem = problems[refusal.code]
  if (!problem) throw new Error('a refusal with a code that no capability declares')
  const language = languageWanted(told.acceptLanguage)
  const text = problem[language]
  const retryAt = refusal.retryAt ?? (problem.againAfterMs && told.now + problem.againAfterMs)
  const errors = refusal.fields?.map(({ pointer, code }) => ({
    pointer,
    code,
    detail: problems[code]?.[language] ?? text,
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
      'content-language': language,
      vary: 'accept-language',
      ...(wait && { 'retry-after': String(wait) }),
      ...(refusal.allow && { allow: refusal.allow.join(', ') }),
    },
  }
}
