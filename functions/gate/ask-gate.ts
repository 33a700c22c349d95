import { type Outcome, ok, refused, refusedField } from '../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import { ownerIn } from '../account/account-store.ts'
import { accountKeys } from '../account/keys.ts'
import type { PlatformOrClaim } from '../account/sessions/session-guards.ts'
import { isLive, type SessionClaim } from '../account/sessions/session-store.ts'
import { type EnforcementNotice, enforcementNotice } from './enforcement.ts'
import { type Feature, features, gate, isFeature, passed, type Standing } from './gate.ts'
import { gateKeys } from './keys.ts'
import type { GateSettings } from './settings.ts'
import { standingOf } from './standing-store.ts'

export type GateDeps = {
  table: Table
  clock: Clock
  settings: Pick<GateSettings, 'enforceFrom'>
  publicUrl: string
  /** Hears of the warning that is due to whoever passes. */
  tellEnforcement: (notice: EnforcementNotice) => void
}

/** Somebody the platform knows and we have never seen. */
const STRANGER: Standing = { verified: false, banned: false }

const userStanding = async (
  deps: GateDeps,
  { claimedId: accountId, session: key }: SessionClaim,
): Promise<Outcome<Standing>> => {
  const concerns = [key, accountKeys.profile(accountId), gateKeys.identity(accountId)]
  const [session, profile, identity] = await deps.table.getMany(concerns)
  return isLive(session, deps.clock.now()) ? ok(standingOf(profile, identity)) : refused('unauthenticated')
}

const externalStanding = async (deps: GateDeps, externalId: string): Promise<Standing> => {
  const accountId = ownerIn(await deps.table.get(accountKeys.external(externalId)))
  if (accountId === undefined) return STRANGER
  const [profile, identity] = await deps.table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)])
  return standingOf(profile, identity)
}

const standingFor = async (
  deps: GateDeps,
  caller: PlatformOrClaim,
  externalId: string | undefined,
): Promise<Outcome<Standing>> => {
  if ('claim' in caller) return userStanding(deps, caller.claim)
  if (externalId === undefined) return refusedField('/externalId', 'invalid_external_id')
  return ok(await externalStanding(deps, externalId))
}

/** What the gate decides of that standing; whoever passes it only until the date is warned. */
export const passWith = (
  deps: Pick<GateDeps, 'settings' | 'publicUrl' | 'tellEnforcement'>,
  feature: Feature,
  standing: Standing,
  now: Millis,
): Outcome<{ allowed: true }> => {
  const enforceFrom = Date.parse(deps.settings.enforceFrom)
  const notice = enforcementNotice(standing, enforceFrom, now)
  if (notice) deps.tellEnforcement(notice)
  return passed(gate(feature, standing, enforceFrom, now), deps.publicUrl)
}

/**
 * May this account use the feature now? The platform asks by the `externalId` of its user; a signed-in user asks for
 * themselves.
 */
export const askGate = async (
  deps: GateDeps,
  input: { feature: string; caller: PlatformOrClaim; externalId: string | undefined },
): Promise<Outcome<{ allowed: true }>> => {
  if (!isFeature(input.feature)) return refusedField('/feature', 'unknown_feature', { enum: features })
  const standing = await standingFor(deps, input.caller, input.externalId)
  if (!standing.ok) return standing
  return passWith(deps, input.feature, standing.value, deps.clock.now())
}

/** The same question inside an operation, for an account that is already known. */
export const passGate = async (
  deps: GateDeps,
  feature: Feature,
  accountId: string,
): Promise<Outcome<{ allowed: true }>> => {
  const [profile, identity] = await deps.table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)])
  return passWith(deps, feature, standingOf(profile, identity), deps.clock.now())
}
