import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { afterCursor, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { type ListPlace, placeOf } from '../../../shared/table/list-place.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountKeys, accountLists } from '../keys.ts'
import type { Session } from './session.ts'
import { sessionIdOf, sessionIn } from './session-list-store.ts'
import { isLive, type SignedIn } from './session-store.ts'

export type SessionsPage = {
  total: number
  sessions: (Session & { isCurrent: boolean })[]
  nextCursor: string | null
}

/** Newest first; of one moment, by id. */
const isBehind = (one: Session, createdAt: number, id: string): boolean =>
  one.createdAt < createdAt || (one.createdAt === createdAt && one.id > id)

const order = (one: Session, other: Session): number => (isBehind(one, other.createdAt, other.id) ? 1 : -1)

const behind = (sessions: readonly Session[], [at, pk, sk]: ListPlace): Session[] =>
  sessions.filter((one) => isBehind(one, at, sessionIdOf({ pk, sk })))

/**
 * A page of the live sessions of a signed-in account, newest first; `total` counts all of them. `isCurrent` marks the one that asks.
 * All are read, as they are kept by their hashes.
 */
export const listSessions = async (
  deps: { table: Table; clock: Clock },
  caller: SignedIn,
  { limit, cursor }: PageAsked,
): Promise<Outcome<SessionsPage>> => {
  const now = deps.clock.now()
  const bounds = accountKeys.session(caller.accountId, '')
  const after = startOf(cursor, (text) => afterCursor(text, bounds))
  if (!after.ok) return after
  const items = await queryAll(deps.table, accountLists.sessions(caller.accountId))
  const current = sessionIdOf(caller.session)
  const live = items.filter((item) => isLive(item, now)).map(sessionIn)
  const from: readonly Session[] = after.value === undefined ? live : behind(live, placeOf(after.value))
  const newest = from.toSorted(order).slice(0, limit)
  const last = newest.length < from.length ? newest.at(-1) : undefined
  const end: ListPlace | undefined = last && [last.createdAt, bounds.pk, `${bounds.sk}${last.id}`]
  return ok({
    total: live.length,
    sessions: newest.map((one) => ({ ...one, isCurrent: one.id === current })),
    nextCursor: nextCursor(end && JSON.stringify(end)),
  })
}
