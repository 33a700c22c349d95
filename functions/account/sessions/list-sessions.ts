import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountLists } from '../keys.ts'
import type { Session } from './session.ts'
import { sessionIdOf, sessionIn } from './session-list-store.ts'
import { isLive, type SignedIn } from './session-store.ts'

/** A platform may open one session per visit of its user, and an answer is to stay small. */
const MOST = 100

/**
 * The live sessions of a signed-in account, newest first and a hundred at most; `total` counts all of them. `isCurrent` marks the
 * one that asks.
 */
export const listSessions = async (
  deps: { table: Table; clock: Clock },
  caller: SignedIn,
): Promise<Outcome<{ total: number; sessions: (Session & { isCurrent: boolean })[] }>> => {
  const now = deps.clock.now()
  const items = await queryAll(deps.table, accountLists.sessions(caller.accountId))
  const current = sessionIdOf(caller.session)
  const live = items.filter((item) => isLive(item, now)).map(sessionIn)
  const newest = live.toSorted((one, other) => other.createdAt - one.createdAt).slice(0, MOST)
  return ok({ total: live.length, sessions: newest.map((one) => ({ ...one, isCurrent: one.id === current })) })
}
