import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** What a sealed field is bound to; opening it under any other binding fails. */
export type Binding = {
  /** Constant name of the data set, so that a field cannot be moved to another kind of item. */
  dataSet: string
  /** Id of the item the field belongs to. */
  key: string
  attribute: string
}

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

const bound = (binding: Binding): Buffer =>
  Buffer.from(JSON.stringify([VERSION, binding.dataSet, binding.key, binding.attribute]))

/** The text is damaged, was sealed for another place, or was sealed under another key. */
export class NotSealedHere extends Error {
  override name = 'NotSealedHere'
}

/** IV, tag and ciphertext of these bytes, 28 bytes more than they are: as `seal`, for what is no text. */
export const sealBytes = (key: Uint8Array | KeyObject, binding: Binding, plaintext: Uint8Array): Uint8Array => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound(binding))
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** The bytes again; throws `NotSealedHere`. */
export const unsealBytes = (key: Uint8Array | KeyObject, binding: Binding, sealed: Uint8Array): Uint8Array => {
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new NotSealedHere('not sealed bytes')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(bound(binding))
      .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw new NotSealedHere('damaged, or sealed elsewhere')
  }
}

/** AES-256-GCM with a random 12-byte IV: `v1.` and base64url of IV, tag and ciphertext. `key` has 32 bytes. */
export const seal = (key: Uint8Array | KeyObject, binding: Binding, plaintext: string): string => {
  const sealed = sealBytes(key, binding, Buffer.from(plaintext))
  return `${VERSION}.${Buffer.from(sealed).toString('base64url')}`
}

/** The plaintext again; throws `NotSealedHere`. */
export const unseal = (key: Uint8Array | KeyObject, binding: Binding, sealed: string): string => {
  const raw = Buffer.from(sealed.slice(VERSION.length + 1), 'base64url')
  // Node's decoder skips foreign characters and surplus bits, so that several texts would open as the same field.
  if (sealed !== `${VERSION}.${raw.toString('base64url')}`) throw new NotSealedHere('not a sealed field')
  return Buffer.from(unsealBytes(key, binding, raw)).toString('utf8')
}
