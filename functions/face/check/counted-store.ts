import * as z from 'zod/mini'
import { beijingDay, DAY, type Millis } from '../../../shared/kernel/time.ts'
import { listedAt, listPart, ttlAt } from '../../../shared/table/keys.ts'
import { type Item, type Put, put } from '../../../shared/table/write.ts'
import { faceKeys, faceLists } from '../keys.ts'
import { type FaceCheck, type FaceReason, faceCheckStatuses, faceReasons } from './face-check.ts'

/** For as long as anybody counts them. */
const KEPT: Millis = 30 * DAY

const stored = z.object({
  vendor: z.string(),
  status: z.enum(faceCheckStatuses),
  reason: z.optional(z.enum(faceReasons)),
  ms: z.number(),
})

/** A confirmation that is over, as it is counted: at which vendor, how it ended and why, and how long after it was begun. */
export type CountedFace = z.infer<typeof stored>

/** The same in an item. */
export const countedFaceOf = (item: Item): CountedFace => z.parse(stored, item)

/** It is over; says not whose it was. Belongs in the commit that ends it. */
export const faceCounted = (
  { id, vendor, openedAt }: Pick<FaceCheck, 'id' | 'vendor' | 'openedAt'>,
  status: CountedFace['status'],
  reason: FaceReason | undefined,
  now: Millis,
): Put => {
  const key = faceKeys.counted(id)
  const day = faceLists.ended(beijingDay(now), listPart(key.pk))
  return put(key, { vendor, status, reason, ms: now - openedAt, ...listedAt(day, now), ttl: ttlAt(now + KEPT) })
}
