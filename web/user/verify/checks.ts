import type { Answer } from 'shiming-client'
import { personProblems } from '../../../functions/person/problems.ts'
import { readIdentity } from '../../../functions/verification/submission/identity.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Checks } from '../../shared/controls/form.ts'
import { codeProblem } from '../code/code-problem.ts'
import { consentTexts } from '../consent/texts.ts'
import type { Draft } from './draft.ts'
import { verifyTexts } from './texts.ts'

/** What the service tells before anything is typed. */
export type Offers = Answer<'GET /v1/offers'>

/** By what a form is judged: what the service accepts, the notice as it is shown, and its time now. */
export type Judging = {
  rules: Offers['verification']['idNumberRules']
  agreedTo: string
  language: Language
  now: () => Millis
}

const isPersonProblem = (code: string): code is keyof typeof personProblems => Object.hasOwn(personProblems, code)

const FIELDS = { name: '/name', idNumber: '/idNumber', phone: '/phone' } as const

const LOOKS_LIKE = 'looks_like_'

const codeOf = (field: keyof typeof FIELDS, values: Draft, { rules, now }: Judging): string | undefined => {
  const read = readIdentity(values, rules, now())
  return read.ok ? undefined : read.refusal.fields?.find(({ pointer }) => pointer === FIELDS[field])?.code
}

/**
 * Why nobody with this number can be checked here, however it is typed; the number itself has no fault. `more`: which document it looks
 * like, and what its holder can do.
 */
export const barOf = (
  values: Draft,
  judging: Judging,
): { code: 'under_age' } | { code: 'id_kind_needs_review'; more: string; document: string } | undefined => {
  const code = codeOf('idNumber', values, judging)
  if (code === 'under_age') return { code }
  if (!code?.startsWith(LOOKS_LIKE) || !isPersonProblem(code)) return undefined
  const document = code.slice(LOOKS_LIKE.length)
  return { code: 'id_kind_needs_review', more: personProblems[code][judging.language], document }
}

/** Everything that can be told of the form without the service, by its own rules. */
export const verifyChecks = (judging: Judging): Checks<Draft> => {
  const texts = verifyTexts[judging.language]
  const identity = (field: keyof typeof FIELDS, missing: string) => (typed: string, all: Draft) => {
    if (typed.trim() === '') return missing
    const code = codeOf(field, all, judging)
    return code !== undefined && isPersonProblem(code) ? personProblems[code][judging.language] : undefined
  }
  return {
    agreedTo: (agreedTo) => (agreedTo === judging.agreedTo ? undefined : consentTexts[judging.language].missing),
    name: identity('name', texts.nameMissing),
    idNumber: identity('idNumber', texts.idNumberMissing),
    phone: identity('phone', texts.phoneMissing),
    smsCode: (typed) => codeProblem(typed, judging.language),
  }
}
