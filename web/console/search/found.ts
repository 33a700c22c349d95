import type { Answer } from 'shiming-client'
import type { Right } from '../../../functions/operators/rights.ts'
import { type Store, store } from '../../shared/store.ts'

export type Hit = Answer<'POST /v1/operator/searches'>['hits'][number]

/** What was found last, in the memory of this page alone: what was searched for may be somebody's number, and stands in no address. */
export const found: Store<readonly Hit[] | undefined> = store<readonly Hit[] | undefined>(undefined)

/** Found in the time line of their account, among all of their kind. */
const certificationKinds: readonly Hit['kind'][] = ['app', 'applicant', 'application']

/** The page of something that was found; undefined where it has none that this operator may see. */
export const pageOf = ({ kind, id, accountId, orderId, channel }: Hit, may: (right: Right) => boolean) => {
  if (kind === 'certificate') return may('see_people') ? `/console/certificates/${id}` : undefined
  if (kind === 'deed') return `/console/deeds/${id}`
  if (kind === 'proposal') return `/console/proposals/${id}`
  if (kind === 'complaint' && channel !== null) return `/console/complaints/${channel}/${encodeURIComponent(id)}`
  if (orderId !== null)
    return `/console/orders/${orderId}${kind === 'refund' ? `?refund=${encodeURIComponent(id)}` : ''}`
  if (accountId === null || !may('see_people')) return undefined
  const lines = certificationKinds.includes(kind) ? `?kinds=${kind}` : ''
  return `/console/accounts/${accountId}${lines}`
}
