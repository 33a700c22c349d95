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

/** What stands between the parts of times, dates and amounts, and not between those of a phone number. */
const APART = /[:/,;，：；、]/

/**
 * A digit or X of a text, and how many other signs stand before it since the last; infinite after a letter. `isApart`: one of them is
 * as between parts of a time. `from`, `to`: where it stands, in code units.
 */
export type Sign = { sign: string; gap: number; isApart: boolean; from: number; to: number }

/** Each digit and X of a text, in digits of any script or Chinese. Linear in its length. */
export const signsIn = (text: string): Sign[] => {
  const signs: Sign[] = []
  let gap = Number.POSITIVE_INFINITY
  let isApart = false
  let from = 0
  for (const written of text) {
    const to = from + written.length
    // Each character by itself: marks in a row are sorted when a whole text is normalised, which costs the square of their number.
    for (const character of written.normalize('NFKC')) {
      const sign = signOf(character)
      if (sign !== undefined) {
        signs.push({ sign, gap, isApart, from, to })
        gap = 0
        isApart = false
      } else if (LETTER.test(character)) gap = Number.POSITIVE_INFINITY
      else if (!SHAPELESS.test(character)) {
        gap += 1
        isApart ||= APART.test(character)
      }
    }
    from = to
  }
  return signs
}
