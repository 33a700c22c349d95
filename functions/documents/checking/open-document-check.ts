import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { type SessionClaim, sessionLives } from '../../account/sessions/session-store.ts'
import type { Notice } from '../../consent/consent.ts'
import type { Material } from '../../material/material.ts'
import { materialUsed } from '../../material/material-store.ts'
import { openOwedVerification } from '../../verification/owed/open-owed.ts'
import type { OwedVerification } from '../../verification/owed/owed-verification.ts'
import { sealOwedVerification } from '../../verification/owed/seal-owed.ts'
import type { Document } from './document.ts'
import { documentHandedIn } from './document-store.ts'
import { type HandedIn, METHOD, type OpenDocumentDeps } from './find-handed-in.ts'
import type { Holder } from './open-holder.ts'
import { refusalOfDocument, whyOutlived } from './read-conflicts.ts'

/** What is opened once nothing speaks against it but what others hold. `validUntil`: of the card (epoch ms), undefined for life. */
export type OpeningCheck = {
  caller: SessionClaim
  language: Language
  notice: Notice
  found: HandedIn
  holder: Holder
  validUntil: Millis | undefined
}

/** No phone is compared. */
const NONE = ''

/** Until when a picture is kept that is part of nothing. */
const keptUntilOf = ({ keptUntil }: Material): Millis => {
  if (keptUntil === undefined) throw new Error('a free picture without an end')
  return keptUntil
}

const compose = async (
  deps: OpenDocumentDeps,
  { caller, language, notice, found, holder, validUntil }: OpeningCheck,
) => {
  const accountId = caller.claimedId
  const { name, idNumber } = holder
  const elements = { name, idNumber, phone: NONE }
  const sealed = await sealOwedVerification(deps, { accountId, method: METHOD, language, notice, elements })
  const { id, createdAt } = sealed
  const ends = validUntil === undefined ? {} : { validUntil }
  const { front, back } = found.pictures
  const verification: OwedVerification = {
    ...sealed,
    subject: id,
    ...ends,
    heldSince: found.held.verifiedAt,
    pictures: [front, back].map((one) => ({ id: one.id, keptUntil: keptUntilOf(one) })),
  }
  const document: Document = { ...{ id, accountId, status: 'checking', handedInAt: createdAt }, ...ends }
  return { verification, document }
}

/**
 * X1 begins document and check in one commit, which makes the photos part of it. A card that is valid for longer than what is proven may replace it. Refuses with `document_proven`, and with what others hold against it
 * (`refusalOfDocument`).
 */
export const openDocumentCheck = async (deps: OpenDocumentDeps, opening: OpeningCheck): Promise<Outcome<Document>> => {
  const { caller, found, holder, validUntil = Number.POSITIVE_INFINITY } = opening
  const proven = whyOutlived(found.held, validUntil, deps.clock.now())
  if (proven) return { ok: false, refusal: proven }
  const { verification, document } = await compose(deps, opening)
  const now = deps.clock.now()
  const { front, back } = found.pictures
  const conflicts = await openOwedVerification(deps, {
    verification,
    vendors: holder.vendors,
    also: [
      sessionLives(caller.session, now),
      documentHandedIn(document),
      materialUsed(front, document.id, now),
      materialUsed(back, document.id, now),
    ],
  })
  if (conflicts.length === 0) return ok(document)
  return { ok: false, refusal: refusalOfDocument(conflicts, { vendors: deps.vendors, validUntil }, now) }
}
