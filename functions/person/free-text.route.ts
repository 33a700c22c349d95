import * as z from 'zod/mini'
import { holdsIdNumber } from './id-number-in-text.ts'

/**
 * A text in somebody's own words, of at most so many code points, as a body has it: trimmed, without ID numbers, and without halves of
 * surrogate pairs, which cannot be stored.
 */
export const freeText = (longest: number, shortest = 1) =>
  z.string().check(
    z.trim(),
    z.refine((text) => {
      const { length } = [...text]
      return length >= shortest && length <= longest && text.isWellFormed()
    }),
    z.refine((text) => !holdsIdNumber(text), 'id_number_in_text'),
  )
