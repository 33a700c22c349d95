import type { Answer } from 'shiming-client'
import type { Phase } from '../pay/phase.ts'

type Verification = Pick<Answer<'GET /v1/verifications'>['verifications'][number], 'status' | 'reason'>

type Place = 'here' | 'result' | 'none' | 'over'

/**
 * Where somebody belongs whose newest verification this is: `here`, to pay for it; at the `result`, where its money is told of, too; or, as
 * there is none or it ended without money (`over`), at the form.
 */
export const placeOf = (newest: Verification | undefined): Place => {
  if (!newest) return 'none'
  const { status, reason } = newest
  if (status === 'awaiting_payment') return 'here'
  const isUnpaid = status === 'expired' || (status === 'cancelled' && reason === 'cancelled_by_user')
  return isUnpaid ? 'over' : 'result'
}

/** Which text heads the page: to choose and pay only while its order can be paid, and once that is closed that it is over. */
export const headingOf = (place: Place, phase: Phase): 'title' | 'payTitle' | 'over' => {
  if (place === 'over') return 'over'
  if (place !== 'here') return place === 'none' ? 'payTitle' : 'title'
  if (phase === 'payable') return 'title'
  return phase === 'closed' || phase === 'returning' ? 'over' : 'payTitle'
}
