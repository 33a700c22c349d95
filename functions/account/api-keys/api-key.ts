import { createHash } from 'node:crypto'
import { isSameText } from './same-text.ts'

/** An API key as configured: `sha256` is the lower-case hex digest of the whole key, prefix included. */
export type ApiKey = { id: string; sha256: string }

/**
 * The id of the configured key that `presented` is, or undefined. Compares digests in constant time, and all of them. The
 * prefix keeps kinds apart: a session token starts with an account id, so no kind can be taken for another.
 */
export const apiKeyId = (
  prefix: string,
  presented: string | undefined,
  keys: readonly ApiKey[],
): string | undefined => {
  if (!presented?.startsWith(prefix)) return undefined
  const digest = createHash('sha256').update(presented).digest('hex')
  return keys.filter((key) => isSameText(key.sha256, digest))[0]?.id
}
