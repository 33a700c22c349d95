import * as z from 'zod/mini'
import { type Item, type Key, type Update, update } from '../../../shared/table/write.ts'
import { liveAt, NO_SESSION } from '../sessions/session-store.ts'
import type { FoundOpenid } from './openid.ts'

const stored = z.object({ appId: z.string(), openid: z.string(), foundAt: z.number() })

/**
 * Whose WeChat a session is in. It stays with the session and goes with it: an account may be signed in on two phones with a WeChat of
 * their own each.
 */
export const openidKept = (session: Key, found: FoundOpenid): Update =>
  update(session, { set: { wechat: found } }, liveAt(found.foundAt), NO_SESSION)

/** Whose WeChat a session was found to be in; undefined where nobody looked. */
export const openidIn = (session: Item | undefined): FoundOpenid | undefined =>
  session?.wechat === undefined ? undefined : z.parse(stored, session.wechat)
