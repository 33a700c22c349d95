import * as z from 'zod/mini'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { type Delete, type Item, isNew, type Key, type Put, put, remove } from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'
import { hashOf, isLive, liveAt } from '../sessions/session-store.ts'
import type { SessionLink } from './session-link.ts'

const SECRET_BYTES = 32

/** The form of every token of a link. */
export const LINK_TOKEN = /^[\w-]{43}$/

/** A fresh token; only its hash is kept. */
export const newLinkToken = (ids: Ids): string => ids.secret(SECRET_BYTES)

/** The link a token names. Whether there is one is for the table to say. */
export const linkKey = (token: string): Key => accountKeys.link(hashOf(token))

const stored = z.object({
  externalId: z.string(),
  returnUrl: z.optional(z.string()),
  createdAt: z.number(),
  expiresAt: z.number(),
})

/** The link in its item; undefined for one that is over, swept or not. */
export const liveLink = (item: Item | undefined, now: Millis): SessionLink | undefined =>
  isLive(item, now) ? z.parse(stored, item) : undefined

/** The link is there to be redeemed. */
export const linkMade = (key: Key, link: SessionLink): Put =>
  put(key, { ...link, ttl: ttlAt(link.expiresAt) }, isNew, 'link_exists')

/** Why a link opened nothing: it is spent, or over by now. */
export const LINK_SPENT = 'link_spent'

/** The link is redeemed, which it can be once and in its time. */
export const linkSpent = (key: Key, now: Millis): Delete => remove(key, liveAt(now), LINK_SPENT)
