import type { Guard } from '../../../shared/http/callers.ts'
import { ok, refused } from '../../../shared/kernel/outcome.ts'
import { type ApiKey, apiKeyId } from './api-key.ts'

/** An API key of the platform's backend. */
export type PlatformKey = ApiKey

const PREFIX = 'smk_'

/** True for a text that claims to be an API key of the platform. */
export const isPlatformKey = (text: string | undefined): text is string => text?.startsWith(PREFIX) ?? false

/** The id of the platform's key that `presented` is, or undefined. */
export const platformKeyId = (presented: string | undefined, keys: readonly PlatformKey[]): string | undefined =>
  apiKeyId(PREFIX, presented, keys)

/** The platform's backend, known by the id of its key. */
export type Platform = { platformKeyId: string }

/** Lets in the platform's backend. */
export const byPlatformKey = (platformKeys: () => Promise<readonly PlatformKey[]>): Guard<'platform', Platform> => ({
  kind: 'platform',
  async admit({ bearer }) {
    const id = platformKeyId(bearer, await platformKeys())
    return id === undefined ? refused('unauthenticated') : ok({ platformKeyId: id })
  },
})
