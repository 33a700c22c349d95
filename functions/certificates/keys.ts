import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'

const CERTIFICATE = 'CERTIFICATE#'

export const certificateKeys = {
  /** The certificate of an app. Read by anybody who asks about its id, and by whoever ends it. */
  certificate: (id: string) => keyAt(`${CERTIFICATE}${id}`, 'CERTIFICATE'),
  /** That people moved it, and what it was last. Read as a list by operators. */
  moved: (id: string) => keyAt(`${CERTIFICATE}${id}`, 'MOVED'),
  /** What somebody reported about it. Read by operators. */
  report: (id: string, report: string) => keyAt(`${CERTIFICATE}${id}`, `REPORT#${report}`),
}

export const certificateWork = work('certificate', CERTIFICATE, 'CERTIFICATE')

/** Read as lists, of the list index. */
export const certificateLists = {
  /** Every certificate of an account that administers an app which has one, by when it was issued. */
  ofAccount: (accountId: string) => `CERTIFICATES#${accountId}`,
  /** Those that people suspended, revoked or reinstated, by when they last did. */
  moved: 'CERTIFICATES#moved',
  /** Within its partition, oldest first: what was reported about it. */
  reports: (id: string) => ({ pk: certificateKeys.certificate(id).pk, prefix: 'REPORT#' }),
}
