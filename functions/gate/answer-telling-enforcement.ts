import type { Answer } from '../../shared/http/answer.ts'
import { type Outcome, ok } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import type { EnforcementNotice } from './enforcement.ts'

/** The header that warns: a string and its parameters, as RFC 9651 writes them. */
const headersOf = ({ from, daysLeft, notice }: EnforcementNotice): Record<string, string> => ({
  'shiming-enforcement': `"${rfc3339(from)}";days=${daysLeft};notice=${notice}`,
})

/**
 * What `run` answers or refuses, with the header `Shiming-Enforcement` where it was told on the way that a warning is due (P1). A
 * replay that is answered before the gate is asked carries none.
 */
export const answerTellingEnforcement = async (
  run: (tellEnforcement: (notice: EnforcementNotice) => void) => Promise<Outcome<Answer>>,
): Promise<Outcome<Answer>> => {
  let headers: Record<string, string> | undefined
  const outcome = await run((notice) => {
    headers = headersOf(notice)
  })
  if (!headers) return outcome
  if (!outcome.ok) return { ok: false, refusal: { ...outcome.refusal, headers } }
  return ok({ ...outcome.value, headers: { ...outcome.value.headers, ...headers } })
}
