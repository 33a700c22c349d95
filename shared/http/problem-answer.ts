import { type Language, languageWanted } from '../kernel/language.ts'
import type { FieldError, Refusal } from '../kernel/outcome.ts'
import { type LoadProblems, nextIn, type ProblemTable } from '../kernel/problems.ts'
import { type Millis, rfc3339, SECOND } from '../kernel/time.ts'
import type { Answer } from './answer.ts'
import { expectedText } from './expected-text.ts'
import { refusalOf } from './misfit.ts'

/** Who is told, and when; the language is that of the header Accept-Language. */
type Telling = { acceptLanguage: string | undefined; requestId: string; now: Millis }

const missing: Readonly<Record<Language, string>> = { zh: '缺少该字段。', en: 'This field is missing.' }

/** What is wrong with a field, and what would be right. */
const detailOf = (field: FieldError, problems: ProblemTable, language: Language): string => {
  const { code, isMissing, expected } = field
  const wrong = isMissing && code === 'invalid_field' ? undefined : problems[code]?.[language]
  const parts = [isMissing && missing[language], wrong, expected && expectedText(expected, language)]
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ')
}

/**
 * RFC 9457 problem+json for a refusal: text in the caller's language, for fields JSON pointers and what would be right, what leads on
 * where the code says so (`next`), and where waiting helps `retryAt` and the header Retry-After (whole seconds).
 * Loaded only once something is refused, like the texts.
 */
export const problemAnswer = async (load: LoadProblems, refusal: Refusal, told: Telling): Promise<Answer> => {
  const problems = await load()
  const { code, fields } = refusal.misfit ? refusalOf(refusal.misfit) : refusal
  const problem = problems[code]
  if (!problem) throw new Error('a refusal with a code that no capability declares')
  const language = languageWanted(told.acceptLanguage)
  const text = problem[language]
  const retryAt = refusal.retryAt ?? (problem.againAfterMs && told.now + problem.againAfterMs)
  const errors = fields?.map((field) => ({
    pointer: field.pointer,
    code: field.code,
    detail: detailOf(field, problems, language),
    ...(field.expected && { expected: field.expected }),
  }))
  const body = {
    type: `urn:shiming:problem:${code}`,
    title: text,
    status: problem.status,
    detail: errors?.[0]?.detail ?? text,
    code,
    ...(problem.legacyCode !== undefined && { legacyCode: problem.legacyCode }),
    ...(errors && { errors }),
    ...(retryAt !== undefined && { retryAt: rfc3339(retryAt) }),
    ...(problem.next && { next: problem.next.map((one) => nextIn(one, language)) }),
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
      ...refusal.headers,
    },
  }
}
