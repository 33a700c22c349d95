import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { askingIn } from '../../verification/methods.ts'
import { kindsTaken } from '../../verification/vendors/choice.ts'
import type { Document } from './document.ts'
import { findEarlyRefusal } from './find-early-refusal.ts'
import { findHandedIn, type HandingIn, METHOD, type OpenDocumentDeps } from './find-handed-in.ts'
import { findSameDocument } from './find-same-document.ts'
import { openDocumentCheck } from './open-document-check.ts'
import { readBothSides } from './read-both-sides.ts'
import type { DocumentRead } from './read-documents.ts'

/** What whoever hands the same photos in once more may be refused with, by how far the first came meanwhile. */
const sayHandedIn = ['material_unusable', 'document_proven']

const open = async (deps: OpenDocumentDeps, handing: HandingIn): Promise<Outcome<Document>> => {
  if (kindsTaken(deps.vendors, askingIn(METHOD).question).length === 0) return refused('documents_not_offered')
  const notice = await deps.notice()
  const { body, caller, language } = handing
  if (body.consent.notice !== notice.version) return consentOutdated(notice)
  const found = await findHandedIn(deps, caller, body)
  if (!found.ok) return found
  const early = await findEarlyRefusal(deps, found.value, caller.claimedId)
  if (early) return { ok: false, refusal: early }
  const read = await readBothSides(deps, found.value, { notice, language })
  if (!read.ok) return read
  return openDocumentCheck(deps, { caller, language, notice, found: found.value, ...read.value })
}

/**
 * X1 takes photos of both sides of an identity card: what is wrong is refused for free; both are read, then compared with whom the account is verified as; then
 * document and check begin in one commit that makes the photos part of it, and the platform pays for at most one call. Photos that are part of a document already
 * answer that one. Refuses with
 * `documents_not_offered`, `consent_outdated`, and what `findHandedIn`, `findEarlyRefusal`, `readBothSides` and `openDocumentCheck` say.
 */
export const openDocument = async (deps: OpenDocumentDeps, handing: HandingIn): Promise<Outcome<DocumentRead>> => {
  const opened = await open(deps, handing)
  // Nothing of it is proven yet.
  if (opened.ok) return ok({ document: opened.value, proofs: [] })
  if (!sayHandedIn.includes(opened.refusal.code)) return opened
  const { body, caller } = handing
  // Whoever clicks twice, or lost the answer, is answered what became of the first.
  const same = await findSameDocument(deps.table, caller.claimedId, [body.front, body.back])
  return same ? ok(same) : opened
}
