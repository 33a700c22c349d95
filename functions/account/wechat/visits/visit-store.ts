import * as z from 'zod/mini'
import { target } from '../../../../shared/kernel/states.ts'
import type { Millis } from '../../../../shared/kernel/time.ts'
import { ttlAt } from '../../../../shared/table/keys.ts'
import { stateAllows } from '../../../../shared/table/state-condition.ts'
import { type Item, isNew, type Key, type Put, put, type Update, update } from '../../../../shared/table/write.ts'
import { authorizationStatuses, authorizationTransitions, keptUntil } from '../authorization.ts'
import { wechatKeys } from '../keys.ts'
import { hashOfMark } from './mark.ts'
import { type Visit, type VisitEnd, visitEnds, visitPurposes, visitWays } from './visit.ts'

const stored = z.object({
  status: z.enum(authorizationStatuses),
  purpose: z.enum(visitPurposes),
  way: z.enum(visitWays),
  returnPath: z.string(),
  expiresAt: z.number(),
  since: z.number(),
  account: z.optional(z.string()),
  session: z.optional(z.string()),
  end: z.optional(z.enum(visitEnds)),
  signedIn: z.optional(z.string()),
})

/** The visit in an item. */
export const visitOf = (item: Item): Visit => z.parse(stored, item)

/** Where the visit is kept that the browser of that mark took that state along for. */
export const visitKey = (mark: string, state: string): Key => wechatKeys.visit(hashOfMark(mark), hashOfMark(state))

/** The browser leaves for WeChat. */
export const visitOpened = (key: Key, fresh: Visit): Put =>
  put(key, { ...fresh, ttl: ttlAt(keptUntil(fresh)) }, isNew, 'visit_exists')

/** The code it came back with is exchanged now, and by nobody else. */
export const visitClaimed = (key: Key, now: Millis): Update =>
  update(
    key,
    { set: { status: target(authorizationTransitions, 'claimed'), since: now } },
    stateAllows(authorizationTransitions, 'claimed'),
  )

/** It is over, and whoever asks again is told the same. `signedIn`: the account whose session was opened. */
export const visitEnded = (key: Key, end: VisitEnd, now: Millis, signedIn?: string): Update =>
  update(
    key,
    {
      set: {
        status: target(authorizationTransitions, 'ended'),
        since: now,
        end,
        ...(signedIn !== undefined && { signedIn }),
      },
    },
    stateAllows(authorizationTransitions, 'ended'),
  )
