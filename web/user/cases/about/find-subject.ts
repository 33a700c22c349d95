import type { Answer } from 'shiming-client'
import { isId } from '../../../../shared/kernel/ids.ts'
import { mine } from '../../../shared/service.ts'

/** Something of the account that a case is about. */
export type Subject =
  | { is: 'verification'; of: Answer<'GET /v1/verifications'>['verifications'][number] }
  | { is: 'order'; of: Answer<'GET /v1/orders'>['orders'][number] }
  | { is: 'application'; of: Answer<'GET /v1/applications'>['applications'][number] }
  | { is: 'face_check'; of: Answer<'GET /v1/face-checks'>['faceChecks'][number] }

/** What the account has under that id, among the newest of each list; undefined for a word, and for what is older. Four calls at once. */
export const findSubject = async (subject: string, signal: AbortSignal): Promise<Subject | undefined> => {
  if (!isId(subject)) return undefined
  const { verifications, orders, faceChecks, applications } = mine()
  const [checked, ordered, faces, applied] = await Promise.all([
    verifications.list({ signal }).page(),
    orders.list({ signal }).page(),
    faceChecks.list({ signal }).page(),
    applications.list({ signal }).page(),
  ])
  const isIt = ({ id }: { id: string }): boolean => id === subject
  const [verification, order, face] = [checked.items.find(isIt), ordered.items.find(isIt), faces.items.find(isIt)]
  if (verification) return { is: 'verification', of: verification }
  if (order) return { is: 'order', of: order }
  const application = applied.items.find(isIt)
  if (application) return { is: 'application', of: application }
  return face && { is: 'face_check', of: face }
}
