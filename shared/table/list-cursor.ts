import { placeOf } from './list-place.ts'

/** The `next` of a page of a list, as a client carries it. */
export const cursorOf = (next: string): string => Buffer.from(next, 'utf8').toString('base64url')

/**
 * The place a client's cursor names; undefined when it is none of ours: the database would refuse it as a fault. `prefix` is
 * how partitions of that list begin.
 */
export const afterCursor = (cursor: string, prefix: string): string | undefined => {
  const next = Buffer.from(cursor, 'base64url').toString('utf8')
  if (cursorOf(next) !== cursor) return undefined
  try {
    const [at, pk] = placeOf(next)
    return Number.isSafeInteger(at) && at >= 0 && pk.startsWith(prefix) ? next : undefined
  } catch {
    return undefined
  }
}
