import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { absent, any, atMost, below, type Item, type Update, update } from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'
import type { AccountSettings } from '../settings.ts'
import { addressGroup, dayOf, hourOf, type SmsPurpose, type Window } from './sms-limit.ts'

type Limits = AccountSettings['sms']

const LIMITED = 'limited'

/** Kept on every counter, so that a refusal can say when it ends. */
const until = (endsAt: Millis) => ({ endsAt, ttl: ttlAt(endsAt) })

const counted = (subject: string, window: Window, limit: number): Update =>
  update(
    accountKeys.limit(subject, window.name),
    { add: { count: 1 }, set: until(window.endsAt) },
    limit > 0 ? any(absent('count'), below('count', limit)) : below('count', 0),
    LIMITED,
  )

const spaced = (subject: string, purpose: SmsPurpose, now: Millis, spacing: Millis): Update =>
  update(
    accountKeys.limit(subject, `SPACING#${purpose}`),
    { set: until(now + spacing) },
    any(absent('endsAt'), atMost('endsAt', now)),
    LIMITED,
  )

/** One request more from that source address. */
export const addressCounted = (sourceIp: string, now: Millis, limits: Limits): Update =>
  counted(`ADDRESS#${addressGroup(sourceIp)}`, hourOf(now), limits.perAddressHour)

/** One code more for a number (blind index): the spacing is of the purpose, hour and day are shared by all purposes. */
export const numberCounted = (index: string, purpose: SmsPurpose, now: Millis, limits: Limits): Update[] => {
  const subject = `PHONE#${index}`
  return [
    spaced(subject, purpose, now, limits.spacingMs),
    counted(subject, hourOf(now), limits.perHour),
    counted(subject, dayOf(now), limits.perDay),
  ]
}

/** One code more in the whole deployment. Every request touches this item, so it stays out of transactions. */
export const deploymentCounted = (now: Millis, limits: Limits): Update =>
  counted('DEPLOYMENT', dayOf(now), limits.codesPerDay)

/** When all of the limits that refused have ended; undefined when a limit is zero and never will. */
export const endOf = (counters: readonly (Item | undefined)[]): Millis | undefined => {
  const ends = counters.map((item) => Number(item?.endsAt ?? 0))
  return ends.some((end) => end > 0) ? Math.max(...ends) : undefined
}
