import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

export const walletKeys = {
  points: (accountId: string) => keyAt(accountPartition(accountId), 'POINTS'),
}
