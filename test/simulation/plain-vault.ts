import { createHash } from 'node:crypto'
import type { Vault } from '../../shared/vault/vault.ts'

/** A vault that binds but does not encrypt: the simulation opens thousands of them, and sealing has tests of its own. */
export const plainVault = (): Vault => ({
  calls: () => 0,
  async newDataKey(owner) {
    return {
      wrappedKey: JSON.stringify(owner),
      seal: (binding, plaintext) => JSON.stringify([binding, plaintext]),
    }
  },
  async openDataKey(wrappedKey, owner) {
    if (wrappedKey !== JSON.stringify(owner)) throw new Error('opened for another owner')
    return {
      open(binding, sealed) {
        const [bound, plaintext] = JSON.parse(sealed)
        if (JSON.stringify(bound) !== JSON.stringify(binding)) throw new Error('opened in another place')
        return String(plaintext)
      },
      forget: () => undefined,
    }
  },
  mac: async (value) => createHash('sha256').update(value).digest(),
})
