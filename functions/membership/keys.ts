import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

export const membershipKeys = {
  membership: (accountId: string) => keyAt(accountPartition(accountId), 'MEMBERSHIP'),
}
