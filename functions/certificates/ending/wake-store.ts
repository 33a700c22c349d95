import type { Millis } from '../../../shared/kernel/time.ts'
import { due } from '../../../shared/table/keys.ts'
import { exists, type Update, update } from '../../../shared/table/write.ts'
import { certificateKeys } from '../keys.ts'

/** Whoever keeps the certificate looks at it at once: whatever was planned about it as it was before comes to nothing. */
export const certificateWoken = (id: string, now: Millis, said: { notOperating?: true } = {}): Update => {
  const key = certificateKeys.certificate(id)
  return update(key, { set: { wakeAt: now, ...said, ...due(key, now) }, add: { changes: 1 } }, exists('id'))
}
