import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isLive, type SignedIn, sessionOf } from './session-store.ts'

/** The signed-in caller, or `unauthenticated`. One read. */
export const authenticate = async (
  deps: { table: Table; clock: Clock },
  token: string | undefined,
): Promise<Outcome<SignedIn>> => {
  const named = sessionOf(token)
  const session = named && (await deps.table.get(named.session))
  return named && isLive(session, deps.clock.now()) ? ok(named as SignedIn) : refused('unauthenticated')
}
