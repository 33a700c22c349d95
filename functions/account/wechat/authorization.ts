import type { StateTable } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { PAGE_PATH } from '../../front/page-path.ts'
import type { WeChatExchange } from './wechat-oauth.ts'

export const authorizationStatuses = ['open', 'exchanging', 'ended'] as const
export type AuthorizationStatus = (typeof authorizationStatuses)[number]

export const authorizationTransitions = [
  { from: ['open'], to: 'exchanging', on: 'claimed', when: 'the browser is back with a code, which is exchanged once' },
  { from: ['exchanging'], to: 'ended', on: 'ended', when: 'WeChat has said whose it is, or nobody knows what it says' },
] as const satisfies StateTable<AuthorizationStatus, string>

/**
 * What became of an authorization, as the page is told. `done`: the session knows whose WeChat it is in. `denied`: the user did not
 * agree. `expired`: begun too long ago, or not in this session. `signed_out`: the browser that came back is not signed in.
 * `snapshot_user`: WeChat shows a copy of the page and names nobody real. `barred`: WeChat lets this user authorize nothing. `try_again`:
 * this one is lost, and a new one is likely to work. `unavailable`: none works before somebody mends something.
 */
export const authorizationEnds = [
  'done',
  'denied',
  'expired',
  'signed_out',
  'snapshot_user',
  'barred',
  'try_again',
  'unavailable',
] as const
export type AuthorizationEnd = (typeof authorizationEnds)[number]

/** Times in epoch ms. */
export type Authorization = {
  status: AuthorizationStatus
  /** The session it was begun in, by its sort key. */
  session: string
  expiresAt: Millis
  /** Since when it is in its state. */
  since: Millis
  end?: AuthorizationEnd
}

/** From leaving for WeChat until coming back with a code. */
const LIFE: Millis = 10 * MINUTE
/** WeChat opens the way back twice at times, seconds apart; whoever comes late is told the same. */
const TOLD: Millis = 2 * MINUTE
/** Longer than the exchange of a code may take. */
const PATIENCE: Millis = 8 * SECOND

/** An authorization that begins now, in the session with that sort key. */
export const newAuthorization = (session: string, now: Millis): Authorization => ({
  status: 'open',
  session,
  expiresAt: now + LIFE,
  since: now,
})

/** Until when it is kept, however it ended. */
export const keptUntil = ({ expiresAt }: Pick<Authorization, 'expiresAt'>): Millis => expiresAt + TOLD

/** How far the exchange of a code is, whatever it is for. Times in epoch ms. */
type Exchanging<End extends string> = { status: AuthorizationStatus; expiresAt: Millis; since: Millis; end?: End }

/**
 * What somebody who comes back is told without asking WeChat; `claim` to exchange the code they bring, `wait` while another request
 * does. An exchange nobody hears of any more is lost with its code: WeChat may have taken it.
 */
export const judgeReturn = <End extends string>(
  found: Exchanging<End> | undefined,
  brings: 'code' | 'nothing',
  now: Millis,
): End | 'expired' | 'try_again' | 'denied' | 'claim' | 'wait' => {
  if (!found || now >= keptUntil(found)) return 'expired'
  if (found.end) return found.end
  if (found.status === 'exchanging') return now < found.since + PATIENCE ? 'wait' : 'try_again'
  if (now >= found.expiresAt) return 'expired'
  return brings === 'code' ? 'claim' : 'denied'
}

/** The same of an authorization, which is of one session. */
export const judgeCallback = (
  found: Authorization | undefined,
  session: string,
  brings: 'code' | 'nothing',
  now: Millis,
): AuthorizationEnd | 'claim' | 'wait' => judgeReturn(found?.session === session ? found : undefined, brings, now)

type Ends = {
  [Kind in WeChatExchange['kind']]: (exchange: Extract<WeChatExchange, { kind: Kind }>) => AuthorizationEnd
}

const ends: Ends = {
  known: () => 'done',
  snapshot: () => 'snapshot_user',
  spent: () => 'try_again',
  barred: () => 'barred',
  unavailable: ({ needsRepair }) => (needsRepair ? 'unavailable' : 'try_again'),
}

/** What the page is told of an exchange. */
export const endOf = (exchange: WeChatExchange): AuthorizationEnd => {
  const end: (exchange: never) => AuthorizationEnd = ends[exchange.kind]
  return end(exchange as never)
}

/** Where the browser goes after all: the page it came from, told what became of it; the start page where no page is named. */
export const pageAfter = (publicUrl: string, returnPath: string, end: AuthorizationEnd): string =>
  `${publicUrl}${PAGE_PATH.test(returnPath) ? returnPath : '/'}?wechat=${end}`
