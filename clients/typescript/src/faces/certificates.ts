import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'

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
  /** Reports that a certificate is misused; people look at it, and nobody is told who said so. */
  report: (
    id: string,
    body: Body<'POST /v1/certificates/{id}/reports'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/certificates/{id}/reports'>> =>
    ask('POST /v1/certificates/{id}/reports', { params: { id }, body, ...options }),
})

/** The certificate of an app, as its administrator sees it. */
export type OwnCertificate = Answer<'GET /v1/apps/{id}/certificate'>

/** Certificates of the apps of a signed-in user. */
export const userCertificates = (ask: Ask) => ({
  /** How the certificate of an app stands, and when it can be renewed. */
  ofApp: (app: string, options: CallOptions = {}): Promise<OwnCertificate> =>
    ask('GET /v1/apps/{id}/certificate', { params: { id: app }, ...options }),
  /** Appeals against what people decided about it; answers the case. */
  appeal: (
    app: string,
    body: Body<'POST /v1/apps/{id}/certificate/appeals'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/apps/{id}/certificate/appeals'>> =>
    ask('POST /v1/apps/{id}/certificate/appeals', { params: { id: app }, body, ...options }),
  /** Says on which page the link of the certificate is, to be looked at once a day; null for none. */
  setPage: (
    app: string,
    body: Body<'PUT /v1/apps/{id}/certificate/page'>,
    options: CallOptions = {},
  ): Promise<Answer<'PUT /v1/apps/{id}/certificate/page'>> =>
    ask('PUT /v1/apps/{id}/certificate/page', { params: { id: app }, body, ...options }),
})

/** Asks whether an app is certified now; the platform about any, a signed-in user about theirs. */
export const askCertified = (ask: Ask, appId: string, options: CallOptions): Promise<CertifiedApp> =>
  ask('GET /v1/gate/certified', { query: { appId }, ...options })
