import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

const BUSINESS = 'BUSINESS#'

export const clearingKeys = {
  /** All businesses of the platform: whoever shows a binding names its business, and reads them in one call. */
  businesses: () => keyAt(`${BUSINESS}all`, 'BUSINESSES'),
  /** That a business relies on who an account is. Read by the user and by the platform. */
  binding: (accountId: string, code: string) => keyAt(accountPartition(accountId), `${BUSINESS}${code}`),
}

/** Read as lists. */
export const clearingLists = {
  bindings: (accountId: string) => ({ pk: accountPartition(accountId), prefix: BUSINESS }),
}
