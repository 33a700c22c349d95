import type { Millis } from '../../../shared/kernel/time.ts'
import { isNew, type Put, put } from '../../../shared/table/write.ts'
import { faceKeys } from '../keys.ts'

/** Why a confirmation by face confirms nothing: it has confirmed something already. */
export const FACE_USED = 'face_used'

/** A confirmation by face confirms one thing, once: belongs in the commit of that. */
export const faceUsed = ({ accountId, id }: { accountId: string; id: string }, now: Millis): Put =>
  put(faceKeys.used(accountId, id), { usedAt: now }, isNew, FACE_USED)
