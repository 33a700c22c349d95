import { isId } from '../kernel/ids.ts'
import { type Outcome, ok, refusedField } from '../kernel/outcome.ts'
import { isKey } from './keys.ts'
import { type ListPlace, placeOf } from './list-place.ts'

/** The `next` of a page, as a client carries it. */
export const cursorOf = (next: string): string => Buffer.from(next, 'utf8').toString('base64url')

/** The same as every list answers it: null at its end. */
export const nextCursor = (next: string | undefined): string | null => (next === undefined ? null : cursorOf(next))

/** The text a cursor was made from; undefined where none was. */
export const nextIn = (cursor: string): string | undefined => {
  const next = Buffer.from(cursor, 'base64url').toString('utf8')
  return cursorOf(next) === cursor ? next : undefined
}

/** What a list can hold: how its keys begin, and from when until when (epoch ms, `until` not included). */
export type ListBounds = { pk: string; sk?: string; from?: number; until?: number }

const isWithin = ([at, pk, sk]: ListPlace, bounds: ListBounds): boolean => {
  const { from = 0, until = Number.MAX_SAFE_INTEGER } = bounds
  const isThen = Number.isSafeInteger(at) && at >= from && at < until
  return isThen && isKey({ pk, sk }) && pk.startsWith(bounds.pk) && sk.startsWith(bounds.sk ?? '')
}

/** The place a client's cursor names; undefined when it is none of this list: the database would refuse it as a fault. */
export const afterCursor = (cursor: string, bounds: ListBounds): string | undefined => {
  const next = nextIn(cursor)
  if (next === undefined) return undefined
  try {
    return isWithin(placeOf(next), bounds) ? next : undefined
  } catch {
    return undefined
  }
}

/** The same in a partition whose items are named behind a prefix, by ids or by what else `isName` knows. */
export const afterName = (
  cursor: string,
  prefix: string,
  isName: (text: string) => boolean = isId,
): string | undefined => {
  const next = nextIn(cursor)
  return next?.startsWith(prefix) && isName(next.slice(prefix.length)) ? next : undefined
}

/**
 * Where a page begins that a client asks for, as its list reads cursors: nowhere in particular without one. Refuses with
 * `invalid_cursor` one that the list does not know.
 */
export const startOf = <Place>(
  cursor: string | undefined,
  placeIn: (cursor: string) => Place | undefined,
): Outcome<Place | undefined> => {
  const place = cursor === undefined ? undefined : placeIn(cursor)
  return cursor !== undefined && place === undefined ? refusedField('/cursor', 'invalid_cursor') : ok(place)
}
