import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

export const consentKeys = {
  /** A notice that users agreed to, as it was. Read by whoever wants to see it later. */
  notice: (version: string) => keyAt(`NOTICE#${version}`, 'NOTICE'),
  /** What was handed on of somebody, to whom. Read by them, and by whoever must show it. */
  disclosure: (accountId: string, id: string) => keyAt(accountPartition(accountId), `DISCLOSURE#${id}`),
}
