import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type SessionClaim, sessionLives } from '../../account/sessions/session-store.ts'
import { emailForgotten } from '../further-store.ts'

/** X3 the address counts no more, and nothing is kept of it; the same where there is none. Refuses with `unauthenticated`. One call. */
export const unbindEmail = async (
  { table, clock }: { table: Pick<Table, 'commit'>; clock: Clock },
  { claimedId: accountId, session }: SessionClaim,
): Promise<Outcome<undefined>> => {
  const forgotten = await table.commit([sessionLives(session, clock.now()), emailForgotten(accountId)])
  return forgotten.kind === 'committed' ? ok(undefined) : refused('unauthenticated')
}
