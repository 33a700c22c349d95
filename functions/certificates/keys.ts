import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

const CERTIFICATE = 'CERTIFICATE#'

export const certificateKeys = {
  /** The certificate of an app. Read by anybody who asks about its id, and by whoever ends it. */
  certificate: (id: string) => keyAt(`${CERTIFICATE}${id}`, 'CERTIFICATE'),
  /** That people moved it, and what it was last. Read as a list by operators. */
  moved: (id: string) => keyAt(`${CERTIFICATE}${id}`, 'MOVED'),
  /** What somebody reported about it. Read by operators. */
  report: (id: string, report: string) => keyAt(`${CERTIFICATE}${id}`, `REPORT#${report}`),
  /** That an account administers the app of a certificate. Read as a list, by what ends who the account is. */
  held: (accountId: string, id: string) => keyAt(accountPartition(accountId), `${CERTIFICATE}${id}`),
}

export const certificateWork = work('certificate', CERTIFICATE, 'CERTIFICATE')

/** Read as lists; `ofAccount` and `moved` of the list index. */
export const certificateLists = {
  held: (accountId: string) => ({ pk: accountPartition(accountId), prefix: CERTIFICATE }),
  /** Every certificate of an account that administers an app which has one, by when it was issued. */
  ofAccount: (accountId: string) => `CERTIFICATES#${accountId}`,
  /** Those that people suspended, revoked or reinstated, by when they last did. */
  moved: 'CERTIFICATES#moved',
  /** Within its partition, oldest first: what was reported about it. */
  reports: (id: string) => ({ pk: certificateKeys.certificate(id).pk, prefix: 'REPORT#' }),
}
