import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { counted, LIMITED, tooOften } from '../limits/limit-store.ts'
import { hourOf } from '../limits/window.ts'
import type { SignedIn } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import { newAuthorization } from './authorization.ts'
import { authorizationKey, authorizationOpened } from './authorization-store.ts'
import type { WeChatOAuth } from './wechat-oauth.ts'

export type OpenAuthorizationDeps = {
  table: Table
  clock: Clock
  ids: Ids
  settings: Pick<AccountSettings, 'wechat'>
  /** Undefined where this deployment has no service account. */
  wechat: () => Promise<WeChatOAuth | undefined>
  /** Where WeChat sends the browser back to, for a page of ours. */
  callbackUrl: (returnPath: string) => string
}

const STATE_BYTES = 32

/** WeChat takes letters and digits only. */
const newState = (ids: Ids): string => Buffer.from(ids.secret(STATE_BYTES), 'base64url').toString('hex')

/**
 * Begins a WeChat authorization in a session: the address to send the browser to, and until when it may come back (epoch ms). Refuses
 * with `wechat_not_offered`, `too_often`. One database call.
 */
export const openAuthorization = async (
  deps: OpenAuthorizationDeps,
  { accountId, session }: SignedIn,
  returnPath: string,
): Promise<Outcome<{ url: string; expiresAt: Millis }>> => {
  const wechat = await deps.wechat()
  if (!wechat) return refused('wechat_not_offered')
  const state = newState(deps.ids)
  const now = deps.clock.now()
  const fresh = newAuthorization(session.sk, now)
  const committed = await deps.table.commit([
    authorizationOpened(authorizationKey(accountId, state), fresh),
    counted({ subject: `WECHAT#${accountId}`, window: hourOf(now), limit: deps.settings.wechat.perHour }),
  ])
  if (committed.kind === 'conflict') {
    const limited = committed.conflicts.find(({ because }) => because === LIMITED)
    if (limited) return tooOften(limited.item)
    throw new Error('a fresh state was taken')
  }
  return ok({
    url: wechat.authorizeUrl({ redirectUrl: deps.callbackUrl(returnPath), state }),
    expiresAt: fresh.expiresAt,
  })
}
