import type { Millis } from '../../../shared/kernel/time.ts'
import type { FaceCheckStatus, FaceReason } from '../../face/check/face-check.ts'
import type { Tally } from '../counts/counts.ts'

type EndedFace = { vendor: string; status: FaceCheckStatus; reason?: FaceReason | undefined; ms: Millis }

/** A confirmation by face that is over, on the day it was. */
export const countFace = (tally: Tally, { vendor, status, reason, ms }: EndedFace): void => {
  tally.add('faces_ended', [vendor, status, reason ?? 'none'])
  if (status === 'confirmed') tally.took('face_ms', [vendor], ms)
}
