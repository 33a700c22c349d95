import * as z from 'zod/mini'
import { placeOf } from '../../../shared/table/list-place.ts'

/** Where a list is to be read on: in which of its parts, and after which `next` of a page there. */
export type Cursor = { part: number; after?: string }

const written = z.strictObject({ part: z.int().check(z.nonnegative()), after: z.optional(z.string()) })

/** A cursor as it is given out: opaque, and safe in a query. */
export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Which items a list can hold: what a cursor may point at. `at` in epoch ms, `until` not included. */
export type ListBounds = { from: number; until: number; parts: number; sk: string; partOf?: (pk: string) => number }

/** The table refuses a place that is none of its keys, so what somebody made up must not reach it. */
const isWithin = ({ part, after }: Cursor, bounds: ListBounds): boolean => {
  if (part >= bounds.parts) return false
  if (after === undefined) return true
  const [at, pk, sk] = placeOf(after)
  const isThere = Number.isSafeInteger(at) && at >= bounds.from && at < bounds.until
  return isThere && pk !== '' && sk.startsWith(bounds.sk) && (bounds.partOf?.(pk) ?? part) === part
}

/** Reads a cursor back; undefined for any text that was not given out for this list. */
export const cursorIn = (text: string, bounds: ListBounds): Cursor | undefined => {
  try {
    const cursor = z.parse(written, JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return isWithin(cursor, bounds) ? cursor : undefined
  } catch {
    return undefined
  }
}
