import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { nextCursor, nextIn, startOf } from '../../../shared/table/list-cursor.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountKeys } from '../../account/keys.ts'
import type { Line } from './line.ts'
import { type LineKind, lineKinds } from './line-kinds.ts'
import { merge, type Places } from './merge.ts'
import { kindRows, shelfOf } from './read-kinds.ts'

export type TimelineAsked = { accountId: string; kinds?: readonly LineKind[]; limit: number; cursor?: string }

export type Timeline = { lines: Line[]; unreadable: string[]; nextCursor: string | null }

const isKind = (text: string): text is LineKind => lineKinds.some((kind) => kind === text)

/** The places in a cursor; undefined in one that is none of a time line. */
const placesIn = (cursor: string): Places | undefined => {
  try {
    const places = Object.entries(Object(JSON.parse(nextIn(cursor) ?? 'null')))
    const isOurs = ([kind, place]: [string, unknown]): boolean =>
      isKind(kind) && typeof place === 'string' && kindRows[kind].isPlace(place)
    return places.length > 0 && places.every(isOurs) ? Object.fromEntries(places) : undefined
  } catch {
    return undefined
  }
}

/**
 * What happened to an account, newest first, a page at a time: the kinds asked for, or all. Each line comes once over the pages that follow
 * one another. One call or a few for each kind, and one for each order of which money went back. Refuses with `not_found`, `invalid_cursor`.
 */
export const readTimeline = async (
  { table, clock }: { table: Table; clock: Clock },
  { accountId, kinds = lineKinds, limit, cursor }: TimelineAsked,
): Promise<Outcome<Timeline>> => {
  const start = startOf(cursor, placesIn)
  if (!start.ok) return start
  if (!isId(accountId) || !(await table.get(accountKeys.profile(accountId)))) return refused('not_found')
  const before = start.value ?? {}
  const shelf = shelfOf(table, accountId, clock.now())
  const read = await Promise.all(
    kinds.map(async (kind) => [kind, await kindRows[kind].read(shelf, before[kind], limit)] as const),
  )
  const { lines, places } = merge(new Map(read), before, limit)
  return ok({
    lines,
    unreadable: read.flatMap(([, { unreadable }]) => unreadable),
    nextCursor: nextCursor(places && JSON.stringify(places)),
  })
}
