/** Without what is read as something else: 0 and O, 1, I and L. Their number is a prime, so that the sum below finds every character that is another, and every two that changed places. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const RANDOM = 15
const GROUPS = /.{1,4}/g

/** Whoever types one groups it as they like, in either case, and by whichever keyboard. */
const BETWEEN = /[\s\-‐-―_.·]+/gu

const weighed = (text: string): number =>
  [...text].reduce((sum, character, at) => sum + (at + 1) * ALPHABET.indexOf(character), 0) % ALPHABET.length

/** W7 the character that belongs behind the first 15 of an id. */
const checkCharacterOf = (first15: string): string => ALPHABET.charAt(weighed(first15))

/** W7 an id that nobody can guess: 15 characters at random, some 74 bits, and one to check them. `below` as of `Ids`. */
export const newCertificateId = (below: (limit: number) => number): string => {
  const random = Array.from({ length: RANDOM }, () => ALPHABET.charAt(below(ALPHABET.length))).join('')
  return random + checkCharacterOf(random)
}

/**
 * The id in what somebody typed, scanned or followed: capitals, nothing between them. Undefined where it cannot be one: of another length, with a
 * character that none has, or mistyped. Applying it to an id changes nothing.
 */
export const certificateIdIn = (typed: string): string | undefined => {
  const id = typed.normalize('NFKC').replace(BETWEEN, '').toUpperCase()
  const [first, check] = [id.slice(0, RANDOM), id.slice(RANDOM)]
  const isOfAlphabet = [...first].every((character) => ALPHABET.includes(character))
  return first.length === RANDOM && isOfAlphabet && check === checkCharacterOf(first) ? id : undefined
}

/** As people read it, in groups of four: `ABCD-EFGH-JKMN-PQRS`. */
export const groupedId = (id: string): string => id.match(GROUPS)?.join('-') ?? id
