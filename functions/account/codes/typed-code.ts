import { ungrouped } from '../../person/typed-digits.ts'

/** What a code looks like, once it is read. */
export const SIX_DIGITS = /^\d{6}$/

/**
 * A code as typed, pasted or filled in by the phone → its digits: full-width and foreign ones, spaces and hyphens between them,
 * and the same code twice, because some keyboards fill it in again. Anything else stays as it is.
 */
export const readTypedCode = (typed: string): string => {
  const digits = ungrouped(typed)
  const half = digits.slice(0, digits.length / 2)
  return digits === half + half && SIX_DIGITS.test(half) ? half : digits
}
