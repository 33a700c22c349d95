import { createHash, timingSafeEqual } from 'node:crypto'

/** An API key of the platform as configured: `sha256` is the lower-case hex digest of the whole key, prefix included. */
export type PlatformKey = { id: string; sha256: string }

/** What every API key starts with; a session token starts with an account id, so neither can be taken for the other. */
const PLATFORM_KEY_PREFIX = 'smk_'

/** True for a text that claims to be an API key. */
export const isPlatformKey = (text: string | undefined): text is string =>
  text?.startsWith(PLATFORM_KEY_PREFIX) ?? false

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The id of the configured key that `presented` is, or undefined. Compares digests in constant time, and all of them. */
export const platformKeyId = (presented: string | undefined, keys: readonly PlatformKey[]): string | undefined => {
  if (!isPlatformKey(presented)) return undefined
  const digest = createHash('sha256').update(presented).digest('hex')
  return keys.filter((key) => same(key.sha256, digest))[0]?.id
}
