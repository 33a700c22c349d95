import { isKey } from './keys.ts'
import { type ListPlace, placeOf } from './list-place.ts'

/** The `next` of a page of a list, as a client carries it. */
export const cursorOf = (next: string): string => Buffer.from(next, 'utf8').toString('base64url')

/** What a list can hold: how its keys begin, and from when until when (epoch ms, `until` not included). */
export type ListBounds = { pk: string; sk?: string; from?: number; until?: number }

const isWithin = ([at, pk, sk]: ListPlace, bounds: ListBounds): boolean => {
  const { from = 0, until = Number.MAX_SAFE_INTEGER } = bounds
  const isThen = Number.isSafeInteger(at) && at >= from && at < until
  return isThen && isKey({ pk, sk }) && pk.startsWith(bounds.pk) && sk.startsWith(bounds.sk ?? '')
}

/** The place a client's cursor names; undefined when it is none of this list: the database would refuse it as a fault. */
export const afterCursor = (cursor: string, bounds: ListBounds): string | undefined => {
  const next = Buffer.from(cursor, 'base64url').toString('utf8')
  if (cursorOf(next) !== cursor) return undefined
  try {
    return isWithin(placeOf(next), bounds) ? next : undefined
  } catch {
    return undefined
  }
}
