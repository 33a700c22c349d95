import { cardStates, type Said } from '../check/checker.ts'
import { type Decision, type Reason, reasons } from '../verification.ts'

/** Whether a verification without an order can end for it. */
const isOfOwed = (
  reason: Reason,
): reason is Exclude<Reason, 'cancelled_by_user' | 'wrong_amount_paid' | 'identity_in_use'> =>
  !['cancelled_by_user', 'wrong_amount_paid', 'identity_in_use'].includes(reason)

/** Why a check that the platform paid for proved nothing: what did not fit, what the bank says of a card, or why nothing was found out. */
export const owedRefusals = [
  'data_differ',
  'holder_differs',
  'reserved_phone_differs',
  'no_record',
  'identity_in_use',
  ...cardStates,
  ...reasons.filter(isOfOwed),
] as const
export type OwedRefusal = (typeof owedRefusals)[number]

const ofMismatch = ({ differs = [] }: Said): OwedRefusal => {
  if (differs.includes('phone')) return 'reserved_phone_differs'
  return differs.includes('name') ? 'holder_differs' : 'data_differ'
}

/**
 * X2 M1 what the end of a check says of what it was about, to its user and to the platform alike; of none that proved it. The bank's own word
 * comes first: it is the holder's to mend.
 */
export const refusalOf = ({ status, reason }: Decision, said: Said): OwedRefusal => {
  if (said.card) return said.card
  if (status === 'no_record' || status === 'identity_in_use') return status
  if (status === 'mismatch') return ofMismatch(said)
  return reason !== undefined && isOfOwed(reason) ? reason : 'service_fault'
}
