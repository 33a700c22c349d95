import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import {
  type Delete,
  type Item,
  type Key,
  type Put,
  put,
  remove,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { textingKeys } from '../keys.ts'

/** What a number is sealed under: what its data key opens is this and nothing else. */
export const NUMBER = 'certification_number'

/** The number that results of an application are texted to. `until` (epoch ms): when it is forgotten, once that is known. */
export type KeptNumber = { accountId: string; application: string; wrappedKey: string; phone: string; until?: Millis }

const stored = z.object({
  accountId: z.string(),
  application: z.string(),
  wrappedKey: z.string(),
  phone: z.string(),
  until: z.optional(z.number()),
})

/** The number in an item, if it still is kept at that moment; whatever is left of one that was erased is none. */
export const keptNumberIn = (item: Item | undefined, now: Millis): KeptNumber | undefined => {
  const read = stored.safeParse(item)
  return read.success && now < (read.data.until ?? Number.POSITIVE_INFINITY) ? read.data : undefined
}

const keyOf = (accountId: string, application: string): Key => textingKeys.number(accountId, application)

/** A number proved itself, and results go to it from now on: sealed, and in the place of one before. */
export const numberKept = (of: KeptNumber): Put => put(keyOf(of.accountId, of.application), of)

/** Its application is over: the number is forgotten then, whether or not anything runs. */
export const numberLet = (accountId: string, application: string, until: Millis): Update =>
  update(keyOf(accountId, application), { set: { until, ttl: ttlAt(until) } })

/** Its application goes on after all. */
export const numberHeld = (accountId: string, application: string): Update =>
  update(keyOf(accountId, application), { remove: ['until', 'ttl'] })

/** It is erased, and nobody is texted any more. */
export const numberForgotten = ({ pk, sk }: Key): Delete => remove({ pk, sk })
