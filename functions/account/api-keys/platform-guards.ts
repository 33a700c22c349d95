import type { Guard } from '../../../shared/http/callers.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type PlatformKey, platformKeyId } from './platform-key.ts'

/** The platform's backend, known by the id of its key. */
export type Platform = { platformKeyId: string }

type PlatformKeys = () => Promise<readonly PlatformKey[]>

/** Whose key that is, or `unauthenticated`. */
export const platformOf = async (
  bearer: string | undefined,
  platformKeys: PlatformKeys,
): Promise<Outcome<Platform>> => {
  const id = platformKeyId(bearer, await platformKeys())
  return id === undefined ? refused('unauthenticated') : ok({ platformKeyId: id })
}

/** Lets in the platform's backend. */
export const byPlatformKey = (platformKeys: PlatformKeys): Guard<'platform', Platform> => ({
  kind: 'platform',
  admit: ({ bearer }) => platformOf(bearer, platformKeys),
})
