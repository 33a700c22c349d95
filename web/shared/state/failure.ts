import { type ProblemCode, ShimingProblem, ShimingUnreachable } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Refused } from '../controls/form.ts'
import { serviceClock } from '../shown/clock.ts'
import { momentText } from '../shown/moments.ts'
import { commonTexts } from '../texts/common.ts'

/** Why a call failed, as a person reads it: the service's own words where it has answered, and when to try again. */
export const failureText = (error: unknown, language: Language, now: Millis = serviceClock.now()): string => {
  const common = commonTexts[language]
  if (error instanceof ShimingProblem) {
    const again = error.retryAt ? common.againAt(momentText(error.retryAt.getTime(), now, language)) : ''
    return [error.detail, again].filter(Boolean).join(language === 'zh' ? '' : ' ')
  }
  if (error instanceof ShimingUnreachable) return error.mayHaveHappened ? common.mayHaveHappened : common.unreachable
  return common.unexpected
}

/**
 * The same for a form: which fields are to blame, and what to say of the whole. A field is told when it may be tried again, too.
 * Nothing where nobody is signed in any more: the way back in stands over the form by then and says so, and afterwards it is no longer true.
 */
export const refusedIn = (error: unknown, language: Language): Refused | undefined => {
  if (isProblem(error, 'unauthenticated')) return undefined
  const text = failureText(error, language)
  if (!(error instanceof ShimingProblem)) return { errors: [], text }
  return { errors: error.errors.map((one) => (one.code === error.code ? { ...one, detail: text } : one)), text }
}

/** Whether the service refused with that very code. */
export const isProblem = (error: unknown, code: ProblemCode): boolean =>
  error instanceof ShimingProblem && error.code === code
