import type { Tell } from '../../shared/kernel/alarm.ts'
import { type Outcome, ok, refused, refusedField } from '../../shared/kernel/outcome.ts'
import { type Clock, type Millis, rfc3339If } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import { accountKeys } from '../account/keys.ts'
import { isLive, type SessionClaim } from '../account/sessions/session-store.ts'
import type { ForUserClaim } from '../account/sessions/user-guards.ts'
import { type EnforcementNotice, enforcementNotice } from './enforcement.ts'
import {
  type Feature,
  features,
  gate,
  gateTerms,
  isFeature,
  passed,
  passedWith,
  reasonOf,
  type Standing,
} from './gate.ts'
import { gateKeys } from './keys.ts'
import { GATE_REFUSED } from './refusal.ts'
import type { GateSettings } from './settings.ts'
import { standingOf } from './standing-store.ts'

export type GateDeps = {
  table: Table
  clock: Clock
  settings: GateSettings
  publicUrl: string
  /** Hears of the warning that is due to whoever passes. */
  tellEnforcement: (notice: EnforcementNotice) => void
  /** Writes a line that is counted. */
  count: Tell
}

/** Somebody the platform knows and we have never seen. */
const STRANGER: Standing = { proofs: [], banned: false }

const userStanding = async (
  deps: GateDeps,
  { claimedId: accountId, session: key }: SessionClaim,
): Promise<Outcome<Standing>> => {
  const concerns = [key, accountKeys.profile(accountId), gateKeys.identity(accountId)]
  const [session, profile, identity] = await deps.table.getMany(concerns)
  return isLive(session, deps.clock.now()) ? ok(standingOf(profile, identity)) : refused('unauthenticated')
}

const accountStanding = async (deps: GateDeps, accountId: string): Promise<Standing> => {
  const [profile, identity] = await deps.table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)])
  return standingOf(profile, identity)
}

const standingFor = async (deps: GateDeps, caller: ForUserClaim): Promise<Outcome<Standing>> => {
  if ('claim' in caller) return userStanding(deps, caller.claim)
  return ok(caller.accountId === undefined ? STRANGER : await accountStanding(deps, caller.accountId))
}

/**
 * What the gate decides of that standing; whoever passes it only until the date is warned, and whoever does not is counted, by a line of
 * the log and no call.
 */
export const passWith = (
  deps: Pick<GateDeps, 'settings' | 'publicUrl' | 'tellEnforcement' | 'count'>,
  feature: Feature,
  standing: Standing,
  now: Millis,
): Outcome<{ allowed: true }> => {
  const terms = gateTerms(deps.settings)
  const notice = enforcementNotice(standing, terms, now)
  if (notice) deps.tellEnforcement(notice)
  const decision = gate(feature, standing, terms, now)
  const because = reasonOf(decision)
  if (because) deps.count(GATE_REFUSED, { feature, because })
  return passed(decision, deps.publicUrl)
}

/**
 * May this account use the feature now, and how long, by what level? The platform asks for its user; a signed-in user for themselves.
 */
export const askGate = async (
  deps: GateDeps,
  input: { feature: string; caller: ForUserClaim },
): Promise<Outcome<{ allowed: true; level: number; until: string | null }>> => {
  const { feature } = input
  if (!isFeature(feature)) return refusedField('/feature', 'unknown_feature', { enum: features })
  const standing = await standingFor(deps, input.caller)
  if (!standing.ok) return standing
  const now = deps.clock.now()
  const passes = passWith(deps, feature, standing.value, now)
  if (!passes.ok) return passes
  const { level, until } = passedWith(gateTerms(deps.settings).demands[feature], standing.value.proofs, now)
  return ok({ allowed: true, level, until: rfc3339If(until) })
}

/** The same question inside an operation, for an account that is already known. */
export const passGate = async (
  deps: GateDeps,
  feature: Feature,
  accountId: string,
): Promise<Outcome<{ allowed: true }>> =>
  passWith(deps, feature, await accountStanding(deps, accountId), deps.clock.now())
