/** First digits of the decimal digit rows that input methods produce: full-width, Arabic-Indic, extended Arabic-Indic. */
const ZEROS = [0xff10, 0x0660, 0x06f0]
const FULL_WIDTH_FIRST = 0xff01
const FULL_WIDTH_LAST = 0xff5e
const FULL_WIDTH_OFFSET = 0xfee0

const folded = (character: string): string => {
  const point = Number(character.codePointAt(0))
  const zero = ZEROS.find((first) => point >= first && point <= first + 9)
  if (zero !== undefined) return String(point - zero)
  const fullWidth = point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST
  return fullWidth ? String.fromCodePoint(point - FULL_WIDTH_OFFSET) : character
}

/** Full-width ASCII and foreign digits as plain ASCII; everything else as it is. Not NFKC, which would change Han characters. */
export const asciiFolded = (text: string): string => Array.from(text, folded).join('')

/** What people and input methods put between digits: any space, any hyphen or dash, and characters without a shape. */
const BETWEEN_DIGITS = /[\s\p{Cf}\p{Pd}\u2212]/gu

/** A number as typed, without anything that only groups its digits. */
export const ungrouped = (typed: string): string => asciiFolded(typed).replace(BETWEEN_DIGITS, '')
