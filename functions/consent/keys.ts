import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

export const consentKeys = {
  /** A notice that users agreed to, as it was. Read by whoever wants to see it later. */
  notice: (version: string) => keyAt(`NOTICE#${version}`, 'NOTICE'),
  /** What somebody agreed to, by purpose. Read by them, and guarded by whatever hands on something under it. */
  consent: (accountId: string, id: string) => keyAt(accountPartition(accountId), `CONSENT#${id}`),
  /** What was handed on of somebody, to whom. Read by them, and by whoever must show it. */
  disclosure: (accountId: string, id: string) => keyAt(accountPartition(accountId), `DISCLOSURE#${id}`),
}

/** Read as lists, newest by id. */
export const consentLists = {
  consents: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'CONSENT#' }),
  disclosures: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'DISCLOSURE#' }),
}
