import { isBecause } from '../../../../shared/table/table.ts'
import type { Told } from '../../../../shared/table/told.ts'
import type { Key } from '../../../../shared/table/write.ts'
import { wechatBoundAnnounced } from '../../announced-store.ts'
import { type OpeningDeps, openAccount } from '../../sessions/open-account.ts'
import type { NewSession } from '../../sessions/session.ts'
import { NO_SESSION, type SessionClaim, sessionClosed, sessionLives } from '../../sessions/session-store.ts'
import {
  BOUND_ELSEWHERE,
  bindingOf,
  HAS_ANOTHER,
  ownerKeys,
  ownerOf,
  UNBOUND,
  wechatBound,
  wechatUsed,
} from '../binding/binding-store.ts'
import { wechatBoundLetter } from '../binding/letters.ts'
import { letsIn, type WechatUser } from '../binding/wechat-user.ts'
import { wechatKeys } from '../keys.ts'
import type { FoundOpenid } from '../openid.ts'
import { sessionSecretOf } from './mark.ts'
import { unknownKept } from './unknown-store.ts'
import type { Visit, VisitEnd } from './visit.ts'
import { visitEnded } from './visit-store.ts'

export type SettleDeps = OpeningDeps & { told: Told; publicUrl: string }

/** A browser that is back, whose visit this request alone has claimed. `current`: the live session it is in. */
export type Back = {
  key: Key
  visit: Visit
  mark: string
  state: string
  current: SessionClaim | undefined
  device: NewSession['device']
}

/** Who came back in it; `found`: for paying inside WeChat. */
export type CameBack = { who: WechatUser; found: FoundOpenid | undefined }

export type Settled = { end: VisitEnd; token?: string }

/** Somebody else may bind or unbind them in between. */
const TRIES = 3

const endVisit = async ({ table, clock }: SettleDeps, { key }: Back, end: VisitEnd): Promise<Settled> => {
  const committed = await table.commit([visitEnded(key, end, clock.now())])
  return { end: committed.kind === 'committed' ? end : 'try_again' }
}

const letIn = async (
  deps: SettleDeps,
  { key, mark, state, current, device }: Back,
  { who, found }: CameBack,
  owner: NonNullable<ReturnType<typeof ownerOf>>,
) =>
  openAccount(deps, {
    known: owner.accountId,
    secret: sessionSecretOf(mark, state),
    session: { by: 'wechat', device, wechat: found },
    profile: {},
    leading: () => wechatUsed(owner.accountId, who, owner.by),
    also: [
      visitEnded(key, 'signed_in', deps.clock.now(), owner.accountId),
      ...(current ? [sessionClosed(current.session)] : []),
    ],
  })

/**
 * Opens the session of the account that lets the WeChat user in; the one the browser was in ends, but is not left for that of another. A
 * WeChat user nobody knows is kept until they prove a phone. Two database calls.
 */
export const settleSignIn = async (deps: SettleDeps, back: Back, came: CameBack): Promise<Settled> => {
  for (let tries = 0; ; tries += 1) {
    const owner = ownerOf(await deps.table.getMany(ownerKeys(came.who)))
    if (!owner) break
    if (tries >= TRIES) return { end: 'try_again' }
    if (back.current && back.current.claimedId !== owner.accountId) return endVisit(deps, back, 'another_account')
    const opened = await letIn(deps, back, came, owner)
    if (opened.kind === 'opened') return { end: 'signed_in', token: opened.token }
    if (!isBecause(opened.conflicts, UNBOUND)) return { end: 'try_again' }
  }
  const now = deps.clock.now()
  const unknown = { ...came.who, ...(came.found && { found: came.found }) }
  const kept = await deps.table.commit([visitEnded(back.key, 'unknown', now), unknownKept(back.mark, unknown, now)])
  return { end: kept.kind === 'committed' ? 'unknown' : 'try_again' }
}

/** Binds the WeChat user to the account whose session began the visit and is still the one of the browser; told by a letter. Two database calls. */
export const settleBinding = async (deps: SettleDeps, back: Back, { who }: CameBack): Promise<Settled> => {
  const { visit, current, key } = back
  if (!current || current.claimedId !== visit.account || current.session.sk !== visit.session)
    return endVisit(deps, back, 'signed_out')
  const accountId = current.claimedId
  const before = bindingOf(await deps.table.get(wechatKeys.binding(accountId)))
  if (before && letsIn(before, who)) return endVisit(deps, back, 'bound')
  const now = deps.clock.now()
  const committed = await deps.table.commit([
    visitEnded(key, 'bound', now),
    sessionLives(current.session, now),
    ...wechatBound(accountId, who, now),
    deps.told(accountId, wechatBoundLetter(now, deps.publicUrl), now),
    wechatBoundAnnounced(accountId, now),
  ])
  if (committed.kind === 'committed') return { end: 'bound' }
  if (isBecause(committed.conflicts, NO_SESSION)) return endVisit(deps, back, 'signed_out')
  if (isBecause(committed.conflicts, BOUND_ELSEWHERE)) return endVisit(deps, back, 'bound_elsewhere')
  return isBecause(committed.conflicts, HAS_ANOTHER) ? endVisit(deps, back, 'has_another') : { end: 'try_again' }
}
