import { isDay } from '../../../shared/kernel/days.ts'
import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import { isNumbered, numberedKinds, unnumberedKind } from '../../person/document.ts'
import { classifyIdNumber, type IdNumberRules, normaliseIdNumber } from '../../person/id-number.ts'
import { isLatinName, normaliseName } from '../../person/person-name.ts'
import type { PapersDocument } from './papers-kinds.ts'

/** Whoever answers for a child. */
export const relations = ['parent', 'guardian'] as const
export type Relation = (typeof relations)[number]

/** What somebody types who wants a person to look at their papers. Days are `YYYY-MM-DD`; null for a document without an end. */
export type Typed = {
  document: PapersDocument
  name: string
  number: string
  nationality?: string | undefined
  birthDate?: string | undefined
  validUntil?: string | null | undefined
  guardian?: { name: string; idNumber: string; relation: Relation } | undefined
}

/** The same in the form that is compared, indexed and sealed. `birthDate`, `validUntil`: `YYYY-MM-DD`; `age`: full years. */
export type TypedPerson = {
  document: PapersDocument
  name: string
  number: string
  nationality: string
  birthDate: string
  validUntil: string | null
  age: number
  guardian?: { name: string; idNumber: string; relation: Relation }
}

/** Birth years are those that this stage accepts, inclusive; under `minimumAge` (full years) somebody answers for a child. */
export type TypedRules = Pick<IdNumberRules, 'birthYearFrom' | 'birthYearTo' | 'minimumAge'>

const DAY = /^\d{4}-\d{2}-\d{2}$/
const NATIONALITY = /^[A-Z]{3}$/
/** ICAO 9303 has nine characters; some countries print more. */
const PASSPORT = /^(?=.*\d)[A-Z0-9]{5,12}$/

/** `YYYYMMDD` of a day that there is; undefined for any other text. */
const dayIn = (text: string | null | undefined): string | undefined => {
  const day = DAY.test(text ?? '') ? (text ?? '').replaceAll('-', '') : ''
  return isDay(day) ? day : undefined
}

const dashed = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`

type Born = { number: string; born: string }

/** The number, and the day of birth that it says, or that is typed beside it. */
const readNumber = (typed: Typed, rules: TypedRules, now: Millis): Outcome<Born> => {
  const number = normaliseIdNumber(typed.number)
  if (isNumbered(typed.document)) {
    const read = classifyIdNumber(number, { ...rules, minimumAge: 0, kinds: numberedKinds }, now)
    if (!read.ok) return read.refusal.code === 'id_kind_needs_review' ? refused('document_number_differs') : read
    if (read.value.kind !== typed.document) return refused('document_number_differs')
    const { year, month, day } = read.value.birthDate
    return ok({ number, born: `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}` })
  }
  const isForm = typed.document === 'passport' ? PASSPORT.test(number) : unnumberedKind(number) === typed.document
  return isForm ? ok({ number, born: '' }) : refused('invalid_document_number')
}

const readBirth = ({ birthDate }: Typed, born: string, rules: TypedRules, today: string): Outcome<string> => {
  const day = born === '' ? dayIn(birthDate) : born
  if (day === undefined || day > today) return refused('invalid_birth_date')
  const year = Number(day.slice(0, 4))
  return year < rules.birthYearFrom || year > rules.birthYearTo ? refused('id_number_birth_year') : ok(day)
}

const readValidity = ({ validUntil }: Typed, today: string): Outcome<string | null> => {
  if (validUntil === null) return ok(null)
  const day = dayIn(validUntil)
  if (day === undefined) return refused('invalid_document_end')
  return day < today ? refused('document_expired') : ok(day)
}

const readGuardian = (typed: Typed, rules: TypedRules, now: Millis): Outcome<TypedPerson['guardian']> => {
  if (!typed.guardian) return refused('guardian_needed')
  const name = normaliseName(typed.guardian.name)
  const idNumber = normaliseIdNumber(typed.guardian.idNumber)
  const read = classifyIdNumber(idNumber, { ...rules, minimumAge: 18, kinds: numberedKinds }, now)
  return name.ok && read.ok
    ? ok({ name: name.value, idNumber, relation: typed.guardian.relation })
    : refused('invalid_guardian')
}

const ageAt = (born: string, today: string): number => Math.floor((Number(today) - Number(born)) / 10_000)

const errorOf = (pointer: string, read: Outcome<unknown>): FieldError[] =>
  read.ok ? [] : [{ pointer, code: read.refusal.code }]

const readNationality = ({ document, nationality = '' }: Typed): Outcome<string> => {
  if (document !== 'passport') return ok('')
  const read = nationality.trim().toUpperCase()
  return NATIONALITY.test(read) ? ok(read) : refused('invalid_nationality')
}

const readName = ({ name, document }: Typed): Outcome<string> => {
  const read = normaliseName(name)
  return read.ok && document === 'resident_id' && isLatinName(read.value) ? refused('invalid_name') : read
}

/**
 * P10 everything about typed papers that can be known to be wrong for free. A refusal names every wrong field (pointers `/name`, `/number`,
 * `/nationality`, `/birthDate`, `/validUntil`, `/guardian`); its own code is that of the first. Days are those of Beijing at `now`.
 */
export const readTyped = (typed: Typed, rules: TypedRules, now: Millis): Outcome<TypedPerson> => {
  const today = beijingDay(now)
  const name = readName(typed)
  const number = readNumber(typed, rules, now)
  const nationality = readNationality(typed)
  const birth = number.ok ? readBirth(typed, number.value.born, rules, today) : ok('')
  const validity = readValidity(typed, today)
  const age = birth.ok && birth.value !== '' ? ageAt(birth.value, today) : Number.POSITIVE_INFINITY
  const guardian = age < rules.minimumAge ? readGuardian(typed, rules, now) : ok(undefined)
  const fields = [
    ...errorOf('/name', name),
    ...errorOf('/number', number),
    ...errorOf('/nationality', nationality),
    ...errorOf('/birthDate', birth),
    ...errorOf('/validUntil', validity),
    ...errorOf('/guardian', guardian),
  ]
  const [first] = fields
  if (!name.ok || !number.ok || !nationality.ok || !birth.ok || !validity.ok || !guardian.ok)
    return refused((first?.code ?? 'invalid_name') as 'invalid_name', { fields })
  return ok({
    document: typed.document,
    name: name.value,
    number: number.value.number,
    nationality: nationality.value,
    birthDate: dashed(birth.value),
    validUntil: validity.value === null ? null : dashed(validity.value),
    age,
    ...(guardian.value && { guardian: guardian.value }),
  })
}
