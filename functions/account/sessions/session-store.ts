import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import {
  atLeast,
  type Condition,
  type Delete,
  isNew,
  type Key,
  type Put,
  put,
  remove,
} from '../../../shared/table/write.ts'

/** A session that is good until `expiresAt`. */
export const sessionOpened = (session: Key, now: Millis, expiresAt: Millis): Put =>
  put(session, { createdAt: now, expiresAt, ttl: Math.ceil(expiresAt / SECOND) }, isNew, 'session_exists')

/** The session is over, and with it whatever challenge it carries. */
export const sessionClosed = (session: Key): Delete => remove(session)

/** As a condition of a write to the session's item: it is there and has not expired. */
export const liveAt = (now: Millis): Condition => atLeast('expiresAt', now + 1)
