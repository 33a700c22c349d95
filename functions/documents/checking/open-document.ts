import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { Notice } from '../../consent/consent.ts'
import { askingIn } from '../../verification/methods.ts'
import type { OpenOwedDeps } from '../../verification/owed/open-owed.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import { type IdentityVendor, kindsTaken } from '../../verification/vendors/choice.ts'
import type { ReadDocumentDeps } from '../reading/read-document.ts'
import type { DocumentSettings } from '../settings.ts'
import type { Document } from './document.ts'
import { findHandedIn } from './find-handed-in.ts'
import { openDocumentCheck } from './open-document-check.ts'
import { readBothSides } from './read-both-sides.ts'

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

/**
 * X1 takes photos of both sides of an identity card: what is wrong is refused for free; both are read and compared with whom the account is verified as; then
 * document and check begin in one commit that makes the photos part of it, and the platform pays for at most one call. Refuses with
 * `documents_not_offered`, `consent_outdated`, and what `findHandedIn`, `readBothSides` and `openDocumentCheck` say.
 */
export const openDocument = async (deps: OpenDocumentDeps, handing: HandingIn): Promise<Outcome<Document>> => {
  if (kindsTaken(deps.vendors, askingIn(METHOD).question).length === 0) return refused('documents_not_offered')
  const notice = await deps.notice()
  const { body, caller, language } = handing
  if (body.consent.notice !== notice.version)
    return refused('consent_outdated', {
      fields: [{ pointer: '/consent/notice', code: 'consent_outdated', expected: { enum: [notice.version] } }],
      extra: { notice: notice.version },
    })
  const found = await findHandedIn(deps, caller, body)
  if (!found.ok) return found
  const read = await readBothSides(deps, found.value, { notice, language })
  if (!read.ok) return read
  return openDocumentCheck(deps, { caller, language, notice, found: found.value, validUntil: read.value.validUntil })
}
