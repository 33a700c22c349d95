import type { FieldError, Refusal } from '../../../shared/kernel/outcome.ts'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import { NO_SESSION } from '../../account/sessions/session-store.ts'
import { isValid } from '../../evidence/evidence.ts'
import { type HeldIdentity, heldIdentity } from '../../gate/identity-store.ts'
import { MATERIAL_UNUSABLE } from '../../material/material-store.ts'
import { OWED_OPEN, openOwedIn } from '../../verification/owed/owed-store.ts'
import { refusalOfOwed } from '../../verification/owed/read-owed-conflicts.ts'

const coolingDown: Refusal = { code: 'resubmitted_too_soon' }

/** When what is proven of the document ends (epoch ms), `Infinity` for never; undefined where nothing that counts is. */
const provenUntil = ({ proofs }: HeldIdentity, now: Millis): Millis | undefined => {
  const proof = proofs.find((one) => one.kind === 'id_document' && isValid(one, now))
  return proof && (proof.validUntil ?? Number.POSITIVE_INFINITY)
}

/** That what is proven counts as long as a card that is valid until then (epoch ms; `Infinity` for life), or longer; undefined where it does not. */
export const whyOutlived = (held: HeldIdentity, validUntil: Millis, now: Millis): Refusal | undefined => {
  const proven = provenUntil(held, now)
  if (proven === undefined || validUntil > proven) return undefined
  return { code: 'document_proven', ...(Number.isFinite(proven) && { extra: { validUntil: rfc3339(proven) } }) }
}

/** What stands against a document that was handed in and is valid until then (as above), the most telling reason first. */
export const refusalOfDocument = (
  conflicts: readonly Conflict[],
  { vendors, validUntil }: { vendors: readonly { name: string }[]; validUntil: Millis },
  now: Millis,
): Refusal => {
  const item = new Map(conflicts.map((conflict) => [conflict.because, conflict.item]))
  if (item.has(NO_SESSION)) return { code: 'unauthenticated' }
  if (item.has('banned')) return { code: 'banned' }
  const documentId = openOwedIn(item.get(OWED_OPEN))
  if (documentId !== undefined) return { code: 'document_check_open', extra: { documentId } }
  if (item.has('not_provable')) {
    // Cleared since it was read, or proven for longer; whoever is somebody else by now begins anew.
    const held = heldIdentity(item.get('not_provable'))
    if (!held) return { code: 'document_needs_identity' }
    return whyOutlived(held, validUntil, now) ?? { code: 'contended' }
  }
  if (item.has(MATERIAL_UNUSABLE)) {
    const fields = ['/front', '/back'].map((pointer): FieldError => ({ pointer, code: 'material_unusable' }))
    return { code: 'material_unusable', fields }
  }
  return (
    refusalOfOwed(item, { limited: 'too_many_document_checks', coolingDown }, vendors, now) ?? { code: 'contended' }
  )
}
