import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type Clock, type Millis, rfc3339If } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isLive } from '../../account/sessions/session-store.ts'
import type { UserClaimOrPlatform } from '../../account/sessions/user-guards.ts'
import type { App } from '../../certification/apps/app.ts'
import { appOf } from '../../certification/apps/app-store.ts'
import { certificationKeys } from '../../certification/keys.ts'
import type { Certificate, CertificateAnswer } from '../certificate/certificate.ts'
import { certificateOf } from '../certificate/certificate-store.ts'
import { readStanding } from '../certificate/find-standing.ts'
import { holderIn, holderKeys } from '../certificate/holder-store.ts'
import { certificateStanding } from '../certificate/standing.ts'
import { certificateKeys } from '../keys.ts'

type Deps = { table: Pick<Table, 'getMany'>; clock: Clock }

export type Certified = {
  appId: string
  status: CertificateAnswer
  certificate: string | null
  name: string | null
  validUntil: string | null
}

/** An app that whoever asks may ask about. */
const findApp = async (
  { table }: Deps,
  appId: string,
  caller: UserClaimOrPlatform,
  now: Millis,
): Promise<Outcome<App>> => {
  const claim = 'claim' in caller ? caller.claim : undefined
  const keys = [...(claim ? [claim.session] : []), ...(isId(appId) ? [certificationKeys.app(appId)] : [])]
  const found = keys.length > 0 ? await table.getMany(keys) : []
  if (claim && !isLive(found[0], now)) return refused('unauthenticated')
  const item = isId(appId) ? found.at(-1) : undefined
  const app = item && appOf(item)
  return app && (!claim || app.administrator === claim.claimedId) ? ok(app) : refused('not_found')
}

const standingOf = async (deps: Deps, app: App, now: Millis): Promise<Certificate | undefined> => {
  if (app.certificate === undefined) return undefined
  const keys = [certificateKeys.certificate(app.certificate), ...holderKeys({ accountId: app.administrator })]
  const [item, ...holder] = await deps.table.getMany(keys)
  const of = item && certificateOf(item)
  // Handed over between the two reads, it is another's by now.
  if (of && of.accountId !== app.administrator) return readStanding(deps, of, now)
  return of && certificateStanding(of, holderIn(holder), now)
}

/**
 * W7 whether an app is certified now, as its certificate says to everybody: the platform asks about any app, a signed-in user about those they
 * administer. Refuses with `unauthenticated`, and with `not_found` where there is no such app, or it is another's. Two calls, a session's own read among
 * them; one where the app never was certified.
 */
export const askApp = async (
  deps: Deps,
  { appId, caller }: { appId: string; caller: UserClaimOrPlatform },
): Promise<Outcome<Certified>> => {
  const now = deps.clock.now()
  const app = await findApp(deps, appId, caller, now)
  if (!app.ok) return app
  const standing = await standingOf(deps, app.value, now)
  return ok({
    appId,
    status: standing?.status ?? 'unknown',
    certificate: standing?.id ?? null,
    name: standing?.name ?? null,
    validUntil: rfc3339If(standing?.validUntil),
  })
}
