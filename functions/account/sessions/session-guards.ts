import type { Guard } from '../../../shared/http/callers.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { authenticate } from './authenticate.ts'
import { type SessionClaim, type SignedIn, sessionOf } from './session-store.ts'

/** Lets in whoever is signed in, by one read. */
export const bySession = (deps: { table: Table; clock: Clock }): Guard<'session', SignedIn> => ({
  kind: 'session',
  admit: ({ bearer }) => authenticate(deps, bearer),
})

const claimIn = (bearer: string | undefined): Outcome<SessionClaim> => {
  const claim = sessionOf(bearer)
  return claim ? ok(claim) : refused('unauthenticated')
}

/** For operations that read the session along with other items, and so prove the claim themselves. No call. */
export const bySessionClaim: Guard<'session', SessionClaim> = {
  kind: 'session',
  admit: async ({ bearer }) => claimIn(bearer),
}
