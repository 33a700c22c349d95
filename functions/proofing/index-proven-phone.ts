import { indexPart } from '../../shared/vault/index-part.ts'
import type { Vault } from '../../shared/vault/vault.ts'

/**
 * The blind index of the number (11 digits) that an account was verified with, for that account, so that equal ones of two accounts look
 * different. One KMS call, the first time.
 */
export const indexProvenPhone = (vault: Vault, accountId: string, phone: string): Promise<string> =>
  indexPart(vault, 'proven-phone', accountId, phone)
