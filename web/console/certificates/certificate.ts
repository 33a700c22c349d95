import type { Answer } from 'shiming-client'

/** A certificate in a list, and one as it is opened. */
export type CertificateRow = Answer<'GET /v1/operator/certificates'>['certificates'][number]
export type Certificate = Answer<'GET /v1/operator/certificates/{id}'>

/** How loud a state is. */
export const toneOf = (status: CertificateRow['status']): 'good' | 'warn' | 'danger' | 'info' =>
  (({ valid: 'good', suspended: 'warn', revoked: 'danger', expired: 'info' }) as const)[status]
