import { createDecipheriv, type KeyObject } from 'node:crypto'
import * as z from 'zod/mini'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The encrypted part of a notification. Other algorithms exist (SM4); this service has no key for them. */
export const sealed = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  ciphertext: z.string(),
  nonce: z.string(),
  associated_data: z.nullish(z.string()),
})

/** The plaintext; undefined unless key, nonce, associated data and every byte of the ciphertext are the sender's. */
export const openSealed = (key: KeyObject, box: z.infer<typeof sealed>): Buffer | undefined => {
  const nonce = Buffer.from(box.nonce)
  const bytes = Buffer.from(box.ciphertext, 'base64')
  if (nonce.length !== NONCE_BYTES || bytes.length < TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(box.associated_data ?? '')).setAuthTag(bytes.subarray(-TAG_BYTES))
  const plaintext = decipher.update(bytes.subarray(0, -TAG_BYTES))
  try {
    // The tag is compared here and nowhere else: without it any forgery decrypts to something.
    return Buffer.concat([plaintext, decipher.final()])
  } catch {
    return undefined
  }
}
