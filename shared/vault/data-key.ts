import { createSecretKey, type KeyObject } from 'node:crypto'
import { NotSealedHere, seal, sealBytes, unseal, unsealBytes } from './sealing.ts'
import type { Opener, Sealer } from './vault.ts'

/** The bytes of a data key as a key object, which is ten times faster to seal and open with; the bytes are wiped. */
const keyFrom = (plaintext: Uint8Array): KeyObject => {
  const key = createSecretKey(plaintext)
  plaintext.fill(0)
  return key
}

/** Seals under a fresh data key of 32 bytes, which are wiped. */
export const sealerOf = (wrappedKey: string, plaintext: Uint8Array): Sealer => {
  const key = keyFrom(plaintext)
  return {
    wrappedKey,
    seal: (binding, text) => seal(key, binding, text),
    sealBytes: (binding, bytes) => sealBytes(key, binding, bytes),
  }
}

/** Opens with an unwrapped data key of 32 bytes, which are wiped; Node wipes its copy when it is collected. */
export const openerOf = (plaintext: Uint8Array): Opener => {
  let key: KeyObject | undefined = keyFrom(plaintext)
  const live = (): KeyObject => {
    if (!key) throw new NotSealedHere('the data key was forgotten')
    return key
  }
  return {
    open: (binding, sealed) => unseal(live(), binding, sealed),
    openBytes: (binding, sealed) => unsealBytes(live(), binding, sealed),
    forget() {
      key = undefined
    },
  }
}
