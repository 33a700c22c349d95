import * as z from 'zod/mini'
import type { Millis } from '../../../../shared/kernel/time.ts'
import { ttlAt } from '../../../../shared/table/keys.ts'
import { type Delete, type Item, type Key, type Put, put, remove } from '../../../../shared/table/write.ts'
import { isLive, liveAt } from '../../sessions/session-store.ts'
import type { WechatUser } from '../binding/wechat-user.ts'
import { wechatKeys } from '../keys.ts'
import type { FoundOpenid } from '../openid.ts'
import { hashOfMark } from './mark.ts'
import { UNKNOWN_LIFE } from './visit.ts'

/** A WeChat user whom nobody's account lets in yet; `found`: for paying inside WeChat, once they are signed in. */
export type UnknownUser = WechatUser & { found?: FoundOpenid }

const stored = z.object({
  appId: z.string(),
  user: z.string(),
  union: z.optional(z.string()),
  found: z.optional(z.object({ appId: z.string(), openid: z.string(), foundAt: z.number() })),
})

/** Why nobody is joined: it is too long ago, or was done. */
export const JOIN_OVER = 'wechat_join_over'

export const unknownKey = (mark: string): Key => wechatKeys.unknown(hashOfMark(mark))

/** Somebody came back to that browser whom nobody knows; the last one counts. */
export const unknownKept = (mark: string, of: UnknownUser, now: Millis): Put => {
  const expiresAt = now + UNKNOWN_LIFE
  return put(unknownKey(mark), { ...of, expiresAt, ttl: ttlAt(expiresAt) })
}

/** Who came back last; undefined once it is too long ago. */
export const unknownOf = (item: Item | undefined, now: Millis): UnknownUser | undefined =>
  isLive(item, now) ? z.parse(stored, item) : undefined

/** They have an account now. */
export const unknownJoined = (mark: string, now: Millis): Delete => remove(unknownKey(mark), liveAt(now), JOIN_OVER)
