import type { Answer } from 'shiming-client'

type Verification = Pick<Answer<'GET /v1/verifications'>['verifications'][number], 'status' | 'reason'>

/**
 * Where somebody belongs whose newest verification this is: `here`, to pay for it; at the `result`, where its money is told of, too; or, as
 * there is none or it ended without money (`over`), at the form.
 */
export const placeOf = (newest: Verification | undefined): 'here' | 'result' | 'none' | 'over' => {
  if (!newest) return 'none'
  const { status, reason } = newest
  if (status === 'awaiting_payment') return 'here'
  const isUnpaid = status === 'expired' || (status === 'cancelled' && reason === 'cancelled_by_user')
  return isUnpaid ? 'over' : 'result'
}
