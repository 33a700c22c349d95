import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { sessionOf } from './session.ts'
import { sessionClosed } from './session-store.ts'

/**
 * Ends the session of a token. A session that is already gone counts as ended, so a second click does no harm; only what
 * cannot be a session token is `unauthenticated`. One database call.
 */
export const signOut = async (deps: { table: Table }, token: string | undefined): Promise<Outcome<undefined>> => {
  const caller = sessionOf(token)
  if (!caller) return refused('unauthenticated')
  await deps.table.commit([sessionClosed(caller.session)])
  return ok(undefined)
}
