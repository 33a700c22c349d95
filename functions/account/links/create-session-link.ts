import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isReturnUrl } from './return-url.ts'
import { enterUrl } from './session-link.ts'
import { linkKey, linkMade, newLinkToken } from './session-link-store.ts'
import type { SessionLinkSettings } from './settings.ts'

export type LinkDeps = {
  table: Table
  clock: Clock
  ids: Ids
  settings: SessionLinkSettings
  publicUrl: string
}

/**
 * Makes a link that lets a user of the platform into the page, once and within `sessions.linkLifeMs`. The answer is the only time its
 * token is seen. The account is not made before somebody comes. Refuses with `invalid_return_url`. One database call.
 */
export const createSessionLink = async (
  deps: LinkDeps,
  { externalId, returnUrl }: { externalId: string; returnUrl?: string },
): Promise<Outcome<{ url: string; expiresAt: Millis }>> => {
  const { returnOrigins, linkLifeMs } = deps.settings.sessions
  if (returnUrl !== undefined && !isReturnUrl(returnUrl, returnOrigins))
    return refusedField('/returnUrl', 'invalid_return_url')
  const now = deps.clock.now()
  const token = newLinkToken(deps.ids)
  const link = {
    externalId,
    ...(returnUrl !== undefined && { returnUrl }),
    createdAt: now,
    expiresAt: now + linkLifeMs,
  }
  const made = await deps.table.commit([linkMade(linkKey(token), link)])
  if (made.kind === 'conflict') throw new Error('a fresh link token was taken')
  return ok({ url: enterUrl(deps.publicUrl, token), expiresAt: link.expiresAt })
}
