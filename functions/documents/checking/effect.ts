import { materialFreed, materialReleased } from '../../material/material-store.ts'
import type { OwedEffect } from '../../verification/owed/owed-effect.ts'
import { documentRefusalOf, keepsPhotos } from './document.ts'
import { documentChecked } from './document-store.ts'

/**
 * X1 what the check of an identity card means for the document, and for its photos: they are forgotten at once, but where nothing was found
 * out they are as free as they were before, so that nobody has to take them again.
 */
export const documentEffect: OwedEffect = {
  decided({ accountId, subject: id, pictures = [] }, decision, _said, { now, retryAt }) {
    const reason = decision.status === 'verified' ? undefined : documentRefusalOf(decision)
    const free = reason !== undefined && keepsPhotos(reason)
    return [
      documentChecked({ accountId, id }, reason === undefined ? 'proven' : { reason, retryAt }, now),
      ...pictures.map((one) => (free ? materialFreed(one, id, one.keptUntil) : materialReleased(one, id, now))),
    ]
  },
}
