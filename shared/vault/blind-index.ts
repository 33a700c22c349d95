import { createSecretKey } from 'node:crypto'
import { framedMac } from './framed-mac.ts'

/** Version of the HMAC key, part of every stored index so that a new key can be brought in beside the old one. */
const KEY_VERSION = 'v1'

/** A value that can be compared but not read back, derived locally from one KMS MAC. The MAC itself is never stored. */
export const blindIndex = (mac: Uint8Array, purpose: string, ...parts: string[]): string =>
  `${KEY_VERSION}.${framedMac(createSecretKey(mac), [purpose, ...parts])}`
