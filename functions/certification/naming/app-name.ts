import { hanRead } from '../../person/lookalikes.ts'
import { asciiFolded } from '../../person/typed-digits.ts'

/** Code points, as typed: longer than any name, with room for spaces that are not counted. */
export const LONGEST_TYPED_APP_NAME = 100

const HAN = '\\p{Unified_Ideograph}〇'
/** Shown two columns wide, as far as anybody types it. */
const WIDE = /[\p{Unified_Ideograph}〇\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303f]/u
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu
/** What looks like the middle dot, or is where a keyboard should have it. */
const DOTS = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65]/gu
/** Without looking behind, which older browsers cannot. */
const SPACE_AFTER_HAN = new RegExp(`([${HAN}]) `, 'gu')
const SPACE_BEFORE_HAN = new RegExp(` ([${HAN}])`, 'gu')

/** What may stand in the name of an app. Letters of other alphabets look like Latin ones. */
const ALLOWED = new RegExp(`^[${HAN}A-Za-z0-9 ·+&-]$`, 'u')
const LETTER = new RegExp(`^[${HAN}A-Za-z]$`, 'u')
const SIGN = /^[ ·+&-]$/
/**
 * Strokes, and parts of characters that are none alone: side by side they pass for the whole, as 亻言 does for 信, and single strokes for the dot, or for nothing.
 */
const PART =
  /^[丨丶丿亅乚乛亻彳氵冫扌讠饣纟钅釒糹飠忄犭礻衤艹宀冖辶廴阝刂灬疒攵丬罒癶虍冂凵匚勹匸卩巛彐彑彡覀訁牜爫⺮耂]$/u

export const isAllowedInName = (character: string): boolean => ALLOWED.test(character) && !PART.test(character)
export const isLetterInName = (character: string): boolean => LETTER.test(character) && !PART.test(character)
export const isSignInName = (character: string): boolean => SIGN.test(character)

/**
 * The name of an app as typed → the form in which it is judged, kept and shown: full-width letters and signs as ASCII, nothing invisible, one
 * space between words and none beside Chinese characters. Applying it twice changes nothing.
 */
export const readAppName = (typed: string): string =>
  asciiFolded(hanRead(typed.replace(INVISIBLE, '')))
    .normalize('NFC')
    .replace(DOTS, '·')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(SPACE_AFTER_HAN, '$1')
    .replace(SPACE_BEFORE_HAN, '$1')

/** How long a name is where it is shown: a Chinese character or another wide one is two. */
export const displayUnits = (name: string): number => {
  let units = 0
  for (const character of name) units += WIDE.test(character) ? 2 : 1
  return units
}
