import { MINUTE, type Millis } from '../../../../shared/kernel/time.ts'
import { type AuthorizationStatus, authorizationEnds } from '../authorization.ts'

/**
 * The ways to WeChat. `website`: its own page, with a code that is scanned and confirmed on a phone. `in_wechat`: the page is open inside
 * WeChat, which says at once who holds the phone.
 */
export const visitWays = ['website', 'in_wechat'] as const
export type VisitWay = (typeof visitWays)[number]

/** Why a browser goes to WeChat: to sign in, or to have a WeChat user bound to the account that is signed in. */
export const visitPurposes = ['sign_in', 'bind'] as const
export type VisitPurpose = (typeof visitPurposes)[number]

const [, ...failures] = authorizationEnds

/**
 * What became of a visit, besides what may become of any authorization. `signed_in`: the account of that WeChat user is signed in.
 * `unknown`: nobody's account is theirs yet. `another_account`: it is theirs, but the browser is signed in as another, which is not
 * replaced. `bound`: the account lets them in from now on. `bound_elsewhere`: another account does. `has_another`: the account lets
 * another WeChat user in.
 */
export const visitEnds = [
  'signed_in',
  'unknown',
  'another_account',
  'bound',
  'bound_elsewhere',
  'has_another',
  ...failures,
] as const
export type VisitEnd = (typeof visitEnds)[number]

/** Times in epoch ms. */
export type Visit = {
  status: AuthorizationStatus
  purpose: VisitPurpose
  way: VisitWay
  /** The page of ours that the browser goes on to. */
  returnPath: string
  expiresAt: Millis
  /** Since when it is in its state. */
  since: Millis
  /** Of a visit to bind: the account, and by its sort key the session it was begun in. */
  account?: string
  session?: string
  end?: VisitEnd
  /** The account that was signed in by it. */
  signedIn?: string
}

/** From leaving for WeChat until coming back with a code, which is as long good. */
const LIFE: Millis = 10 * MINUTE

/** WeChat opens the way back twice at times, seconds apart; whoever comes later than this is not let in once more. */
const TOLD: Millis = MINUTE

/** How long a WeChat user nobody knows may take to prove a phone. */
export const UNKNOWN_LIFE: Millis = 10 * MINUTE

/** A visit that begins now. */
export const newVisit = (
  of: Pick<Visit, 'purpose' | 'way' | 'returnPath' | 'account' | 'session'>,
  now: Millis,
): Visit => ({ ...of, status: 'open', expiresAt: now + LIFE, since: now })

/** Whether a browser that comes back once more is given the session again that was opened for it. */
export const isStillTold = ({ since }: Pick<Visit, 'since'>, now: Millis): boolean => now < since + TOLD

/** Where the browser goes after all: on to its page, or to where it is told what else became of it. */
export const placeAfter = (
  end: VisitEnd | 'arrived',
  visit: Pick<Visit, 'purpose' | 'returnPath'> | undefined,
): string => {
  if (visit?.purpose === 'bind') return `/wechat?wechat=${end}`
  if (end === 'signed_in' || end === 'arrived') return visit?.returnPath ?? '/account'
  return `/sign-in?${new URLSearchParams({ wechat: end, ...(visit && { to: visit.returnPath }) })}`
}
