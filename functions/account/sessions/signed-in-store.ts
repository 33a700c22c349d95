import * as z from 'zod/mini'
import { beijingDay, DAY, type Millis } from '../../../shared/kernel/time.ts'
import { listedAt, listPart, ttlAt } from '../../../shared/table/keys.ts'
import { type Item, isNew, type Put, put } from '../../../shared/table/write.ts'
import { accountKeys, accountLists } from '../keys.ts'
import { openers } from './session.ts'

/** For as long as anybody counts them. */
const KEPT: Millis = 30 * DAY

const stored = z.object({ by: z.enum(openers), isFirst: z.boolean() })

/** A sign-in as it is counted: by what it was opened, and whether it opened the account too. Of whom is not kept. */
export type CountedSignIn = z.infer<typeof stored>

/** The sign-in in an item. */
export const signInOf = (item: Item): CountedSignIn => z.parse(stored, item)

/** Somebody signs in, under an id of its own that leads to nobody. */
export const signInCounted = (id: string, of: CountedSignIn, now: Millis): Put => {
  const key = accountKeys.signIn(id)
  const day = accountLists.signIns(beijingDay(now), listPart(key.pk))
  return put(key, { ...of, ...listedAt(day, now), ttl: ttlAt(now + KEPT) }, isNew)
}
