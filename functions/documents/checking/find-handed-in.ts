import type { Language } from '../../../shared/kernel/language.ts'
import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { isBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { isLive, type SessionClaim } from '../../account/sessions/session-store.ts'
import type { Notice } from '../../consent/consent.ts'
import { type HeldIdentity, heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree, type Material, type MaterialKind } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'
import { isNumbered, kindsByMask } from '../../person/document.ts'
import { owedKeys } from '../../verification/keys.ts'
import { askingIn } from '../../verification/methods.ts'
import type { OpenOwedDeps } from '../../verification/owed/open-owed.ts'
import { openOwedIn } from '../../verification/owed/owed-store.ts'
import { findSealedIdentity, type SealedIdentity } from '../../verification/reading/find-sealed-identity.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import { type IdentityVendor, taking } from '../../verification/vendors/choice.ts'
import type { ReadDocumentDeps } from '../reading/read-side.ts'
import type { CardSide } from '../recogniser.ts'
import type { DocumentSettings } from '../settings.ts'

export type OpenDocumentDeps = Omit<OpenOwedDeps, 'table' | 'settings'> &
  Omit<ReadDocumentDeps, 'table' | 'settings'> & {
    table: Table
    /** Opens and seals identities. */
    vault: Vault
    /** The identity vendors of this deployment. */
    vendors: readonly IdentityVendor[]
    /** What users agree to, kept by then. */
    notice: () => Promise<Notice>
    settings: OpenOwedDeps['settings'] & VerificationSettings & DocumentSettings
  }

/** Who hands in which pictures, and what they agreed to in which language. */
export type HandingIn = {
  caller: SessionClaim
  language: Language
  body: { front: string; back: string; consent: { notice: string } }
}

export const METHOD = 'id_document'

/** What was handed in: the pictures, and whom the account is verified as, of which nothing is opened. */
export type HandedIn = {
  pictures: Readonly<Record<CardSide, Material>>
  held: HeldIdentity
  sealed: SealedIdentity
  /** Those that can be asked, as far as that is known before it is opened. */
  vendors: readonly IdentityVendor[]
}

/** Which kind of picture each side is uploaded as. */
const kindOf: Readonly<Record<CardSide, MaterialKind>> = { front: 'document_page', back: 'document_back' }

/** The vendors that can be asked about who holds this, as far as that is told by what is not sealed. */
const askable = (
  { vendors }: OpenDocumentDeps,
  { maskedIdNumber }: HeldIdentity,
  { document }: SealedIdentity,
): IdentityVendor[] => {
  if (document !== undefined && !isNumbered(document)) return []
  const kinds = document ? [document] : kindsByMask(maskedIdNumber)
  return vendors.filter((one) => kinds.some((kind) => taking([one], askingIn(METHOD).question, kind).length > 0))
}

/**
 * X1 whose pictures these are, and whom they are to be compared with, who is opened by nobody here. Refuses with `unauthenticated`, `banned`,
 * `document_check_open` (also whoever clicks twice), `document_needs_identity`, `material_unusable` at its field and `document_needs_resident_id`.
 * Two table calls.
 */
export const findHandedIn = async (
  deps: OpenDocumentDeps,
  { claimedId, session }: SessionClaim,
  { front, back }: Pick<HandingIn['body'], CardSide>,
): Promise<Outcome<HandedIn>> => {
  // DynamoDB refuses to be asked for one item twice.
  if (front === back) return materialsUnusable(['/back'])
  const [live, profile, open, identity, ...items] = await deps.table.getMany([
    session,
    accountKeys.profile(claimedId),
    owedKeys.open(claimedId, METHOD),
    gateKeys.identity(claimedId),
    materialKeys.material(front),
    materialKeys.material(back),
  ])
  const now = deps.clock.now()
  if (!isLive(live, now)) return refused('unauthenticated')
  if (isBanned(profile)) return refused('banned')
  const documentId = openOwedIn(open)
  if (documentId !== undefined) return refused('document_check_open', { extra: { documentId } })
  const held = heldIdentity(identity)
  if (!held) return refused('document_needs_identity')
  const fine = (side: CardSide, at: number): Material | undefined => {
    const item = items[at]
    const of = item && materialOf(item)
    return of && of.kind === kindOf[side] && isFree(of, claimedId, now) ? of : undefined
  }
  const [front_, back_] = [fine('front', 0), fine('back', 1)]
  if (!front_ || !back_) return materialsUnusable([...(front_ ? [] : ['/front']), ...(back_ ? [] : ['/back'])])
  const sealed = await findSealedIdentity(deps.table, claimedId, held.verificationId)
  if (!sealed) throw new Error('an identity without its verification')
  const vendors = askable(deps, held, sealed)
  if (vendors.length === 0) return refused('document_needs_resident_id')
  return ok({ pictures: { front: front_, back: back_ }, held, sealed, vendors })
}

/** These sides of what was handed in cannot be used. */
export const materialsUnusable = (pointers: readonly string[]): Outcome<never> => {
  const fields = pointers.map((pointer): FieldError => ({ pointer, code: 'material_unusable' }))
  return refused('material_unusable', { fields })
}
