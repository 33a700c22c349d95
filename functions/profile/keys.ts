import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

export const profileKeys = {
  /** What the holder of an account told of themselves beyond what is demanded. Read where the level is explained. */
  further: (accountId: string) => keyAt(accountPartition(accountId), 'FURTHER'),
  /** The code that was sent to the e-mail address an account is to prove. Read where it is typed. */
  emailCode: (accountId: string) => keyAt(accountPartition(accountId), 'EMAILCODE'),
}
