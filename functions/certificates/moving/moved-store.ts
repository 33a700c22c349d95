import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { listedAt } from '../../../shared/table/keys.ts'
import { type Item, type Put, put } from '../../../shared/table/write.ts'
import { certificateKeys, certificateLists } from '../keys.ts'

/** People moved it: it stands among those that they did, by when. Says the same however often it is written. */
export const moveListed = (id: string, now: Millis): Put =>
  put(certificateKeys.moved(id), { certificate: id, ...listedAt(certificateLists.moved, now) })

/** Which certificate that item is about. */
export const movedIn = (item: Item): string => z.parse(z.object({ certificate: z.string() }), item).certificate
