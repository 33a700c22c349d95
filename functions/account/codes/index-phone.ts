import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

/** The blind index of a normalised mobile number (11 digits): names it in keys without saying it. One KMS call. */
export const indexPhone = async (vault: Vault, phone: string): Promise<string> =>
  blindIndex(await vault.mac(`phone:${phone}`), 'phone')
