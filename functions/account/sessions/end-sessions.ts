import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountLists } from '../keys.ts'
import { sessionWithId } from './session-list-store.ts'
import { type SessionClaim, type SignedIn, sessionClosed, sessionEnded } from './session-store.ts'

type Deps = { table: Table }

/** Ends the session of a token. One that is already gone counts as ended, so a second click does no harm. One database call. */
export const signOut = async (deps: Deps, caller: SessionClaim): Promise<Outcome<undefined>> => {
  await deps.table.commit([sessionClosed(caller.session)])
  return ok(undefined)
}

/** Ends one session of a signed-in account, by the id of the list. Refuses with `not_found`. One database call. */
export const endSession = async (deps: Deps, of: { accountId: string; id: string }): Promise<Outcome<undefined>> => {
  const session = sessionWithId(of.accountId, of.id)
  const ended = session && (await deps.table.commit([sessionEnded(session)]))
  return ended?.kind === 'committed' ? ok(undefined) : refused('not_found')
}

/** What a transaction holds. */
const AT_ONCE = 100

/**
 * Ends every session of a signed-in account, or all but the one that asks. One that is opened meanwhile may stay. Repeating it does
 * no harm. A database call for each hundred sessions, twice.
 */
export const endAllSessions = async (
  deps: Deps,
  caller: SignedIn,
  { keepsCurrent }: { keepsCurrent: boolean },
): Promise<Outcome<undefined>> => {
  const items = await queryAll(deps.table, accountLists.sessions(caller.accountId))
  const ended = items.filter(({ sk }) => !keepsCurrent || sk !== caller.session.sk)
  for (let from = 0; from < ended.length; from += AT_ONCE)
    await deps.table.commit(ended.slice(from, from + AT_ONCE).map(({ pk, sk }) => sessionClosed({ pk, sk })))
  return ok(undefined)
}
