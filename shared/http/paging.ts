import * as z from 'zod/mini'
import { shaped } from './shaped.ts'

/** Of items on a page. */
const MOST = 100

const LIMIT = /^(?:[1-9]\d?|100)$/

/**
 * What every list takes: `limit`, how many at most are on its page (1 to 100), and `cursor`, the `nextCursor` of the page before. Any
 * text passes for a cursor here: each list knows its own, so that there is one refusal for those that are none.
 */
export const pageQuery = (limit: number) => ({
  limit: z._default(
    z.pipe(
      z.string().check(shaped((text) => LIMIT.test(text), { type: 'integer', minimum: 1, maximum: MOST })),
      z.transform(Number),
    ),
    limit,
  ),
  cursor: z.optional(z.string('invalid_cursor')),
})

/** What was asked of a list. */
export type PageAsked = { limit: number; cursor?: string }

/** A page as every list answers it: `nextCursor` asks for the next one, and is null at the end. */
export const pageShown = <const S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject({ ...shape, nextCursor: z.nullable(z.string()) })
