import { ofEach, type Versioned } from '../../../shared/kernel/versioned.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

/** What the number of a card is known by: `own`: to its account, under each live version of the key; `anyones`: wherever it is typed. */
export type CardIndexes = { own: Versioned<string>; anyones: string }

/** One KMS call for each live version of the key. */
export const indexCard = async (
  vault: Pick<Vault, 'macs'>,
  accountId: string,
  number: string,
): Promise<CardIndexes> => {
  const macs = await vault.macs(number)
  return { own: ofEach(macs, (mac) => blindIndex(mac, 'card', accountId)), anyones: blindIndex(macs[0], 'any_card') }
}
