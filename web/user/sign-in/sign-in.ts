import { normaliseIdNumber } from '../../../functions/person/id-number.ts'
import { normalisePhone } from '../../../functions/person/phone.ts'
import { personProblems } from '../../../functions/person/problems.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Checks } from '../../shared/controls/form.ts'
import { codeProblem } from '../code/code-problem.ts'
import { signInTexts } from './texts.ts'

/** Of the ids of its fields: the form may stand over another that asks for a number, too. */
export const PREFIX = 'sign-in-'

/** A code that was sent, or perhaps: to which number, as which, and from when on another may be asked for (RFC 3339). */
export type Sent = { phone: string; smsCodeId: string; retryAt: string; status: 'sent' | 'possibly_sent' }

/** The form that asks for a code. */
export type PhoneForm = { phone: string }

/** The form that answers it; `idLastFour` only where the service asks for it. */
export type CodeForm = { code: string; idLastFour: string }

const LAST_FOUR = /^\d{3}[\dX]$/

/** What can be told of the number without the service. */
export const phoneChecks = (language: Language): Checks<PhoneForm> => ({
  phone: (typed) => (normalisePhone(typed).ok ? undefined : personProblems.invalid_phone[language]),
})

/** What can be told of code and last four without the service. `asksLastFour` is looked at when the form is sent. */
export const codeChecks = (language: Language, asksLastFour: () => boolean): Checks<CodeForm> => ({
  code: (typed) => codeProblem(typed, language),
  idLastFour: (typed) =>
    !asksLastFour() || LAST_FOUR.test(normaliseIdNumber(typed)) ? undefined : signInTexts[language].lastFourWrong,
})
