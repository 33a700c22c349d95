import type { ClearingEffect } from '../../gate/clearing-effect.ts'
import { findHeldIds } from '../certificate/held-store.ts'
import { certificateWoken } from './wake-store.ts'

/** As many as a commit has room for beside all else that a clearing writes; of more, each is found by its own clock, and counts no more for anybody all the same. */
const AT_ONCE = 30

/**
 * W7 X4 the certificates of the apps that whoever the account was administers count no more from this commit on, as it raises the epoch; it is written down
 * in each soon. One call.
 */
export const certificatesClearing: ClearingEffect = {
  async plan(table, accountId, now) {
    const ids = await findHeldIds(table, accountId)
    return ids.slice(0, AT_ONCE).map((id) => certificateWoken(id, now))
  },
}
