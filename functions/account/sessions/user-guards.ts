import type { Guard } from '../../../shared/http/callers.ts'
import type { Request } from '../../../shared/http/request.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Platform, platformOf } from '../api-keys/platform-guards.ts'
import { isPlatformKey, type PlatformKey } from '../api-keys/platform-key.ts'
import type { PlatformFor } from './find-platform-user.ts'
import { bySession, bySessionClaim } from './session-guards.ts'
import type { SessionClaim, SignedIn } from './session-store.ts'

type PlatformKeys = () => Promise<readonly PlatformKey[]>

/** Whose things are asked for: those of whoever is signed in, or of the user the platform names. */
export type ForUser = SignedIn | PlatformFor

/** The same, where the operation proves the session itself. */
export type ForUserClaim = { claim: SessionClaim } | PlatformFor

/** Whoever claims a session, or the platform, for nobody in particular. */
export type UserClaimOrPlatform = { claim: SessionClaim } | Platform

/** Routes for the first two take `externalId` in their query (`ofUser` in external-id.route.ts). */
const externalIdIn = (request: Request): string | undefined => Object(request.query).externalId

/** Loaded once the platform calls, so that no user's cold start waits for it. */
const platformFor = async (table: Table, platformKeys: PlatformKeys, bearer: string, request: Request) => {
  const { findPlatformUser } = await import('./find-platform-user.ts')
  return findPlatformUser(table, platformKeys, { bearer, externalId: externalIdIn(request) })
}

/** A user asks for themselves and for nobody else, so naming somebody is refused and not passed over. */
const asThemselves = <Who>(request: Request, who: Outcome<Who>): Outcome<Who> =>
  who.ok && externalIdIn(request) !== undefined ? refusedField('/externalId', 'external_id_with_session') : who

/**
 * Lets in whoever is signed in, and the platform's backend for the user whom `externalId` in the query names. One read either way.
 * Refuses with `unauthenticated`; the platform that names nobody with `invalid_external_id`, a user who names somebody with
 * `external_id_with_session`.
 */
export const byUser = (
  deps: { table: Table; clock: Clock },
  platformKeys: PlatformKeys,
): Guard<'session_or_platform', ForUser> => ({
  kind: 'session_or_platform',
  async admit(request) {
    const { bearer } = request
    if (isPlatformKey(bearer)) return platformFor(deps.table, platformKeys, bearer, request)
    return asThemselves(request, await bySession(deps).admit(request))
  },
})

/** The same for operations that read the session along with other items: a session is only claimed, and costs no read here. */
export const byUserClaim = (
  deps: { table: Table },
  platformKeys: PlatformKeys,
): Guard<'session_or_platform', ForUserClaim> => ({
  kind: 'session_or_platform',
  async admit(request) {
    const { bearer } = request
    if (isPlatformKey(bearer)) return platformFor(deps.table, platformKeys, bearer, request)
    const claimed = await bySessionClaim.admit(request)
    return asThemselves(request, claimed.ok ? ok({ claim: claimed.value }) : claimed)
  },
})

/** The same where the platform asks about what is no user's: it names nobody. No call. */
export const byUserClaimOrPlatform = (
  platformKeys: PlatformKeys,
): Guard<'session_or_platform', UserClaimOrPlatform> => ({
  kind: 'session_or_platform',
  async admit(request) {
    if (isPlatformKey(request.bearer)) return platformOf(request.bearer, platformKeys)
    const claimed = await bySessionClaim.admit(request)
    return claimed.ok ? ok({ claim: claimed.value }) : claimed
  },
})
