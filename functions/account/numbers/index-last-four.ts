import { indexPart } from '../../../shared/vault/index-part.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

const LAST = 4

/**
 * The blind index of the last four characters of an ID number (or of those four alone), for one account, so that equal ones of two
 * accounts look different. One KMS call, the first time.
 */
export const indexLastFour = (vault: Vault, accountId: string, idNumber: string): Promise<string> =>
  indexPart(vault, 'id-last-four', accountId, idNumber.slice(-LAST))
