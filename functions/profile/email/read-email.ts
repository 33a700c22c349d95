import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isLive, type SessionClaim } from '../../account/sessions/session-store.ts'
import { furtherOf } from '../further-store.ts'
import { profileKeys } from '../keys.ts'
import type { ProvenEmail } from '../trust.ts'

/** The address that an account has proven, if it has. Refuses with `unauthenticated`. One call. */
export const readEmail = async (
  { table, clock }: { table: Pick<Table, 'getMany'>; clock: Clock },
  { claimedId: accountId, session }: SessionClaim,
): Promise<Outcome<ProvenEmail | undefined>> => {
  const [live, further] = await table.getMany([session, profileKeys.further(accountId)])
  return isLive(live, clock.now()) ? ok(furtherOf(further).email) : refused('unauthenticated')
}
