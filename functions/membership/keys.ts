import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

export const membershipKeys = {
  /** Until when an account is a member. Read by the account page, sending and what extends or takes it back. */
  membership: (accountId: string) => keyAt(accountPartition(accountId), 'MEMBERSHIP'),
}
