import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { FIRST_VERSION, ofEach, type Versioned } from '../kernel/versioned.ts'
import { openerOf, sealerOf } from './data-key.ts'
import { seal, unseal } from './sealing.ts'
import type { KeyOwner, Mac, Vault } from './vault.ts'

/**
 * The vault without KMS, for unit tests and the simulation: wraps data keys under a key of its own. `versions`: under which people are
 * indexed, asked anew each time.
 */
export const memoryVault = (versions: () => Versioned<string> = () => [FIRST_VERSION]): Vault => {
  const root = createSecretKey(randomBytes(32))
  const macRoot = createSecretKey(randomBytes(32))
  let calls = 0
  const macUnder = (version: string, value: string): Mac => {
    calls += 1
    return { version, bytes: createHmac('sha256', macRoot).update(`${version}:${value}`).digest() }
  }
  const wrapping = ({ account, ...of }: KeyOwner) => ({
    dataSet: 'data-key',
    key: account,
    attribute: JSON.stringify(of),
  })
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
    mac: async (value) => macUnder(FIRST_VERSION, value),
    get versions() {
      return versions()
    },
    macs: async (value) => ofEach(versions(), (version) => macUnder(version, value)),
  }
}
