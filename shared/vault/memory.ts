import { createHmac, randomBytes } from 'node:crypto'
import { NotSealedHere, seal, unseal } from './sealing.ts'
import type { KeyOwner, Vault } from './vault.ts'

/** The vault without KMS, for unit tests and the simulation: wraps data keys under a key of its own. */
export const memoryVault = (): Vault => {
  const root = randomBytes(32)
  const macKey = randomBytes(32)
  let calls = 0
  const wrapping = (owner: KeyOwner) => ({ dataSet: 'data-key', key: owner.account, attribute: owner.verification })
  return {
    calls: () => calls,
    async newDataKey(owner) {
      calls += 1
      const key = randomBytes(32)
      return {
        wrappedKey: seal(root, wrapping(owner), key.toString('base64')),
        seal: (binding, plaintext) => seal(key, binding, plaintext),
      }
    },
    async openDataKey(wrappedKey, owner) {
      calls += 1
      const key = Buffer.from(unseal(root, wrapping(owner), wrappedKey), 'base64')
      let forgotten = false
      return {
        open(binding, sealed) {
          if (forgotten) throw new NotSealedHere('the data key was forgotten')
          return unseal(key, binding, sealed)
        },
        forget() {
          forgotten = true
        },
      }
    },
    async mac(value) {
      calls += 1
      return createHmac('sha256', macKey).update(value).digest()
    },
  }
}
