import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../shared/table/table.ts'
import { NO_SESSION, type SessionClaim, sessionLives } from '../account/sessions/session-store.ts'
import { occupationSaid } from './further-store.ts'
import type { Occupation } from './occupations.ts'

/** X3 somebody says what they do, or with `undefined` that they say it no more. Refuses with `unauthenticated` and `contended`. One call. */
export const keepOccupation = async (
  { table, clock }: { table: Pick<Table, 'commit'>; clock: Clock },
  { claimedId: accountId, session }: SessionClaim,
  occupation: Occupation | undefined,
): Promise<Outcome<{ occupation: Occupation | null }>> => {
  const now = clock.now()
  const said = await table.commit([sessionLives(session, now), occupationSaid(accountId, occupation, now)])
  if (said.kind === 'committed') return ok({ occupation: occupation ?? null })
  return refused(isBecause(said.conflicts, NO_SESSION) ? 'unauthenticated' : 'contended')
}
