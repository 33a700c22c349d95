import { createHash } from 'node:crypto'
import { FIRST_VERSION, ofEach, type Versioned } from '../../../shared/kernel/versioned.ts'
import type { Binding } from '../../../shared/vault/sealing.ts'
import type { Mac, Vault } from '../../../shared/vault/vault.ts'

/** The MAC of a value under a version of the key. */
export const macUnder = (version: string, value: string): Mac => ({
  version,
  bytes: createHash('sha256').update(`${version}:${value}`).digest(),
})

/**
 * A vault that binds but does not encrypt: the simulation opens thousands of them, and sealing has tests of its own. `versions`: under
 * which people are indexed by now.
 */
export const plainVault = (versions: () => Versioned<string> = () => [FIRST_VERSION]): Vault => ({
  calls: () => 0,
  async newDataKey(owner) {
    return {
      wrappedKey: JSON.stringify(owner),
      seal: (binding, plaintext) => JSON.stringify([binding, plaintext]),
      sealBytes: (binding, bytes) => Buffer.from(JSON.stringify([binding, [...bytes]])),
    }
  },
  async openDataKey(wrappedKey, owner) {
    if (wrappedKey !== JSON.stringify(owner)) throw new Error('opened for another owner')
    const opened = (binding: Binding, sealed: string): unknown => {
      const [bound, plaintext] = JSON.parse(sealed)
      if (JSON.stringify(bound) !== JSON.stringify(binding)) throw new Error('opened in another place')
      return plaintext
    }
    return {
      open: (binding, sealed) => String(opened(binding, sealed)),
      openBytes: (binding, sealed) => Uint8Array.from(opened(binding, Buffer.from(sealed).toString()) as number[]),
      forget: () => undefined,
    }
  },
  mac: async (value) => macUnder(FIRST_VERSION, value),
  get versions() {
    return versions()
  },
  macs: async (value) => ofEach(versions(), (version) => macUnder(version, value)),
})
