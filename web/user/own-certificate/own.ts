import type { Answer } from 'shiming-client'
import { mine } from '../../shared/service.ts'
import { isProblem } from '../../shared/state/failure.ts'
import { isKnown, type Stating } from '../certificates/certificate.ts'

/** A certificate as the administrator of its app is shown it. */
export type Own = Stating<Answer<'GET /v1/apps/{id}/certificate'>>

/** The app, and its certificate; none where it never got one. */
export type Found = { app: Answer<'GET /v1/apps/{id}'>; own: Own | undefined }

const noneIf = (error: unknown): undefined => {
  if (isProblem(error, 'certificate_none')) return undefined
  throw error
}

/** Reads both. */
export const findOwn = async (id: string, signal: AbortSignal): Promise<Found> => {
  const [app, own] = await Promise.all([
    mine().apps.get(id, { signal }),
    mine().certificates.ofApp(id, { signal }).catch(noneIf),
  ])
  return { app, own: own && isKnown(own) ? own : undefined }
}
