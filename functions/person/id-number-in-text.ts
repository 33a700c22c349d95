import { looksLikeIdNumber } from './id-number.ts'

const CHINESE = ['〇零', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']
const chineseDigits = new Map(CHINESE.flatMap((ways, digit) => [...ways].map((way) => [way, String(digit)] as const)))

const NUMERAL = /\p{Nd}/u

/** The value of a decimal digit of any script: those of a script stand in a row that begins with its zero. */
const decimalOf = (digit: string): string => {
  const point = Number(digit.codePointAt(0))
  let first = point
  while (NUMERAL.test(String.fromCodePoint(first - 1))) first -= 1
  return String((point - first) % 10)
}

/** What people write for the check digit X. */
const CROSSES = 'xX×хХχΧ✕✖'

const signOf = (character: string): string | undefined => {
  if (CROSSES.includes(character)) return 'X'
  return NUMERAL.test(character) ? decimalOf(character) : chineseDigits.get(character)
}

/** Not seen, so that it neither joins nor parts. */
const SHAPELESS = /[\p{Cf}\p{M}]/u
const LETTER = /[\p{L}\p{N}]/u

/** How many signs people put between two groups of one number, as in ` - `. */
const MOST_BETWEEN = 3

/** A digit or X of a text, and how many other signs stand before it since the last; infinite after a letter. */
type Sign = { sign: string; gap: number }

/** Each character by itself: marks in a row are sorted when a whole text is normalised, which costs the square of their number. */
const plainly = (text: string): string[] => Array.from(text).flatMap((character) => [...character.normalize('NFKC')])

const signsIn = (text: string): Sign[] => {
  const signs: Sign[] = []
  let gap = Number.POSITIVE_INFINITY
  for (const character of plainly(text)) {
    const sign = signOf(character)
    if (sign !== undefined) signs.push({ sign, gap })
    if (sign !== undefined) gap = 0
    else if (LETTER.test(character)) gap = Number.POSITIVE_INFINITY
    else if (!SHAPELESS.test(character)) gap += 1
  }
  return signs
}

/** Whether nothing is between a sign and the one before it. */
const touches = (sign: Sign | undefined): boolean => sign !== undefined && sign.gap < 1

/** At most so many signs that begin at `at`, joined and not part of a longer number; undefined when they are not. */
const numberAt = (signs: readonly Sign[], at: number, length: number): string | undefined => {
  const own = signs.slice(at, at + length)
  const isPart = touches(signs[at]) || touches(signs[at + length])
  const isJoined = own.slice(1).every(({ gap }) => gap <= MOST_BETWEEN)
  return !isPart && isJoined ? own.map(({ sign }) => sign).join('') : undefined
}

const EIGHTEEN = 18

/**
 * Whether a text holds what looks like an ID number of 18 characters, in digits of any script or Chinese, with anything but
 * letters between them. Nobody needs one in a text that is stored readable. Linear in the length of the text.
 */
export const holdsIdNumber = (text: string): boolean => {
  const signs = signsIn(text)
  return signs.some((_sign, at) => {
    const number = numberAt(signs, at, EIGHTEEN)
    return number !== undefined && looksLikeIdNumber(number)
  })
}
