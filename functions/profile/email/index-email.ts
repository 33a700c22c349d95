import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

/** The blind index of a normalised address: names it in keys without saying it. One KMS call. */
export const indexEmail = async (vault: Pick<Vault, 'mac'>, address: string): Promise<string> =>
  blindIndex(await vault.mac(`email:${address}`), 'email')
