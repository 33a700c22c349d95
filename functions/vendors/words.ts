import type { Unavailable } from '../payment/paying/provider.ts'

const SAFE = /^[\w.-]{1,40}$/

/**
 * A channel said a word, signed, that no table here has, or (undefined, null, empty) none where one belongs. Nothing is known then:
 * whatever it means must not be guessed, and a person must add it to the table. `code` tells the word.
 */
export const unknownWord = (word: string | null | undefined): Unavailable => {
  const code = SAFE.test(word ?? '') ? `word_unknown:${word}` : word ? 'word_unknown' : 'word_missing'
  return { kind: 'unavailable', code, unknownWord: true }
}
