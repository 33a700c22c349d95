import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Key } from './key-store.ts'

/** Ours, since that of KMS is not published: version, key id (36), nonce (12), tag (16), sealed bytes. */
const VERSION = 1
const ID = { from: 1, to: 37 }
const NONCE = { from: 37, to: 49 }
const TAG = { from: 49, to: 65 }

export type EncryptionContext = Record<string, string>

/** The same bytes whatever the order of the entries. */
const aad = (context: EncryptionContext): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))))

/** Encrypts under a key, bound to the context. The result names the key. */
export const encrypt = (key: Key, plaintext: Buffer, context: EncryptionContext): Buffer => {
  const nonce = randomBytes(NONCE.to - NONCE.from)
  const cipher = createCipheriv('aes-256-gcm', key.material, nonce).setAAD(aad(context))
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(key.id, 'ascii'), nonce, cipher.getAuthTag(), sealed])
}

/** The id of the key a ciphertext was made with; undefined for bytes that are no ciphertext of ours. */
export const keyIdOf = (ciphertext: Buffer): string | undefined =>
  ciphertext.length >= TAG.to && ciphertext[0] === VERSION ? ciphertext.toString('ascii', ID.from, ID.to) : undefined

/** The plaintext; undefined if key or context are not those it was encrypted under, or if it was changed. */
export const decrypt = (key: Key, ciphertext: Buffer, context: EncryptionContext): Buffer | undefined => {
  const cipher = createDecipheriv('aes-256-gcm', key.material, ciphertext.subarray(NONCE.from, NONCE.to))
  cipher.setAAD(aad(context)).setAuthTag(ciphertext.subarray(TAG.from, TAG.to))
  try {
    return Buffer.concat([cipher.update(ciphertext.subarray(TAG.to)), cipher.final()])
  } catch {
    return undefined
  }
}
