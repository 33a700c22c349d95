import { numberedKinds } from '../../../../functions/person/document.ts'
import { classifyIdNumber, normaliseIdNumber } from '../../../../functions/person/id-number.ts'
import { normaliseName } from '../../../../functions/person/person-name.ts'
import { personProblems } from '../../../../functions/person/problems.ts'
import { readTyped } from '../../../../functions/verification/papers/typed-person.ts'
import { verificationProblems } from '../../../../functions/verification/problems.ts'
import type { Language } from '../../../../shared/kernel/language.ts'
import type { Checks } from '../../../shared/controls/form.ts'
import { papersTexts } from '../texts.ts'
import type { Draft } from './draft-form.ts'
import type { Judging } from './judging.ts'
import { isChild, saysBirth, typedOf } from './typed.ts'

/** Full years of whoever answers for a child. */
const GROWN_UP = 18

const problems = { ...personProblems, ...verificationProblems }

const textOf = (code: string, language: Language): string =>
  Object.hasOwn(problems, code) ? problems[code as keyof typeof problems][language] : code

/** What the service would say of a field; of a birth date that is in the number, it says it of the number. */
const codeOf = (pointer: string, values: Draft, { rules, now }: Judging): string | undefined => {
  const read = readTyped(typedOf(values, false), rules, now())
  const fields = read.ok ? [] : (read.refusal.fields ?? [])
  const pointers = pointer === '/number' && saysBirth(values.document) ? [pointer, '/birthDate'] : [pointer]
  return fields.find((one) => pointers.includes(one.pointer))?.code
}

const typed =
  (judging: Judging, pointer: string, missing: string, isThere: (values: Draft) => boolean = () => true) =>
  (text: string, values: Draft): string | undefined => {
    if (!isThere(values)) return undefined
    if (text.trim() === '') return missing
    const code = codeOf(pointer, values, judging)
    return code && textOf(code, judging.language)
  }

/** Of what the document says. */
export const dataChecks = (judging: Judging): Checks<Draft> => {
  const texts = papersTexts[judging.language]
  return {
    name: typed(judging, '/name', texts.nameMissing),
    number: typed(judging, '/number', texts.numberMissing),
    nationality: typed(judging, '/nationality', texts.nationalityMissing, ({ document }) => document === 'passport'),
    birthDate: typed(judging, '/birthDate', texts.birthDateMissing, ({ document }) => !saysBirth(document)),
    validUntil: typed(judging, '/validUntil', texts.validUntilMissing, ({ hasNoEnd }) => !hasNoEnd),
  }
}

const guardianNumberCode = (number: string, { rules, now }: Judging): string | undefined => {
  const grownUp = { ...rules, minimumAge: GROWN_UP, kinds: numberedKinds }
  const read = classifyIdNumber(normaliseIdNumber(number), grownUp, now())
  if (read.ok) return undefined
  const { code } = read.refusal
  return code === 'under_age' || code === 'id_kind_needs_review' ? 'invalid_guardian' : code
}

/** Of whoever answers for a child, where it is one. */
export const guardianChecks = (judging: Judging): Checks<Draft> => {
  const { language, rules, now } = judging
  const texts = papersTexts[language]
  const of = (missing: string, codeIn: (text: string) => string | undefined) => (text: string, values: Draft) => {
    if (!isChild(values, rules, now())) return undefined
    const code = text.trim() === '' ? undefined : codeIn(text)
    return text.trim() === '' ? missing : code && textOf(code, language)
  }
  return {
    guardianName: of(texts.guardianNameMissing, (text) => {
      const read = normaliseName(text)
      return read.ok ? undefined : read.refusal.code
    }),
    guardianNumber: of(texts.guardianNumberMissing, (text) => guardianNumberCode(text, judging)),
    guardianRelation: of(texts.relationMissing, () => undefined),
  }
}
