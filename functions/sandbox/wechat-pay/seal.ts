import { createCipheriv } from 'node:crypto'

/** The sealed part of a notification, as it goes over the wire. */
export type SealedResource = {
  algorithm: 'AEAD_AES_256_GCM'
  ciphertext: string
  associated_data: string
  nonce: string
  original_type: string
}

/** Seals a plaintext under the merchant's APIv3 key. `nonce`: 12 ASCII characters, never twice under one key. */
export const sealed = (plaintext: string, type: string, apiV3Key: string, nonce: string): SealedResource => {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce))
  cipher.setAAD(Buffer.from(type))
  const parts = [cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return {
    original_type: type,
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: Buffer.concat(parts).toString('base64'),
    associated_data: type,
    nonce,
  }
}
