import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'
import { type Listed, type ListOptions, listed } from './list.ts'

/** Certificates, as operators look after them. */
export const operatorCertificates = (ask: Ask) => ({
  /** Those of an account, that of an app, or without either those that people suspended, revoked or reinstated, the last first. */
  list: (
    options: ListOptions<'GET /v1/operator/certificates'> = {},
  ): Listed<'GET /v1/operator/certificates', 'certificates'> =>
    listed(ask, 'GET /v1/operator/certificates', 'certificates', options),
  /** One by its id, however that is typed, with what was reported about it and what may be done. */
  get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/operator/certificates/{id}'>> =>
    ask('GET /v1/operator/certificates/{id}', { params: { id }, ...options }),
  /** Suspends, revokes or reinstates it: `reason` is public, `words` are for whoever administers the app. */
  move: (
    id: string,
    body: Body<'POST /v1/operator/certificates/{id}/moves'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/operator/certificates/{id}/moves'>> =>
    ask('POST /v1/operator/certificates/{id}/moves', { params: { id }, body, ...options }),
})
