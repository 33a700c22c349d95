import { outboxWork } from '../shared/outbox/announced.ts'
import type { Pointer, Work } from '../shared/table/work.ts'
import type { Key } from '../shared/table/write.ts'
import { reconciliationWork } from './bookkeeping/keys.ts'
import { certificateWork } from './certificates/keys.ts'
import { applicationWork, textingWork } from './certification/keys.ts'
import { complaintWork } from './complaints/keys.ts'
import { evidenceWork } from './evidence/keys.ts'
import { faceWork } from './face/keys.ts'
import { materialWork } from './material/keys.ts'
import { messageWork } from './messaging/keys.ts'
import { orderWork, refundWork } from './payment/keys.ts'
import { clashWork } from './proofing/keys.ts'
import { reviewWork } from './review/keys.ts'
import { checkWork } from './verification/keys.ts'
import { deliveryWork } from './webhooks/keys.ts'

/** Every kind of work an item can owe. Each capability's `keys.ts` has its keys, lists and kinds of work. */
export const works: readonly Work[] = [
  orderWork,
  checkWork,
  faceWork,
  materialWork,
  evidenceWork,
  clashWork,
  refundWork,
  messageWork,
  complaintWork,
  reviewWork,
  applicationWork,
  certificateWork,
  textingWork,
  reconciliationWork,
  outboxWork,
  deliveryWork,
]

/** The pointer to an item that can owe work, whichever kind; undefined for any other item. */
export const pointerTo = (key: Key): Pointer | undefined => works.find((work) => work.isOf(key))?.pointerTo(key)
