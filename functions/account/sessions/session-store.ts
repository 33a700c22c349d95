import { createHash } from 'node:crypto'
import { type Ids, isId } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import {
  atLeast,
  type Condition,
  type Delete,
  exists,
  type Guard,
  guard,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  remove,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'
import { type NewSession, type Opener, openers } from './session.ts'

const SECRET_BYTES = 32

/**
 * Whom a session token names, and the item that proves it if it is live. Not proven yet, so it has no `accountId`: nobody can
 * take it for a caller by mistake.
 */
export type SessionClaim = { claimedId: string; session: Key }

declare const proven: unique symbol

/** Who is signed in: a claim whose session was read and is live. `by`: who opened that session; `root`: the first of those who let each other in. */
export type SignedIn = { accountId: string; session: Key; by: Opener; root: Opener; readonly [proven]: true }

/** A fresh session token: opaque to clients. It carries the id of whose it is, so that one read finds the session. */
export const newSessionToken = (holderId: string, ids: Ids): string => sessionTokenOf(holderId, newSessionSecret(ids))

/** What the token of a session is made of, beside whose it is. */
export const newSessionSecret = (ids: Ids): string => ids.secret(SECRET_BYTES)

/** The token of a session whose secret is that, of the same length. */
export const sessionTokenOf = (holderId: string, secret: string): string => `${holderId}.${secret}`

/** How a secret of full length that only its holder knows is kept. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The session a token names; undefined when the text cannot be a token of ours. Existence is for the table to say. */
export const sessionOf = (token: string | undefined): SessionClaim | undefined => {
  const claimedId = token?.slice(0, token.indexOf('.'))
  if (token === undefined || claimedId === undefined || !isId(claimedId)) return undefined
  return { claimedId, session: accountKeys.session(claimedId, hashOf(token)) }
}

/** Whether a session item is live: TTL only cleans up, expiry is decided here. */
export const isLive = (session: Item | undefined, now: Millis): session is Item =>
  session !== undefined && Number(session.expiresAt) > now

/** Who opened the session; where an item does not say, nobody who has more rights than a person. */
export const openerOf = ({ by }: Item): Opener => openers.find((one) => one === by) ?? 'sms_code'

/** How whoever is in it came in first: codes that were scanned hand on what another way had opened. */
export const rootOf = (session: Item): Opener => openers.find((one) => one === session.root) ?? openerOf(session)

/** The session begins. */
export const sessionOpened = (key: Key, session: NewSession): Put =>
  put(key, { ...session, ttl: ttlAt(session.expiresAt) }, isNew, 'session_exists')

/** The session is over, and with it whatever challenge it carries. */
export const sessionClosed = (session: Key): Delete => remove(session)

/** The same, where it must not have ended before. */
export const sessionEnded = (session: Key): Delete => remove(session, exists('pk'))

/** As a condition of a write to the session's item: it is there and has not expired. */
export const liveAt = (now: Millis): Condition => atLeast('expiresAt', now + 1)

/** Where the pages of a session lead back to; undefined for a session of which nobody has said it. */
export const returnUrlIn = ({ returnUrl }: Item): string | undefined =>
  typeof returnUrl === 'string' ? returnUrl : undefined

/** The pages of the session, which is live, lead back there. */
export const returnUrlKept = (session: Key, returnUrl: string, now: Millis): Update =>
  update(session, { set: { returnUrl } }, liveAt(now))

/** Why a commit was refused that only a live session may make. */
export const NO_SESSION = 'no_session'

/** The session is live. */
export const sessionLives = (session: Key, now: Millis): Guard => guard(session, liveAt(now), NO_SESSION)
