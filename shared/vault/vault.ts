import type { Binding } from './sealing.ts'

/** Which account and verification a data key belongs to: the KMS encryption context. Not secret, and must match to open. */
export type KeyOwner = { account: string; verification: string }

/** A fresh data key: seals fields now, and is kept only in its wrapped form. */
export type Sealer = { wrappedKey: string; seal(binding: Binding, plaintext: string): string }

/** An unwrapped data key: opens fields until `forget`. */
export type Opener = { open(binding: Binding, sealed: string): string; forget(): void }

/** Data keys and MACs from KMS; fields are sealed locally. Throws when KMS does not answer. */
export type Vault = {
  newDataKey(owner: KeyOwner): Promise<Sealer>
  openDataKey(wrappedKey: string, owner: KeyOwner): Promise<Opener>
  /** HMAC-SHA-256 of a normalised value under a key that never leaves KMS; input of blind indexes, never stored. */
  mac(value: string): Promise<Uint8Array>
  /** How many calls to KMS were made so far. */
  calls(): number
}
