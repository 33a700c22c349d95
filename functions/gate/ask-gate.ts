import { type Outcome, refused } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import { ownerIn } from '../account/account-store.ts'
import { isPlatformKey, type PlatformKey, platformKeyId } from '../account/api-keys/platform-key.ts'
import { accountKeys } from '../account/keys.ts'
import { isLive, sessionOf } from '../account/sessions/session.ts'
import { type Feature, gate, isFeature, passed, type Standing } from './gate.ts'
import { gateKeys } from './keys.ts'
import type { GateSettings } from './settings.ts'
import { standingOf } from './standing-store.ts'

export type GateDeps = {
  table: Table
  clock: Clock
  settings: Pick<GateSettings, 'enforceFrom'>
  publicUrl: string
  platformKeys: () => Promise<readonly PlatformKey[]>
}

/** Somebody the platform knows and we have never seen. */
const STRANGER: Standing = { verified: false, banned: false }

const userStanding = async (deps: GateDeps, bearer: string | undefined): Promise<Standing | undefined> => {
  const caller = sessionOf(bearer)
  if (!caller) return undefined
  const { accountId } = caller
  const concerns = [caller.session, accountKeys.profile(accountId), gateKeys.identity(accountId)]
  const [session, profile, identity] = await deps.table.getMany(concerns)
  return isLive(session, deps.clock.now()) ? standingOf(profile, identity) : undefined
}

const externalStanding = async (deps: GateDeps, externalId: string): Promise<Standing> => {
  const accountId = ownerIn(await deps.table.get(accountKeys.external(externalId)))
  if (accountId === undefined) return STRANGER
  const [profile, identity] = await deps.table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)])
  return standingOf(profile, identity)
}

const standingFor = async (
  deps: GateDeps,
  bearer: string | undefined,
  externalId: string | undefined,
): Promise<Outcome<Standing>> => {
  if (!isPlatformKey(bearer)) {
    const standing = await userStanding(deps, bearer)
    return standing ? { ok: true, value: standing } : refused('unauthenticated')
  }
  if (platformKeyId(bearer, await deps.platformKeys()) === undefined) return refused('unauthenticated')
  if (externalId === undefined)
    return refused('invalid_request', { fields: [{ pointer: '/externalId', code: 'invalid_field' }] })
  return { ok: true, value: await externalStanding(deps, externalId) }
}

/**
 * May this account use the feature now? The platform asks with its API key and the `externalId` of its user; a signed-in user
 * asks for themselves. P1.
 */
export const askGate = async (
  deps: GateDeps,
  input: { feature: string; bearer: string | undefined; externalId: string | undefined },
): Promise<Outcome<{ allowed: true }>> => {
  if (!isFeature(input.feature)) return refused('unknown_feature')
  const standing = await standingFor(deps, input.bearer, input.externalId)
  if (!standing.ok) return standing
  return passed(
    gate(input.feature, standing.value, Date.parse(deps.settings.enforceFrom), deps.clock.now()),
    deps.publicUrl,
  )
}

/** The same question inside an operation, for an account that is already known. */
export const passGate = async (
  deps: Omit<GateDeps, 'platformKeys'>,
  feature: Feature,
  accountId: string,
): Promise<Outcome<{ allowed: true }>> => {
  const [profile, identity] = await deps.table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)])
  const decision = gate(feature, standingOf(profile, identity), Date.parse(deps.settings.enforceFrom), deps.clock.now())
  return passed(decision, deps.publicUrl)
}
