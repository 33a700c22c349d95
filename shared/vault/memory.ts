import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { openerOf, sealerOf } from './data-key.ts'
import { seal, unseal } from './sealing.ts'
import type { KeyOwner, Vault } from './vault.ts'

/** The vault without KMS, for unit tests and the simulation: wraps data keys under a key of its own. */
export const memoryVault = (): Vault => {
  const root = createSecretKey(randomBytes(32))
  const macKey = createSecretKey(randomBytes(32))
  let calls = 0
  const wrapping = (owner: KeyOwner) => ({ dataSet: 'data-key', key: owner.account, attribute: owner.verification })
  return {
    calls: () => calls,
    async newDataKey(owner) {
      calls += 1
      const key = randomBytes(32)
      return sealerOf(seal(root, wrapping(owner), key.toString('base64')), key)
    },
    async openDataKey(wrappedKey, owner) {
      calls += 1
      return openerOf(Buffer.from(unseal(root, wrapping(owner), wrappedKey), 'base64'))
    },
    async mac(value) {
      calls += 1
      return createHmac('sha256', macKey).update(value).digest()
    },
  }
}
