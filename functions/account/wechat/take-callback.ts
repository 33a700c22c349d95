import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import { type Clock, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Key } from '../../../shared/table/write.ts'
import { isLive, NO_SESSION, type SessionClaim } from '../sessions/session-store.ts'
import { type AuthorizationEnd, endOf, judgeCallback } from './authorization.ts'
import { authorizationClaimed, authorizationEnded, authorizationKey, authorizationOf } from './authorization-store.ts'
import { openidKept } from './openid-store.ts'
import { tellExchange } from './tell-exchange.ts'
import type { WeChatOAuth } from './wechat-oauth.ts'

export type TakeCallbackDeps = {
  table: Table
  clock: Clock
  pause: (ms: Millis) => Promise<void>
  /** Undefined where this deployment has no service account. */
  wechat: () => Promise<WeChatOAuth | undefined>
  alarm: Alarm
  note: Tell
}

/** What the browser brought along; either is undefined where it is none in form. */
export type Brought = { code: string | undefined; state: string | undefined }

type Going = { session: Key; authorization: Key; code: string }

/** How often is looked whether another request has done it. */
const LOOK: Millis = SECOND / 4

/** Exchanges the code that this request alone has claimed, and keeps what came of it in one commit. */
const exchange = async (deps: TakeCallbackDeps, wechat: WeChatOAuth, going: Going): Promise<AuthorizationEnd> => {
  const exchanged = await wechat.exchange(going.code)
  tellExchange(deps, exchanged)
  const end = endOf(exchanged)
  const kept =
    exchanged.kind === 'known'
      ? [openidKept(going.session, { appId: wechat.appId, openid: exchanged.openid, foundAt: deps.clock.now() })]
      : []
  const committed = await deps.table.commit([authorizationEnded(going.authorization, end), ...kept])
  if (committed.kind === 'committed') return end
  return isBecause(committed.conflicts, NO_SESSION) ? 'signed_out' : 'try_again'
}

/** Whoever claims it first exchanges the code; undefined for everybody else. */
const claimAndExchange = async (deps: TakeCallbackDeps, going: Going): Promise<AuthorizationEnd | undefined> => {
  const wechat = await deps.wechat()
  if (!wechat) return 'unavailable'
  const claim = await deps.table.commit([authorizationClaimed(going.authorization, deps.clock.now())])
  return claim.kind === 'committed' ? exchange(deps, wechat, going) : undefined
}

/**
 * Takes a browser that comes back from WeChat, and says what became of its authorization. Its code is exchanged at most once, however
 * often and at whatever moments the browser comes: a second one waits for the first, and is told the same. Three database calls; two
 * for one that comes again.
 */
export const takeCallback = async (
  deps: TakeCallbackDeps,
  claim: SessionClaim | undefined,
  { code, state }: Brought,
): Promise<AuthorizationEnd> => {
  if (!claim) return 'signed_out'
  const { claimedId, session } = claim
  const authorization = authorizationKey(claimedId, state ?? '')
  for (;;) {
    const [signedIn, found] = await deps.table.getMany([session, authorization])
    if (!isLive(signedIn, deps.clock.now())) return 'signed_out'
    const brings = code === undefined ? 'nothing' : 'code'
    const judged = judgeCallback(found && authorizationOf(found), session.sk, brings, deps.clock.now())
    if (judged === 'claim') {
      const end = await claimAndExchange(deps, { session, authorization, code: code ?? '' })
      if (end !== undefined) return end
    } else if (judged !== 'wait') return judged
    await deps.pause(LOOK)
  }
}
