import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { cardStates } from '../../verification/check/checker.ts'
import { type OwedRefusal, owedRefusals, refusalOf } from '../../verification/owed/refusal.ts'
import type { Decision } from '../../verification/verification.ts'

export const documentStatuses = ['checking', 'proven', 'refused'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

export const documentTransitions = [
  { from: ['checking'], to: 'proven', on: 'proven', when: 'name and ID number belong to one person' },
  { from: ['checking'], to: 'refused', on: 'refused', when: 'they do not, or it could not be found out' },
] as const satisfies StateTable<DocumentStatus, string>

/** What no check of a document ends for: a bank says it, or it is about mobile numbers. */
const ofOthers = [
  ...cardStates,
  'account_banned',
  'holder_differs',
  'reserved_phone_differs',
  'number_segment_unsupported',
] as const satisfies OwedRefusal[]

const isOfDocuments = (reason: OwedRefusal): reason is Exclude<OwedRefusal, (typeof ofOthers)[number]> =>
  !ofOthers.some((one) => one === reason)

/** Why a check did not prove a document: what did not fit, or why nothing was found out. */
export const documentRefusalReasons = owedRefusals.filter(isOfDocuments)
export type DocumentRefusal = (typeof documentRefusalReasons)[number]

/** X1 what the end of a check says of the document, as it is told to the platform. */
export const documentRefusalOf = (decision: Decision): DocumentRefusal => {
  const reason = refusalOf(decision, {})
  return isOfDocuments(reason) ? reason : 'service_fault'
}

/** What may help then: photos anew, time, or a person. */
export const documentRemedies = ['take_again', 'later', 'ask_a_person'] as const
export type DocumentRemedy = (typeof documentRemedies)[number]

export const remedyOf: Readonly<Record<DocumentRefusal, DocumentRemedy>> = {
  data_differ: 'ask_a_person',
  no_record: 'ask_a_person',
  identity_in_use: 'ask_a_person',
  identity_changed: 'take_again',
  document_expired: 'take_again',
  data_unsupported: 'ask_a_person',
  data_just_checked: 'later',
  vendor_unavailable: 'later',
  result_unknown: 'later',
  service_fault: 'later',
  vendor_daily_limit: 'later',
  vendor_refused: 'later',
}

/** Whether nothing was found out of what the photos show: they may be handed in once more, and nobody has to take them again. */
export const keepsPhotos = (reason: DocumentRefusal): boolean => remedyOf[reason] === 'later'

/** After which nobody is asked about the same name and number for a while, `retryAt` of the document. */
const coolingReasons: readonly DocumentRefusal[] = ['data_differ', 'no_record', 'data_unsupported', 'data_just_checked']

/** Until when nobody is asked about the same again (epoch ms), where this document was refused for that; undefined once that is over. */
export const coolsUntil = ({ reason, retryAt = 0 }: Document, now: Millis): Millis | undefined =>
  reason !== undefined && coolingReasons.includes(reason) && retryAt > now ? retryAt : undefined

/**
 * An identity card that was handed in by photos of both sides; nothing that stands on it is kept but `validUntil`, while it is not refused: when its last day ends in
 * Beijing (epoch ms), none where it is valid for life. Its check goes by the same id.
 */
export type Document = {
  id: string
  accountId: string
  status: DocumentStatus
  reason?: DocumentRefusal
  /** From when on the same may be tried again (epoch ms). */
  retryAt?: Millis
  handedInAt: Millis
  decidedAt?: Millis
  validUntil?: Millis
}
