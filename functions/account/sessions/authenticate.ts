import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isLive, openerOf, rootOf, type SignedIn, sessionOf } from './session-store.ts'

/** The signed-in caller, or `unauthenticated`. One read. */
export const authenticate = async (
  deps: { table: Table; clock: Clock },
  token: string | undefined,
): Promise<Outcome<SignedIn>> => {
  const claim = sessionOf(token)
  const item = claim && (await deps.table.get(claim.session))
  if (!claim || !isLive(item, deps.clock.now())) return refused('unauthenticated')
  return ok({ accountId: claim.claimedId, session: claim.session, by: openerOf(item), root: rootOf(item) } as SignedIn)
}
