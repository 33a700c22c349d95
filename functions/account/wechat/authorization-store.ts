import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { type Item, isNew, type Key, type Put, put, type Update, update } from '../../../shared/table/write.ts'
import {
  type Authorization,
  type AuthorizationEnd,
  authorizationEnds,
  authorizationStatuses,
  authorizationTransitions,
  keptUntil,
} from './authorization.ts'
import { wechatKeys } from './keys.ts'

const stored = z.object({
  status: z.enum(authorizationStatuses),
  session: z.string(),
  expiresAt: z.number(),
  since: z.number(),
  end: z.optional(z.enum(authorizationEnds)),
})

/** The authorization in an item. */
export const authorizationOf = (item: Item): Authorization => z.parse(stored, item)

/** Where the authorization of a state is kept: by its hash, as only the browser that was sent away may know it. */
export const authorizationKey = (accountId: string, state: string): Key =>
  wechatKeys.authorization(accountId, createHash('sha256').update(state).digest('base64url'))

/** The browser leaves for WeChat. */
export const authorizationOpened = (key: Key, fresh: Authorization): Put =>
  put(key, { ...fresh, ttl: ttlAt(keptUntil(fresh)) }, isNew)

/** The code it came back with is exchanged now, and by nobody else. */
export const authorizationClaimed = (key: Key, now: Millis): Update =>
  update(
    key,
    { set: { status: target(authorizationTransitions, 'claimed'), since: now } },
    stateAllows(authorizationTransitions, 'claimed'),
  )

/** It is over, and whoever asks again is told the same. */
export const authorizationEnded = (key: Key, end: AuthorizationEnd): Update =>
  update(
    key,
    { set: { status: target(authorizationTransitions, 'ended'), end } },
    stateAllows(authorizationTransitions, 'ended'),
  )
