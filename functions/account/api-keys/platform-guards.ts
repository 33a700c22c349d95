import type { Guard } from '../../../shared/http/callers.ts'
import { ok, refused } from '../../../shared/kernel/outcome.ts'
import { type PlatformKey, platformKeyId } from './platform-key.ts'

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
