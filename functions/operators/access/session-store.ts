import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import {
  atLeast,
  type Delete,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  remove,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { hashOf } from '../../account/sessions/session-store.ts'
import { operatorKeys } from '../keys.ts'
import { isOperatorName } from '../operator.ts'
import type { OperatorSession } from './session.ts'

/** The form of what follows the name in the token of a session or a link (`newSessionToken`). */
const SECRET = /^[\w-]{43}$/

/** Whom a token names; undefined for a text that is none. */
export const nameInToken = (token: string | undefined): string | undefined => {
  const at = token?.lastIndexOf('.') ?? -1
  const name = token?.slice(0, at) ?? ''
  return at > 0 && isOperatorName(name) && SECRET.test(token?.slice(at + 1) ?? '') ? name : undefined
}

/** The session that a token is of. Whether there is one is for the table to say. */
export type OperatorClaim = { name: string; session: Key }

export const operatorClaimOf = (token: string | undefined): OperatorClaim | undefined => {
  const name = nameInToken(token)
  return name === undefined || token === undefined
    ? undefined
    : { name, session: operatorKeys.session(name, hashOf(token)) }
}

const stored = z.object({
  epoch: z.number(),
  createdAt: z.number(),
  endsAt: z.number(),
  idleUntil: z.number(),
  stepUpUntil: z.number(),
})

export const operatorSessionOf = (item: Item | undefined): OperatorSession | undefined => item && z.parse(stored, item)

export const operatorSessionOpened = (key: Key, session: OperatorSession): Put =>
  put(key, { ...session, ttl: ttlAt(session.endsAt) }, isNew, 'session_exists')

const lives = (now: Millis) => atLeast('idleUntil', now + 1)

/** It is used, and good for a while longer. */
export const operatorSessionRenewed = (key: Key, idleUntil: Millis, now: Millis): Update =>
  update(key, { set: { idleUntil } }, lives(now))

/** Its person has shown another code. */
export const steppedUp = (key: Key, stepUpUntil: Millis, now: Millis): Update =>
  update(key, { set: { stepUpUntil } }, lives(now), 'session_over')

/** It is over; one that is already gone counts as ended. */
export const operatorSessionClosed = (key: Key): Delete => remove(key)
