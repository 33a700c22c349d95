import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

export const walletKeys = {
  /** How many points an account has. Read by the account page and when a price went back. */
  points: (accountId: string) => keyAt(accountPartition(accountId), 'POINTS'),
}
