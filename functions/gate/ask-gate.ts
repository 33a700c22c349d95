import { type Outcome, ok, refused, refusedField } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import { ownerIn } from '../account/account-store.ts'
import { accountKeys } from '../account/keys.ts'
import type { PlatformOrClaim } from '../account/sessions/session-guards.ts'
import { isLive, type SessionClaim } from '../account/sessions/session-store.ts'
import { type Feature, features, gate, isFeature, passed, type Standing } from './gate.ts'
import { gateKeys } from './keys.ts'
import type { GateSettings } from './settings.ts'
import { standingOf } from './standing-store.ts'

export type GateDeps = {
  table: Table
  clock: Clock
  settings: Pick<GateSettings, 'enforceFrom'>
  publicUrl: string
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
  return passed(
    gate(input.feature, standing.value, Date.parse(deps.settings.enforceFrom), deps.clock.now()),
    deps.publicUrl,
  )
}

/** The same question inside an operation, for an account that is already known. */
export const passGate = async (
  deps: GateDeps,
  feature: Feature,
  accountId: string,
): Promise<Outcome<{ allowed: true }>> => {
  const [profile, identity] = await deps.table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)])
  const decision = gate(feature, standingOf(profile, identity), Date.parse(deps.settings.enforceFrom), deps.clock.now())
  return passed(decision, deps.publicUrl)
}
