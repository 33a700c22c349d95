import { type Ids, isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Secret, secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { accountKeys } from '../../account/keys.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { doers, type Operator } from '../../audit/deed.ts'
import type { RevealReason } from '../../audit/reading.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { verificationLists } from '../../verification/keys.ts'
import { findSealedIdentity, type SealedIdentity } from '../../verification/reading/find-sealed-identity.ts'
import { openIdentity } from '../../verification/reading/open-identity.ts'
import { verificationOf } from '../../verification/verification-store.ts'
import type { CaseSettings } from '../settings.ts'
import { type RevealField, sealedAs, shownUntil } from './reveal.ts'

export type RevealDeps = {
  table: Pick<Table, 'getMany' | 'query' | 'commit' | 'update'>
  vault: Vault
  clock: Clock
  ids: Ids
  settings: CaseSettings
}

export type RevealAsked = { accountId: string; field: RevealField; reason: RevealReason; words?: string }

/** A field in the clear, which nobody prints by mistake, and until when it is shown (epoch ms). */
export type Revealed = { field: RevealField; value: Secret<string>; verificationId: string; until: Millis }

/** What the account is verified by; of one that is not, what it submitted last. */
const findEvidence = async ({ table }: RevealDeps, accountId: string): Promise<Outcome<SealedIdentity>> => {
  if (!isId(accountId)) return refused('not_found')
  const [profile, item] = await table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)])
  if (!profile) return refused('not_found')
  const held = heldIdentity(item)
  if (held) {
    const sealed = await findSealedIdentity(table, accountId, held.verificationId)
    return sealed ? ok(sealed) : refused('nothing_sealed')
  }
  const [found] = (await table.query({ ...verificationLists.verifications(accountId), limit: 1, newestFirst: true }))
    .items
  return found ? ok({ ...verificationOf(found), document: undefined }) : refused('nothing_sealed')
}

/**
 * P11 one field of a person in the clear, for an operator who says why. Who, what and why is on record before anything is opened, never the
 * value; so often a day. Refuses with `not_found`, `nothing_sealed`, `too_often`. Five table calls and one call to KMS.
 */
export const openField = async (
  deps: RevealDeps,
  by: Operator,
  { accountId, field, reason, words }: RevealAsked,
): Promise<Outcome<Revealed>> => {
  const found = await findEvidence(deps, accountId)
  if (!found.ok) return found
  const now = deps.clock.now()
  const limit = deps.settings.cases.revealsPerDay
  const count = counted({ subject: `REVEALS#${by.operatorId}`, window: dayOf(now), limit })
  const once = await deps.table.update(count)
  if (once.kind === 'conflict') return tooOften(once.item)
  const attribute = sealedAs[field]
  const reading = { by: doers.operator(by), purpose: reason, ...(words !== undefined && { reason: words }) }
  const opened = await openIdentity(deps, found.value, reading, [attribute])
  const value = secret(opened.reveal()[attribute])
  return ok({ field, value, verificationId: found.value.id, until: shownUntil(now) })
}
