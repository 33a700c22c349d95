import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  type Delete,
  type Item,
  isNew,
  type Put,
  put,
  remove,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import {
  type Document,
  type DocumentRefusal,
  documentRefusalReasons,
  documentStatuses,
  documentTransitions,
} from './document.ts'
import { documentKeys } from './keys.ts'

const stored = z.object({
  id: z.string(),
  accountId: z.string(),
  status: z.enum(documentStatuses),
  reason: z.optional(z.enum(documentRefusalReasons)),
  retryAt: z.optional(z.number()),
  handedInAt: z.number(),
  decidedAt: z.optional(z.number()),
  validUntil: z.optional(z.number()),
})

/** The document in an item. */
export const documentOf = (item: Item): Document => z.parse(stored, item)

/** A card was handed in, and its check is owed. */
export const documentHandedIn = (of: Document): Put => put(documentKeys.document(of.accountId, of.id), { ...of }, isNew)

/**
 * Its check ended: it proves who the account is, or is refused for this reason, and then nothing that stands on it is kept. Belongs in the commit
 * of that end.
 */
export const documentChecked = (
  { accountId, id }: Pick<Document, 'accountId' | 'id'>,
  end: 'proven' | { reason: DocumentRefusal; retryAt?: Millis | undefined },
  now: Millis,
): Update => {
  const on = end === 'proven' ? end : 'refused'
  const set = { status: target(documentTransitions, on), decidedAt: now, ...(end !== 'proven' && end) }
  return update(
    documentKeys.document(accountId, id),
    { set, remove: end === 'proven' ? [] : ['validUntil'] },
    stateAllows(documentTransitions, on),
    'document_not_checking',
  )
}

/** Whose card it was is no more. */
export const documentForgotten = ({ accountId, id }: Pick<Document, 'accountId' | 'id'>): Delete =>
  remove(documentKeys.document(accountId, id))
