import { createHmac, createSecretKey } from 'node:crypto'

/** Version of the HMAC key, part of every stored index so that a new key can be brought in beside the old one. */
const KEY_VERSION = 'v1'

/**
 * A value that can be compared but not read back, derived locally from one KMS MAC. `parts` are framed by length, so no two
 * different lists of parts give the same input. The MAC itself is never stored.
 */
export const blindIndex = (mac: Uint8Array, purpose: string, ...parts: string[]): string => {
  // As a key object, because Node takes ten times longer with the bytes themselves.
  const hash = createHmac('sha256', createSecretKey(mac))
  for (const part of [purpose, ...parts]) {
    const bytes = Buffer.from(part)
    hash.update(`${bytes.length}:`).update(bytes)
  }
  return `${KEY_VERSION}.${hash.digest('base64url')}`
}
