import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { asciiFolded } from './typed-digits.ts'

/** 民委发〔2016〕33号: name fields hold at least 50 characters. Counted in code points: `.length` cuts 𠮷 in two. */
const MAX_CODE_POINTS = 50

/** Han includes 〇 and every extension; the usual range U+4E00 to U+9FA5 refuses real people. */
const HAN_NAME = /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u
/** People from Hong Kong and Macao may have no Chinese name; their permit then carries the Latin one. */
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin} '.,-]*$/u

/** Characters that look like the separator U+00B7 of 民委发〔2016〕33号 and are typed instead of it. */
const SEPARATORS = /[\u2022\u2027\u30fb\uff65\u2219\u22c5]/gu
const DOT_BETWEEN_HAN = /(?<=\p{Script=Han}\s*)\.(?=\s*\p{Script=Han})/gu
const SPACE_WITHIN_HAN = /(?<=[\p{Script=Han}·])\s+(?=[\p{Script=Han}·])/gu
/** Zero-width and other shapeless characters, and variation selectors: invisible, so nobody can correct them. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu
/** Radicals look like the characters they stand for and come out of copied PDF text; no name has one. */
const RADICALS = /[\u2e9f\u2ef3\u2f00-\u2fd5]/gu

/**
 * A person's name as typed → the form that is compared, stored and sent, or `invalid_name`. NFC, separator U+00B7, no spaces
 * between Han characters, no invisible characters; 1 to 50 code points, all Han or all Latin. Applying it twice changes nothing.
 */
export const normaliseName = (typed: string): Outcome<string> => {
  const name = asciiFolded(typed.replace(INVISIBLE, ''))
    .normalize('NFC')
    .replace(RADICALS, (radical) => radical.normalize('NFKC'))
    .replace(SEPARATORS, '·')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(DOT_BETWEEN_HAN, '·')
    .replace(SPACE_WITHIN_HAN, '')
    .replace(/\s+/g, ' ')
    .trim()
  const allowed = HAN_NAME.test(name) || LATIN_NAME.test(name)
  return allowed && [...name].length <= MAX_CODE_POINTS ? ok(name) : refused('invalid_name')
}

/** True for a name without Han characters. A resident ID never carries one, a residence permit may. */
export const isLatinName = (name: string): boolean => LATIN_NAME.test(name)
