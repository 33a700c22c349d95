import type { Versioned } from '../kernel/versioned.ts'
import type { Binding } from './sealing.ts'

/**
 * Whose data key it is, and of which verification or material: the KMS encryption context. Not secret, and must match to open. Each of the
 * two has a key of KMS of its own.
 */
export type KeyOwner = { account: string; verification: string } | { account: string; material: string }

/** A fresh data key: seals fields now, and is kept only in its wrapped form. */
export type Sealer = {
  wrappedKey: string
  seal(binding: Binding, plaintext: string): string
  sealBytes(binding: Binding, plaintext: Uint8Array): Uint8Array
}

/** An unwrapped data key: opens what it sealed until `forget`; throws `NotSealedHere` for anything else. */
export type Opener = {
  open(binding: Binding, sealed: string): string
  openBytes(binding: Binding, sealed: Uint8Array): Uint8Array
  forget(): void
}

/** HMAC-SHA-256 of a value, and the version of the key it was made under. */
export type Mac = { version: string; bytes: Uint8Array }

/** Data keys and MACs from KMS; fields are sealed locally. Throws when KMS does not answer. */
export type Vault = {
  newDataKey(owner: KeyOwner): Promise<Sealer>
  openDataKey(wrappedKey: string, owner: KeyOwner): Promise<Opener>
  /**
   * The MAC of a normalised value under the first version of a key that never leaves KMS; input of blind indexes, never stored. What is
   * bound to a number of a phone stays under that version for good.
   */
  mac(value: string): Promise<Mac>
  /** The versions that people are indexed under by now, the one that is written first. */
  versions: Versioned<string>
  /** The same under each of those. One call each. */
  macs(value: string): Promise<Versioned<Mac>>
  /** How many calls to KMS were made so far. */
  calls(): number
}
