import { ofEach, type Versioned } from '../../../shared/kernel/versioned.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

/** What the number of a card is known by to one account, under each live version of the key. One KMS call for each. */
export const indexCard = async (
  vault: Pick<Vault, 'macs'>,
  accountId: string,
  number: string,
): Promise<Versioned<string>> => ofEach(await vault.macs(number), (mac) => blindIndex(mac, 'card', accountId))
