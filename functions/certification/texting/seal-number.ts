import type { Put } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { NUMBER, numberKept } from './number-store.ts'

/**
 * W5 the number (11 digits) that proved itself at a confirmation, sealed under a data key of the account and the application, to be texted what comes of it:
 * a write of the commit that confirms. One call to KMS.
 */
export const sealNumber = async (
  vault: Pick<Vault, 'newDataKey'>,
  { accountId, id: application }: { accountId: string; id: string },
  phone: string,
): Promise<Put> => {
  const { wrappedKey, seal } = await vault.newDataKey({ account: accountId, verification: application })
  const sealed = seal({ dataSet: NUMBER, key: application, attribute: 'phone' }, phone)
  return numberKept({ accountId, application, wrappedKey, phone: sealed })
}
