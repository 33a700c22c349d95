import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type SessionClaim, sessionClosed } from './session-store.ts'

/** Ends the session of a token. One that is already gone counts as ended, so a second click does no harm. One database call. */
export const signOut = async (deps: { table: Table }, caller: SessionClaim): Promise<Outcome<undefined>> => {
  await deps.table.commit([sessionClosed(caller.session)])
  return ok(undefined)
}
