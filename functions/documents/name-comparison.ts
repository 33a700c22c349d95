/**
 * What a name that was read is, compared with one that was typed. `rare`: they are the same but for characters that readers do not know, at the
 * very places; that is no difference, and no proof either.
 */
export const nameComparisons = ['equal', 'equal_but_rare', 'different'] as const
export type NameComparison = (typeof nameComparisons)[number]

/** Dots that stand for the one between the parts of a name. */
const DOTS = /[\u00b7\u2022\u2027\u30fb\uff65\u2219\u22c5\uff0e.]/gu
const BLANKS = /\s/gu

const lettersOf = (name: string): string[] => [...name.normalize('NFC').replace(BLANKS, '').replace(DOTS, '·')]

/** Characters: no card holds a longer name, and no account is verified by one. */
const LONGEST = 50
/** As it is written, with blanks, and marks apart: what is longer is not even put in order, which alone costs the square of its length. */
const LONGEST_WRITTEN = 200

/**
 * Compares a typed name with a read one. `isKnown`: whether the reader has that character in its dictionary at all; one that it has not is read as
 * another or not at all, so it may be missing or replaced by a single other. Of a name at least one character must have been read. What is longer
 * than a card holds is different. Costs the product of both lengths, whatever stands there.
 */
export const compareName = (typed: string, read: string, isKnown: (character: string) => boolean): NameComparison => {
  if (Math.max(typed.length, read.length) > LONGEST_WRITTEN) return 'different'
  const [wanted, found] = [lettersOf(typed), lettersOf(read)]
  if (Math.max(wanted.length, found.length) > LONGEST) return 'different'
  if (wanted.join('') === found.join('')) return 'equal'
  if (!wanted.some((letter) => isKnown(letter) && found.includes(letter))) return 'different'
  /** Up to which places of what was read the typed letters so far can agree. */
  let places = new Set([0])
  for (const letter of wanted) {
    const isSure = isKnown(letter)
    const behind = [...places].filter((from) => from < found.length && (!isSure || letter === found[from]))
    places = new Set([...(isSure ? [] : places), ...behind.map((from) => from + 1)])
  }
  return places.has(found.length) ? 'equal_but_rare' : 'different'
}
