import type { Ids } from '../../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../../shared/kernel/time.ts'
import type { Table } from '../../../../shared/table/table.ts'
import type { Write } from '../../../../shared/table/write.ts'
import { addressGroup } from '../../codes/sms-limit.ts'
import { type Counter, counted, LIMITED, tooOften } from '../../limits/limit-store.ts'
import { hourOf } from '../../limits/window.ts'
import { answerStepUp, type SteppedUp, type StepUpDeps } from '../../numbers/answer-step-up.ts'
import type { SessionClaim } from '../../sessions/session-store.ts'
import type { AccountSettings } from '../../settings.ts'
import type { WeChatOAuth } from '../wechat-oauth.ts'
import { newVisit, type Visit, type VisitWay } from './visit.ts'
import { visitKey, visitOpened } from './visit-store.ts'

export type OpenVisitDeps = {
  table: Table
  clock: Clock
  ids: Ids
  settings: Pick<AccountSettings, 'wechat'>
  /** What signs in each way; undefined where this deployment has no such account at WeChat. */
  wechat: (way: VisitWay) => Promise<WeChatOAuth | undefined>
  /** Where WeChat sends the browser back to. */
  returnUrl: string
}

/** A browser that leaves for WeChat: where to, until when it may come back (epoch ms), and by which mark it is known again. */
export type Left = { url: string; expiresAt: Millis; mark: string }

const SECRET_BYTES = 32

/** WeChat takes letters and digits only. */
const newState = (ids: Ids): string => Buffer.from(ids.secret(SECRET_BYTES), 'base64url').toString('hex')

type Opening = {
  visit: Pick<Visit, 'purpose' | 'way' | 'returnPath' | 'account' | 'session'>
  /** The mark that the browser has, if it has one. */
  mark: string | undefined
  limit: Counter
  also?: readonly Write[]
}

/** Sends a browser to WeChat; the mark it has stays, so that it may have several pages there. Refuses as its callers say. */
const openVisit = async (deps: OpenVisitDeps, { visit, mark: known, limit, also = [] }: Opening) => {
  const wechat = await deps.wechat(visit.way)
  if (!wechat) return refused('wechat_way_not_offered')
  const mark = known ?? deps.ids.secret(SECRET_BYTES)
  const state = newState(deps.ids)
  const fresh = newVisit(visit, deps.clock.now())
  const committed = await deps.table.commit([visitOpened(visitKey(mark, state), fresh), counted(limit), ...also])
  if (committed.kind === 'conflict') {
    const limited = committed.conflicts.find(({ because }) => because === LIMITED)
    return limited ? tooOften(limited.item) : committed
  }
  const url = wechat.authorizeUrl({ redirectUrl: deps.returnUrl, state })
  return ok<Left>({ url, expiresAt: fresh.expiresAt, mark })
}

export type SigningIn = { way: VisitWay; returnPath: string; mark: string | undefined; sourceIp: string }

/**
 * W1 begins to sign in by WeChat: `wechat.signInsPerHour` from one address. Refuses with `wechat_way_not_offered` and `too_often`. One
 * database call.
 */
export const openSignIn = async (
  deps: OpenVisitDeps,
  { way, returnPath, mark, sourceIp }: SigningIn,
): Promise<Outcome<Left>> => {
  const subject = `WECHATVISIT#${addressGroup(sourceIp)}`
  const limit = { subject, window: hourOf(deps.clock.now()), limit: deps.settings.wechat.signInsPerHour }
  const opened = await openVisit(deps, { visit: { purpose: 'sign_in', way, returnPath }, mark, limit })
  if ('kind' in opened) throw new Error('a fresh state was taken')
  return opened
}

export type Binding = { way: VisitWay; mark: string | undefined; proof: SteppedUp }

/**
 * W1 begins to bind a WeChat user to the account that is signed in, after a second proof, which is spent by it: `wechat.perHour` of an
 * account. Refuses with `wechat_way_not_offered` before anything is counted, as `answerStepUp`, and with `too_often`. Five database
 * calls at most.
 */
export const openBinding = async (
  deps: OpenVisitDeps & StepUpDeps,
  caller: SessionClaim,
  { way, mark, proof }: Binding,
): Promise<Outcome<Left>> => {
  if (!(await deps.wechat(way))) return refused('wechat_way_not_offered')
  const proven = await answerStepUp(deps, caller, proof)
  if (!proven.ok) return proven
  const { claimedId: account, session } = caller
  const limit = {
    subject: `WECHAT#${account}`,
    window: hourOf(deps.clock.now()),
    limit: deps.settings.wechat.perHour,
  }
  const visit = { purpose: 'bind', way, returnPath: '/wechat', account, session: session.sk } as const
  const opened = await openVisit(deps, { visit, mark, limit, also: proven.value })
  // Only a rival that used the same code gets in between.
  return 'kind' in opened ? refusedField('/smsCode', 'sms_code_wrong') : opened
}
