import { type Secret, secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { Verification } from '../../verification/verification.ts'
import { EVIDENCE } from '../../verification/verification-store.ts'

/** Who the account is verified as, in plaintext in the memory of whoever asks a vendor. One KMS call. */
export const openPerson = async (
  { vault }: { vault: Vault },
  { id, accountId, sealed }: Pick<Verification, 'id' | 'accountId' | 'sealed'>,
): Promise<Secret<{ name: string; idNumber: string }>> => {
  const key = await vault.openDataKey(sealed.wrappedKey, { account: accountId, verification: id })
  const open = (attribute: 'name' | 'idNumber'): string =>
    key.open({ dataSet: EVIDENCE, key: id, attribute }, sealed[attribute])
  try {
    return secret({ name: open('name'), idNumber: open('idNumber') })
  } finally {
    key.forget()
  }
}
