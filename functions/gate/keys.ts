import { keyAt } from '../../shared/table/keys.ts'
import { accountPartition } from '../account/keys.ts'

export const gateKeys = {
  /** The identity an account holds, as far as it may be shown. Read by the gate. */
  identity: (accountId: string) => keyAt(accountPartition(accountId), 'IDENTITY'),
  /** How often the identity of an account was cleared. Read by whatever hangs on an identity. */
  epoch: (accountId: string) => keyAt(accountPartition(accountId), 'EPOCH'),
  /** When an account became nobody, and from which level. Read by whoever explains its level to it. */
  cleared: (accountId: string) => keyAt(accountPartition(accountId), 'CLEARED'),
}
