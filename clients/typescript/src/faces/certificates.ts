import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask } from '../calling/types.ts'

/** What the certificate of an id is now. */
export type CertificateStatement = Answer<'GET /v1/certificates/{id}'>

/** Whether an app is certified now. */
export type CertifiedApp = Answer<'GET /v1/gate/certified'>

/** Certificates of apps, as anybody may look at them. */
export const openCertificates = (ask: Ask) => ({
  /** What the certificate of an id is now, however it is typed; `signed` proves it to others. An id that is none is an answer: `unknown`. */
  get: (id: string, options: CallOptions = {}): Promise<CertificateStatement> =>
    ask('GET /v1/certificates/{id}', { params: { id }, ...options }),
  /** By which keys statements are signed. */
  keys: (options: CallOptions = {}): Promise<Answer<'GET /v1/certificate-keys'>> =>
    ask('GET /v1/certificate-keys', options),
})

/** Asks whether an app is certified now; the platform about any, a signed-in user about theirs. */
export const askCertified = (ask: Ask, appId: string, options: CallOptions): Promise<CertifiedApp> =>
  ask('GET /v1/gate/certified', { query: { appId }, ...options })
