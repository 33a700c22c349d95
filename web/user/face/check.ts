import type { Answer } from 'shiming-client'
import { mine } from '../../shared/service.ts'

/** A confirmation by face as the service tells it. */
export type Check = Answer<'GET /v1/face-checks/{id}'>

/** Whether it is not over yet. */
export const isOpen = ({ status }: Check): boolean => status === 'opening' || status === 'opened'

/** A confirmation as it is now: one that is open is asked for at the vendor, as nothing says by itself that it is done. */
export const readNow = (check: Check, signal: AbortSignal): Promise<Check> | Check =>
  check.status === 'opened' ? mine().faceChecks.look(check.id, { signal }) : check
