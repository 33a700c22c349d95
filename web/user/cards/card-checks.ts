import { normalisePhone } from '../../../functions/person/phone.ts'
import { personProblems } from '../../../functions/person/problems.ts'
import { readIdentity } from '../../../functions/verification/submission/identity.ts'
import { readCardNumber } from '../../../functions/wallet/cards/card-number.ts'
import { cardProblems } from '../../../functions/wallet/cards/problems.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Checks } from '../../shared/controls/form.ts'
import { codeProblem } from '../code/code-problem.ts'
import { consentTexts } from '../consent/texts.ts'
import type { Offers } from '../verify/checks.ts'
import { cardTexts } from './texts.ts'

/** What is typed; name and ID number only of who is not verified. */
export type Typed = {
  agreedTo: string
  name: string
  idNumber: string
  cardNumber: string
  phone: string
  smsCode: string
}

export const nothingTyped: Typed = { agreedTo: '', name: '', idNumber: '', cardNumber: '', phone: '', smsCode: '' }

/** `rules`: of ID numbers, where the holder is typed; left out where it is who the account is verified as. */
type Judging = {
  rules: Offers['verification']['idNumberRules'] | undefined
  agreedTo: string
  language: Language
  now: () => Millis
}

const isPersonProblem = (code: string): code is keyof typeof personProblems => Object.hasOwn(personProblems, code)

const wordsOf = (code: string | undefined, language: Language): string | undefined =>
  code !== undefined && isPersonProblem(code) ? personProblems[code][language] : undefined

/** Who is typed, as banks compare them: by resident ID cards alone. */
const holderChecks = (rules: NonNullable<Judging['rules']>, { language, now }: Judging): Checks<Typed> => {
  const texts = cardTexts[language]
  const of = (field: 'name' | 'idNumber', missing: string) => (typed: string, all: Typed) => {
    if (typed.trim() === '') return missing
    const read = readIdentity(all, { ...rules, kinds: ['resident_id'] }, now())
    return wordsOf(
      read.ok ? undefined : read.refusal.fields?.find(({ pointer }) => pointer === `/${field}`)?.code,
      language,
    )
  }
  return { name: of('name', texts.nameMissing), idNumber: of('idNumber', texts.idNumberMissing) }
}

/** Everything that can be told of the form without the service. Nobody is refused for a check digit. */
export const cardChecks = (judging: Judging): Checks<Typed> => {
  const { rules, agreedTo, language } = judging
  const texts = cardTexts[language]
  return {
    agreedTo: (agreed) => (agreed === agreedTo ? undefined : consentTexts[language].missing),
    ...(rules && holderChecks(rules, judging)),
    cardNumber: (typed) => (readCardNumber(typed).ok ? undefined : cardProblems.invalid_card_number[language]),
    phone: (typed) => {
      const phone = normalisePhone(typed)
      if (typed.trim() === '') return texts.phoneMissing
      return phone.ok ? undefined : wordsOf(phone.refusal.code, language)
    },
    smsCode: (typed) => codeProblem(typed, language),
  }
}
