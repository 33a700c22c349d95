import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountKeys } from '../../account/keys.ts'
import { isLive } from '../../account/sessions/session-store.ts'
import type { ForUserClaim } from '../../account/sessions/user-guards.ts'
import type { Level } from '../../evidence/level.ts'
import { gateTerms } from '../../gate/gate.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { GateSettings } from '../../gate/settings.ts'
import { standingOf } from '../../gate/standing-store.ts'
import { furtherOf } from '../../profile/further-store.ts'
import { profileKeys } from '../../profile/keys.ts'
import { type Explained, explainLevel } from './explain-level.ts'
import type { Offered, TrustPages } from './pages.ts'

export type ReadLevelDeps = {
  table: Pick<Table, 'getMany'>
  clock: Clock
  settings: GateSettings
  /** What can be proven here. */
  offered: Offered
  trustPages: TrustPages
}

/**
 * X3 the level of an account and all that makes it, for its user or for the platform that asks by externalId; whom we have never seen has
 * none. One call. Refuses with `unauthenticated`.
 */
export const readLevel = async (deps: ReadLevelDeps, caller: ForUserClaim): Promise<Outcome<Explained>> => {
  const { settings, offered, trustPages } = deps
  const accountId = 'claim' in caller ? caller.claim.claimedId : caller.accountId
  const [profile, identity, cleared, further, session] = accountId
    ? await deps.table.getMany([
        accountKeys.profile(accountId),
        gateKeys.identity(accountId),
        gateKeys.cleared(accountId),
        profileKeys.further(accountId),
        ...('claim' in caller ? [caller.claim.session] : []),
      ])
    : []
  const now = deps.clock.now()
  if ('claim' in caller && !(isLive(session, now) && profile)) return refused('unauthenticated')
  const standing = standingOf(profile, identity)
  const since = heldIdentity(identity)?.verifiedAt
  const became = cleared && { at: Number(cleared.at), from: Number(cleared.from) as Level }
  return ok(
    explainLevel(
      { standing, cleared: became, further: furtherOf(further), since },
      gateTerms(settings),
      { offered, trustPages },
      now,
    ),
  )
}
