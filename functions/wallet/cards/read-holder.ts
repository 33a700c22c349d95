import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { isLive, type SessionClaim } from '../../account/sessions/session-store.ts'
import { doers } from '../../audit/deed.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { normaliseIdNumber } from '../../person/id-number.ts'
import { askingIn } from '../../verification/methods.ts'
import { openHeldIdentity } from '../../verification/reading/open-held-identity.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import { readIdentity } from '../../verification/submission/identity.ts'
import { type IdentityVendor, kindsTaken } from '../../verification/vendors/choice.ts'
import type { Holder, TypedCard } from './open-card.ts'

type HolderDeps = {
  table: Pick<Table, 'getMany'>
  vault: Vault
  clock: Clock
  ids: Ids
  vendors: readonly IdentityVendor[]
  settings: Pick<VerificationSettings, 'checks'>
}

/**
 * X2 whose card it is: who is verified is who they are verified as, and whatever else is typed is the first of the two errors
 * (`verified_as_another`); who is not types name and number. Two table calls and one to KMS, one call for who is not verified.
 */
export const readHolder = async (
  deps: HolderDeps,
  caller: SessionClaim,
  typed: TypedCard,
  now: Millis,
): Promise<Outcome<Holder>> => {
  const { claimedId, session } = caller
  const [live, item] = await deps.table.getMany([session, gateKeys.identity(claimedId)])
  if (!isLive(live, now)) return refused('unauthenticated')
  const kinds = kindsTaken(deps.vendors, askingIn('bank_card').question)
  const rules = { ...deps.settings.checks, kinds }
  const held = heldIdentity(item)
  if (!held) {
    const { name = '', idNumber = '', phone } = typed
    const identity = readIdentity({ name, idNumber, phone }, rules, now)
    return identity.ok ? ok({ identity: identity.value }) : identity
  }
  const reading = { by: doers.service('wallet-card-bind'), purpose: 'card_check' } as const
  const opened = await openHeldIdentity(deps, claimedId, held, reading)
  if (!opened) return refused('card_needs_resident_id')
  const { name, idNumber, record } = opened
  if (typed.idNumber !== undefined && normaliseIdNumber(typed.idNumber) !== idNumber)
    return refusedField('/idNumber', 'verified_as_another')
  const identity = readIdentity({ name, idNumber, phone: typed.phone }, rules, now)
  if (identity.ok) return ok({ identity: identity.value, reading: record, heldSince: held.verifiedAt })
  // What is wrong with who they are is nothing they typed.
  const ofPhone = (identity.refusal.fields ?? []).filter(({ pointer }) => pointer === '/phone')
  return ofPhone.length > 0 ? refused('invalid_phone', { fields: ofPhone }) : refused('card_needs_resident_id')
}
