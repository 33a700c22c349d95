import { createSecretKey } from 'node:crypto'
import { framedMac } from './framed-mac.ts'
import type { Mac } from './vault.ts'

/**
 * A value that can be compared but not read back, derived locally from one KMS MAC. The MAC itself is never stored, and the version of
 * its key is part of the value, so that a new key can be brought in beside the old one.
 */
export const blindIndex = ({ version, bytes }: Mac, purpose: string, ...parts: string[]): string =>
  `${version}.${framedMac(createSecretKey(bytes), [purpose, ...parts])}`

/** Under which version of the key a blind index was made. */
export const versionOf = (index: string): string => index.slice(0, index.indexOf('.'))
