import * as z from 'zod/mini'
import { shaped } from '../../shared/http/shaped.ts'
import { kindsIn, type NumberKind, numberKinds } from './numbers-in-text.ts'

const refusedIn = {
  id_number: 'id_number_in_text',
  phone: 'phone_in_text',
  bank_card: 'bank_card_in_text',
  passport: 'passport_in_text',
} as const satisfies Record<NumberKind, string>

/** What a text of a deed may be refused with besides its length. */
export const deedTextProblems = Object.values(refusedIn)

/** A text is looked over once, whatever it must not hold; told is the first of these kinds. `codes`: for the API's description. */
const without = (...kinds: readonly NumberKind[]) =>
  z.check<string>(
    ({ value: input, issues }) => {
      const held = kindsIn(input)
      const first = kinds.find((kind) => held.has(kind))
      if (first !== undefined) issues.push({ code: 'custom', input, message: refusedIn[first] })
    },
    { params: { codes: kinds.map((kind) => refusedIn[kind]) } },
  )

/** What nobody types and no reader sees: it only changes how the words around it are shown. Line feeds and tabs stay. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

const seen = (text: string): string => text.replace(UNSEEN, (one) => (one === '\n' || one === '\t' ? one : ''))

/** Of at most so many code points, trimmed, and without halves of surrogate pairs, which cannot be stored. */
const ownWords = (longest: number) =>
  [
    z.trim(),
    shaped(
      (text) => {
        // A code point takes two units at most; what is far too long is not counted, nor looked into.
        const length = text.length > 2 * longest ? Number.POSITIVE_INFINITY : [...text].length
        return length >= 1 && length <= longest && text.isWellFormed()
      },
      { minLength: 1, maxLength: longest },
      true,
    ),
  ] as const

/** A text in somebody's own words, of at most so many code points, as a body has it: without ID numbers. */
export const freeText = (longest: number) =>
  z.string().check(z.overwrite(seen), ...ownWords(longest), without('id_number'))

/** What somebody calls something, which is shown as it is: whoever takes one says what of it cannot be shown. */
export const ownName = (longest: number) => z.string().check(...ownWords(longest), without('id_number'))

/**
 * What somebody writes about a deed of theirs, which is kept for good and read by many: without any number of a person. What was seen is
 * said by the problem. The route that takes one may refuse with all of `deedTextProblems`.
 */
export const deedText = (longest: number) =>
  z.string().check(z.overwrite(seen), ...ownWords(longest), without(...numberKinds))
