import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'

const CERTIFICATE = 'CERTIFICATE#'

export const certificateKeys = {
  /** The certificate of an app. Read by anybody who asks about its id, and by whoever ends it. */
  certificate: (id: string) => keyAt(`${CERTIFICATE}${id}`, 'CERTIFICATE'),
}

export const certificateWork = work('certificate', CERTIFICATE, 'CERTIFICATE')

/** Read as lists, of the list index. */
export const certificateLists = {
  /** Every certificate of an account that administers an app which has one, by when it was issued. */
  ofAccount: (accountId: string) => `CERTIFICATES#${accountId}`,
}
