import { createHash } from 'node:crypto'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item, Key } from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'

const SECRET_BYTES = 32

/** Whom a session token names, and the item that proves it if it is live: not proven yet. */
export type SessionClaim = { accountId: string; session: Key }

declare const proven: unique symbol

/** Who is signed in: a claim whose session was read and is live. */
export type SignedIn = SessionClaim & { readonly [proven]: true }

/** A fresh session token: opaque to clients. It carries the account id, so that one read finds the session. */
export const newSessionToken = (accountId: string, ids: Ids): string => `${accountId}.${ids.secret(SECRET_BYTES)}`

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The session a token names; undefined when the text cannot be a token of ours. Existence is for the table to say. */
export const sessionOf = (token: string | undefined): SessionClaim | undefined => {
  const accountId = token?.slice(0, token.indexOf('.'))
  if (token === undefined || accountId === undefined || !isId(accountId)) return undefined
  return { accountId, session: accountKeys.session(accountId, hashOf(token)) }
}

/** Whether a session item is live: TTL only cleans up, expiry is decided here. */
export const isLive = (session: Item | undefined, now: Millis): session is Item =>
  session !== undefined && Number(session.expiresAt) > now

/** The signed-in caller, or `unauthenticated`. One read. */
export const authenticate = async (
  deps: { table: Table; clock: Clock },
  token: string | undefined,
): Promise<Outcome<SignedIn>> => {
  const named = sessionOf(token)
  const session = named && (await deps.table.get(named.session))
  return named && isLive(session, deps.clock.now()) ? ok(named as SignedIn) : refused('unauthenticated')
}
