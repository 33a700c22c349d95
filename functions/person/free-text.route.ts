import * as z from 'zod/mini'
import { shaped } from '../../shared/http/shaped.ts'
import { holdsIdNumber } from './id-number-in-text.ts'

/**
 * A text in somebody's own words, of at most so many code points, as a body has it: trimmed, without ID numbers, and without halves of
 * surrogate pairs, which cannot be stored.
 */
export const freeText = (longest: number) =>
  z.string().check(
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
    z.refine((text) => !holdsIdNumber(text), 'id_number_in_text'),
  )
