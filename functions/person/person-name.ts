import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { LONGEST_TYPED_NAME } from './longest-name.ts'
import { hanRead, hasUnreadable } from './lookalikes.ts'
import { asciiFolded } from './typed-digits.ts'

/** 民委发〔2016〕33号: name fields hold at least 50 characters. Counted in code points: `.length` cuts 𠮷 in two. */
const MAX_CODE_POINTS = 50

/**
 * Every unified ideograph of every extension, and 〇; the usual range U+4E00 to U+9FA5 refuses real people, and the script Han
 * has radicals, numerals and repetition marks besides.
 */
const HAN = '\\p{Unified_Ideograph}〇'
const HAN_ANYWHERE = new RegExp(`[${HAN}]`, 'u')
const HAN_NAME = new RegExp(`^[${HAN}]+(?:·[${HAN}]+)*$`, 'u')
/** People from Hong Kong and Macao may have no Chinese name; their permit then carries the Latin one. */
const LATIN = '(?=\\p{sc=Latin})[\\p{Lu}\\p{Ll}]'
/** Pages judge names too, in browsers that know no sets of characters (the flag v). */
const LATIN_NAME = new RegExp(`^${LATIN}(?:${LATIN}|[ '.,-])*$`, 'u')

/**
 * Whatever is typed for the separator U+00B7 of 民委发〔2016〕33号: dots that look like it, and those that a keyboard has in its
 * place (。 is where a Chinese one has the dot); in a row they are one.
 */
const SEPARATORS =
  /[·.\u02d9\u2022\u2024\u2027\u2219\u22c5\u25cf\u26ab\u2981\u2b24\u2e30\u2e31\u2e33\u3002\u30fb\ufe52\uff61\uff65]+/gu
/** Zero-width and other shapeless characters, and variation selectors: invisible, so nobody can correct them. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu

const hanForm = (text: string): string => text.replace(/\s/g, '').replace(SEPARATORS, '·')

const latinForm = (text: string): string =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/**
 * A person's name as typed → the form that is compared, stored and sent; `invalid_name`, or `name_unreadable` where it holds a
 * character that only the typist's own system knows. NFC, separator U+00B7, no spaces between Han characters, no invisible
 * characters; 1 to 50 code points, all Han or all Latin. Applying it twice changes nothing.
 */
export const normaliseName = (typed: string): Outcome<string> => {
  if (typed.length > LONGEST_TYPED_NAME) return refused('invalid_name')
  const text = asciiFolded(hanRead(typed.replace(INVISIBLE, ''))).normalize('NFC')
  if (hasUnreadable(text)) return refused('name_unreadable')
  const name = HAN_ANYWHERE.test(text) ? hanForm(text) : latinForm(text)
  const allowed = HAN_NAME.test(name) || LATIN_NAME.test(name)
  return allowed && [...name].length <= MAX_CODE_POINTS ? ok(name) : refused('invalid_name')
}

/** True for a name without Han characters. A resident ID never carries one, a residence permit may. */
export const isLatinName = (name: string): boolean => LATIN_NAME.test(name)
