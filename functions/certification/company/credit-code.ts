import { ungrouped } from '../../person/typed-digits.ts'
import { type Registered, registered, registeredAs } from './registered.ts'

/** GB 32100-2015: digits and letters, but none that look like others. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** GB 11714, of the nine characters of the organisation within: letters go on where digits end. */
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Codes of the first weeks, given out in Fujian before the standard said how they are checked: valid, and the sum is wrong. */
const PILOT = /^.{2}35\d{4}M000/
const REGION = /^\d{6}$/

/** As it was on licences until 2015, with no code beside it; and the code of an organisation alone. */
const OLD_REGISTRATION_NUMBER = /^\d{15}$/
const ORGANISATION_CODE = /^[0-9A-Z]{8}[0-9X]$/

/** A typed code → ASCII capitals without spaces and hyphens. Not judged yet. Applying it twice changes nothing. */
export const normaliseCreditCode = (typed: string): string => ungrouped(typed).toUpperCase()

const weighed = (text: string, alphabet: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0)

/** ISO 7064 MOD 31-3: the character that belongs behind the first 17 (of the alphabet). */
export const checkCharacterOf = (first17: string): string =>
  ALPHABET.charAt((31 - (weighed(first17, ALPHABET, WEIGHTS) % 31)) % 31)

/** The character that belongs behind the first 8 of an organisation. */
export const organisationCheckOf = (first8: string): string => {
  const rest = (11 - (weighed(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}

/**
 * What is wrong with a code. `old_registration_number`, `organisation_code`: another number of the same company, on its old papers.
 * `characters`: one stands there that no code has (I, O, S, V and Z among them); `at` counts from 1. `check_character`: mistyped
 * somewhere.
 */
export type WrongCode =
  | { because: 'old_registration_number' | 'organisation_code' | 'length' | 'region' | 'check_character' }
  | { because: 'characters'; at: number }

/**
 * Why only people can judge a code that may well be right. `pilot_code`: one of the first weeks, whose sum does not fit. `organisation_check`:
 * of the two sums in it one fits and one does not. `unknown_kind`: of an authority or a kind that the standard did not have in 2016.
 */
export const peopleJudgeCodes = ['pilot_code', 'organisation_check', 'unknown_kind'] as const
export type PeopleJudgeCode = (typeof peopleJudgeCodes)[number]

/** What a code says by itself. `region`: the six digits of where it was registered. */
export type JudgedCode =
  | { verdict: 'right'; registered: Registered; region: string }
  | { verdict: 'people'; because: PeopleJudgeCode; registered?: Registered }
  | { verdict: 'wrong'; wrong: WrongCode }

const wrong = (because: Exclude<WrongCode['because'], 'characters'>): JudgedCode => ({
  verdict: 'wrong',
  wrong: { because },
})

const judgeSums = (code: string, as: Registered | undefined): JudgedCode => {
  const first17 = code.slice(0, 17)
  const organisation = code.slice(8, 17)
  if (checkCharacterOf(first17) !== code.charAt(17))
    return PILOT.test(code)
      ? { verdict: 'people', because: 'pilot_code', ...(as && { registered: as }) }
      : wrong('check_character')
  if (!as) return { verdict: 'people', because: 'unknown_kind' }
  const isWhole = organisationCheckOf(organisation.slice(0, 8)) === organisation.charAt(8)
  return isWhole
    ? { verdict: 'right', registered: as, region: code.slice(2, 8) }
    : { verdict: 'people', because: 'organisation_check', registered: as }
}

/**
 * What a normalised code says: whom it was given by and to, the first thing that is wrong with it, or why people have to look. Regions are not looked up:
 * they change yearly, and a code keeps the one it was given with.
 */
export const judgeCreditCode = (code: string): JudgedCode => {
  if (OLD_REGISTRATION_NUMBER.test(code)) return wrong('old_registration_number')
  if (ORGANISATION_CODE.test(code)) return wrong('organisation_code')
  const at = [...code].findIndex((character) => !ALPHABET.includes(character))
  if (at >= 0) return { verdict: 'wrong', wrong: { because: 'characters', at: at + 1 } }
  if (code.length !== LENGTH) return wrong('length')
  if (!REGION.test(code.slice(2, 8))) return wrong('region')
  return judgeSums(code, registeredAs(code.slice(0, 2)))
}

/** What a code that is right, or that people look at, is registered as; undefined where it does not say so. */
export const registeredIn = (judged: JudgedCode): (typeof registered)[Registered] | undefined =>
  judged.verdict === 'wrong' || judged.registered === undefined ? undefined : registered[judged.registered]
