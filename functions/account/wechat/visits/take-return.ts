import type { Alarm, Tell } from '../../../../shared/kernel/alarm.ts'
import { type Millis, SECOND } from '../../../../shared/kernel/time.ts'
import type { Vault } from '../../../../shared/vault/vault.ts'
import type { NewSession } from '../../sessions/session.ts'
import { isLive, type SessionClaim, sessionOf, sessionTokenOf } from '../../sessions/session-store.ts'
import { endOf, judgeReturn } from '../authorization.ts'
import { indexWechatUser } from '../binding/index-wechat-user.ts'
import { tellExchange } from '../tell-exchange.ts'
import type { WeChatExchange, WeChatOAuth } from '../wechat-oauth.ts'
import { sessionSecretOf } from './mark.ts'
import { type Back, type SettleDeps, type Settled, settleBinding, settleSignIn } from './settle-visit.ts'
import { isStillTold, type Visit, type VisitEnd, type VisitWay } from './visit.ts'
import { visitClaimed, visitEnded, visitKey, visitOf } from './visit-store.ts'

export type ReturnDeps = SettleDeps & {
  vault: Vault
  pause: (ms: Millis) => Promise<void>
  wechat: (way: VisitWay) => Promise<WeChatOAuth | undefined>
  alarm: Alarm
  note: Tell
}

/** What a browser brings back; each is undefined where it is none in form. `current`: the session it says it is in. */
export type Brought = {
  mark: string | undefined
  state: string | undefined
  code: string | undefined
  current: SessionClaim | undefined
  device: NewSession['device']
}

/**
 * What became of a visit. `arrived`: it is over for this browser, which is signed in all the same. `token`: of the session that the visit
 * opened. `visit` is missing where nothing is known of it.
 */
export type Returned = { end: VisitEnd | 'arrived'; visit?: Visit; token?: string }

/** How often is looked whether another request has done it. */
const LOOK: Millis = SECOND / 4

type Known = Extract<WeChatExchange, { kind: 'known' }>

const settle = async (deps: ReturnDeps, appId: string, back: Back, known: Known): Promise<Settled> => {
  const who = await indexWechatUser(deps.vault, appId, known)
  const isInWechat = back.visit.way === 'in_wechat'
  const found = isInWechat ? { appId, openid: known.openid, foundAt: deps.clock.now() } : undefined
  const by = { sign_in: settleSignIn, bind: settleBinding }[back.visit.purpose]
  return by(deps, back, { who, found })
}

/** Whoever claims it first exchanges the code; undefined for everybody else. */
const claimAndSettle = async (deps: ReturnDeps, back: Back, code: string): Promise<Settled | undefined> => {
  const wechat = await deps.wechat(back.visit.way)
  if (!wechat) return { end: 'unavailable' }
  const claim = await deps.table.commit([visitClaimed(back.key, deps.clock.now())])
  if (claim.kind === 'conflict') return undefined
  const exchanged = await wechat.exchange(code)
  tellExchange(deps, exchanged)
  if (exchanged.kind === 'known') return settle(deps, wechat.appId, back, exchanged)
  const end = endOf(exchanged)
  if (end === 'done') throw new Error('somebody unknown was let in')
  await deps.table.commit([visitEnded(back.key, end, deps.clock.now())])
  return { end }
}

/** The session that the visit has opened, for a browser that may not have got it; undefined once that is too long ago, or it has ended. */
const openedBefore = async (
  { table, clock }: ReturnDeps,
  visit: Visit,
  { mark, state }: { mark: string; state: string },
): Promise<string | undefined> => {
  const now = clock.now()
  if (visit.signedIn === undefined || !isStillTold(visit, now)) return undefined
  const token = sessionTokenOf(visit.signedIn, sessionSecretOf(mark, state))
  const claim = sessionOf(token)
  return claim && isLive(await table.get(claim.session), now) ? token : undefined
}

const toldAgain = async (
  deps: ReturnDeps,
  end: VisitEnd,
  visit: Visit | undefined,
  by: { mark: string; state: string; isIn: boolean },
): Promise<Returned> => {
  if (end !== 'signed_in' || !visit)
    return { end: end === 'expired' && visit?.purpose !== 'bind' && by.isIn ? 'arrived' : end, visit }
  const token = await openedBefore(deps, visit, by)
  if (token !== undefined) return { end, visit, token }
  return { end: by.isIn ? 'arrived' : 'expired', visit }
}

/**
 * W1 takes a browser that comes back from WeChat, and says what became of its visit. Its code is exchanged at most once, however often and
 * at whatever moments the browser comes: a second one waits for the first and is given the same session. Whoever has not the mark that
 * the visit was begun with is told that it is over. Four database calls and one of KMS; two database calls for one that comes again.
 */
export const takeReturn = async (deps: ReturnDeps, brought: Brought): Promise<Returned> => {
  const { mark, state, code, current, device } = brought
  if (mark === undefined || state === undefined) return { end: 'expired' }
  const key = visitKey(mark, state)
  for (;;) {
    const [found, session] = await deps.table.getMany([key, ...(current ? [current.session] : [])])
    const now = deps.clock.now()
    const visit = found && visitOf(found)
    const signedIn = isLive(session, now) ? current : undefined
    const judged = judgeReturn(visit, code === undefined ? 'nothing' : 'code', now)
    if (judged === 'claim' && visit) {
      const settled = await claimAndSettle(deps, { key, visit, mark, state, current: signedIn, device }, code ?? '')
      if (settled) return { ...settled, visit }
    } else if (judged !== 'wait' && judged !== 'claim')
      return toldAgain(deps, judged, visit, { mark, state, isIn: signedIn !== undefined })
    await deps.pause(LOOK)
  }
}
