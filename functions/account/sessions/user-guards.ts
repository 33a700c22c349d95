import type { Guard } from '../../../shared/http/callers.ts'
import type { Request } from '../../../shared/http/request.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { ownerIn } from '../account-store.ts'
import { byPlatformKey, type Platform } from '../api-keys/platform-guards.ts'
import { isPlatformKey, type PlatformKey } from '../api-keys/platform-key.ts'
import { accountKeys } from '../keys.ts'
import { bySession, bySessionClaim } from './session-guards.ts'
import type { SessionClaim, SignedIn } from './session-store.ts'

type PlatformKeys = () => Promise<readonly PlatformKey[]>

/** The platform's backend on behalf of a user whom it names. `accountId` is undefined for somebody we have never seen. */
export type PlatformFor = Platform & { externalId: string; accountId: string | undefined }

/** Whose things are asked for: those of whoever is signed in, or of the user the platform names. */
export type ForUser = SignedIn | PlatformFor

/** The same, where the operation proves the session itself. */
export type ForUserClaim = { claim: SessionClaim } | PlatformFor

/** Routes for these callers take `externalId` in their query (`ofUser` in external-id.route.ts). */
const externalIdIn = (request: Request): string | undefined => Object(request.query).externalId

const platformFor = async (
  table: Table,
  platformKeys: PlatformKeys,
  request: Request,
): Promise<Outcome<PlatformFor>> => {
  const platform = await byPlatformKey(platformKeys).admit(request)
  if (!platform.ok) return platform
  const externalId = externalIdIn(request)
  if (externalId === undefined) return refusedField('/externalId', 'invalid_external_id')
  return ok({ ...platform.value, externalId, accountId: ownerIn(await table.get(accountKeys.external(externalId))) })
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
    if (isPlatformKey(request.bearer)) return platformFor(deps.table, platformKeys, request)
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
    if (isPlatformKey(request.bearer)) return platformFor(deps.table, platformKeys, request)
    const claimed = await bySessionClaim.admit(request)
    return asThemselves(request, claimed.ok ? ok({ claim: claimed.value }) : claimed)
  },
})
