import { isDay } from '../../../shared/kernel/days.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import type { DeedSubject } from '../../audit/deed.ts'
import { isVendorName } from '../../bookkeeping/statements/statement-rows.ts'
import { certificateIdIn } from '../../certificates/certificate/certificate-id.ts'
import { isComplaintId } from '../../complaints/complaint.ts'
import { isPaymentChannel, paymentChannels } from '../../payment/paying/provider.ts'

/** As operators' keys are named in the secret, and people among them by their login. */
const isOperatorId = (text: string): boolean => /^[\w.-]{1,64}$/.test(text)

const isQueueName = (text: string): boolean => /^[a-z]{1,40}$/.test(text)

/** What each kind is named by. */
const parts: Record<DeedSubject, readonly ((text: string) => boolean)[]> = {
  account: [isId],
  order: [isId],
  complaint: [isPaymentChannel, isComplaintId],
  reconciliation: [isPaymentChannel, isDay],
  statement: [isVendorName, isDay],
  operator: [isOperatorId],
  queue: [isQueueName],
  endpoint: [isId],
  review: [isId, isId],
  certificate: [(text) => certificateIdIn(text) === text],
}

/** The form of each, for whoever wrote none of them. A day is one of Beijing, YYYYMMDD. */
export const DEED_SUBJECT_FORMS = [
  'account:{id}',
  'order:{id}',
  `complaint:${paymentChannels.join('|')}:{id}`,
  `reconciliation:${paymentChannels.join('|')}:20261120`,
  'statement:{vendor}:20261120',
  'operator:{id}',
  'queue:{name}',
  'endpoint:{id}',
  'review:{account}:{id}',
  'certificate:{id}',
]

const isKind = (text: string | undefined): text is DeedSubject => Object.hasOwn(parts, String(text))

/** Whether a text names something that deeds are done to, as `deedSubjects` does. */
export const isDeedSubject = (text: string): boolean => {
  const [kind, ...names] = text.split(':')
  if (!isKind(kind) || names.length !== parts[kind].length) return false
  return parts[kind].every((fits, at) => fits(String(names[at])))
}
