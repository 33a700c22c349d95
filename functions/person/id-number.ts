import { type Outcome, ok, refused, refusedField } from '../../shared/kernel/outcome.ts'
import { beijingDay, type Millis } from '../../shared/kernel/time.ts'
import { type NumberedKind, numberedKind, type ReviewKind, unnumberedKind } from './document.ts'
import { ungrouped } from './typed-digits.ts'

export type BirthDate = { year: number; month: number; day: number }

/** What a number says of its document and of whoever it belongs to. */
export type IdDocument = { kind: NumberedKind; birthDate: BirthDate; sex: 'female' | 'male' }

/**
 * Birth years: inclusive; what this stage accepts. `minimumAge`: full years on the day of the check. `kinds`: the documents that at
 * least one identity vendor of this deployment takes.
 */
export type IdNumberRules = {
  birthYearFrom: number
  birthYearTo: number
  minimumAge: number
  kinds: readonly NumberedKind[]
}

/** GB 11643: every province that ever issued numbers. Counties are not judged: codes change yearly and holders keep the old. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
)
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

const EIGHTEEN = /^\d{17}[\dX]$/

/**
 * An ID number as typed → upper case, ASCII, without spaces, hyphens and invisible characters. Also takes the Roman numeral Ⅹ,
 * which is what the standard calls the check digit. Not judged yet. Applying it twice changes nothing.
 */
export const normaliseIdNumber = (typed: string): string =>
  ungrouped(typed.replace(/[\u2169\u2179]/g, 'X')).toUpperCase()

/** ISO 7064 MOD 11-2 over the first 17 digits of 18. */
const hasRightCheckDigit = (number: string): boolean => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECK_DIGITS[sum % 11] === number[17]
}

/**
 * Whole-number arithmetic: midnights that Shanghai's clocks skipped make dates of the runtime unreliable. NaN for no such month,
 * which no day is in.
 */
const daysInMonth = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return Number([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1])
}

const birthDateOf = (number: string): BirthDate => ({
  year: Number(number.slice(6, 10)),
  month: Number(number.slice(10, 12)),
  day: Number(number.slice(12, 14)),
})

const exists = ({ year, month, day }: BirthDate): boolean => day >= 1 && day <= daysInMonth(year, month)

/** YYYYMMDD as a number, so that the difference of two, divided by 10,000, is whole years. */
const ordinal = ({ year, month, day }: BirthDate): number => year * 10_000 + month * 100 + day

/** A permanent resident card names the province it was applied for in behind the 9, then a country, then as every other number. */
const hasRightRegion: Record<NumberedKind, (number: string) => boolean> = {
  resident_id: (number) => PROVINCES.has(number.slice(0, 2)),
  residence_permit: () => true,
  permanent_resident_card: (number) => PROVINCES.has(number.slice(1, 3)),
}

/** The 17th digit of every kind: odd for men. */
const sexOf = (number: string): IdDocument['sex'] => (Number(number[16]) % 2 === 1 ? 'male' : 'female')

const FIRST_YEAR = 1800
const LAST_YEAR = 2200

/** Whether a normalised text has the form, region and date of an ID number; a typing error leaves it one. */
export const looksLikeIdNumber = (text: string): boolean => {
  const birthDate = birthDateOf(text)
  const isOfOurTime = birthDate.year >= FIRST_YEAR && birthDate.year < LAST_YEAR
  return EIGHTEEN.test(text) && hasRightRegion[numberedKind(text)](text) && isOfOurTime && exists(birthDate)
}

/** A real document that nobody here can check: which it looks like is said at the field and beside it. */
const forReview = (document: ReviewKind) =>
  refused('id_kind_needs_review', {
    fields: [{ pointer: '/idNumber', code: `looks_like_${document}` }],
    extra: { document },
  })

/**
 * What a normalised number is, or the first thing wrong with it, in the order a person would look: `invalid_id_number` (not 18
 * characters; the 15-digit form too, whose cards ended in 2013), `id_number_region`, `id_number_date` (no such day, or not yet),
 * `id_number_check_digit`, `id_kind_needs_review` (a real document that no vendor takes), `id_number_birth_year`, `under_age`.
 * Days are those of Beijing at `now`; a person is a year older on the birthday itself, one born on 29 February on 1 March.
 */
export const classifyIdNumber = (number: string, rules: IdNumberRules, now: Millis): Outcome<IdDocument> => {
  const unnumbered = unnumberedKind(number)
  if (unnumbered) return forReview(unnumbered)
  if (!EIGHTEEN.test(number)) return refused('invalid_id_number')
  const kind = numberedKind(number)
  if (!hasRightRegion[kind](number)) return refused('id_number_region')
  const birthDate = birthDateOf(number)
  const lived = Number(beijingDay(now)) - ordinal(birthDate)
  if (!exists(birthDate) || lived < 0) return refused('id_number_date')
  if (!hasRightCheckDigit(number)) return refused('id_number_check_digit')
  if (kind !== 'resident_id' && !rules.kinds.includes(kind)) return forReview(kind)
  const { birthYearFrom: from, birthYearTo: to } = rules
  if (birthDate.year < from || birthDate.year > to)
    return refusedField('/idNumber', 'id_number_birth_year', { minimum: from, maximum: to, unit: 'year' })
  if (Math.floor(lived / 10_000) < rules.minimumAge) return refused('under_age')
  return ok({ kind, birthDate, sex: sexOf(number) })
}
