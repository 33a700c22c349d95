import type { Guard } from '../../../shared/http/callers.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { byPlatformKey, type Platform } from '../api-keys/platform-guards.ts'
import { isPlatformKey, type PlatformKey } from '../api-keys/platform-key.ts'
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

/** The platform's backend, or a user who claims a session; the operation proves the claim. */
export type PlatformOrClaim = Platform | { claim: SessionClaim }

/** Lets in the platform's backend, and whoever claims a session. */
export const byPlatformOrClaim = (
  platformKeys: () => Promise<readonly PlatformKey[]>,
): Guard<'session_or_platform', PlatformOrClaim> => ({
  kind: 'session_or_platform',
  async admit(request) {
    if (isPlatformKey(request.bearer)) return byPlatformKey(platformKeys).admit(request)
    const claim = claimIn(request.bearer)
    return claim.ok ? ok({ claim: claim.value }) : claim
  },
})
