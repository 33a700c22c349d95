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

/**
 * Compares a typed name with a read one. `isKnown`: whether the reader has that character in its dictionary at all; one that it has not is read as
 * another or not at all, so it may be missing or replaced by a single other. Of a name at least one character must have been read.
 */
export const compareName = (typed: string, read: string, isKnown: (character: string) => boolean): NameComparison => {
  const [wanted, found] = [lettersOf(typed), lettersOf(read)]
  if (wanted.join('') === found.join('')) return 'equal'
  if (!wanted.some((letter) => isKnown(letter) && found.includes(letter))) return 'different'
  /** Whether the rest of both agree, from these places on. */
  const agrees = (at: number, from: number): boolean => {
    const letter = wanted[at]
    if (letter === undefined) return from === found.length
    if (letter === found[from] && agrees(at + 1, from + 1)) return true
    if (isKnown(letter)) return false
    return agrees(at + 1, from) || (from < found.length && agrees(at + 1, from + 1))
  }
  return agrees(0, 0) ? 'equal_but_rare' : 'different'
}
