import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { returnUrlKept, type SessionClaim } from '../sessions/session-store.ts'
import { isReturnUrl } from './return-url.ts'
import type { SessionLinkSettings } from './settings.ts'

export type ReturnUrlDeps = { table: Table; clock: Clock; settings: SessionLinkSettings }

/**
 * Remembers where the pages of a session lead back to, in the place of what it led back to before. Refuses with `invalid_return_url` whatever is
 * not under an origin of the settings, and with `unauthenticated` where the session is over. One database call.
 */
export const keepReturnUrl = async (
  { table, clock, settings }: ReturnUrlDeps,
  caller: SessionClaim,
  returnUrl: string,
): Promise<Outcome<undefined>> => {
  if (!isReturnUrl(returnUrl, settings.sessions.returnOrigins)) return refusedField('/returnUrl', 'invalid_return_url')
  const kept = await table.update(returnUrlKept(caller.session, returnUrl, clock.now()))
  return kept.kind === 'updated' ? ok(undefined) : refused('unauthenticated')
}
