import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Item, Key, Update } from '../../../shared/table/write.ts'
import { type Counter, counted, counterKey, spaced, spacingKey } from '../limits/limit-store.ts'
import { dayOf, hourOf } from '../limits/window.ts'
import type { AccountSettings } from '../settings.ts'
import { addressGroup } from './sms-limit.ts'

type Limits = AccountSettings['sms']

/** For as long as anybody counts how many codes were asked for on a day. */
const DEPLOYMENT_KEPT: Millis = 30 * DAY

/** Every request of a stage touches this counter, so it stays out of transactions. */
export const ofDeployment = (now: Millis, limits: Limits): Counter => ({
  subject: 'DEPLOYMENT',
  window: dayOf(now),
  limit: limits.codesPerDay,
  keptMs: DEPLOYMENT_KEPT,
})

/** Where it is counted how many codes the deployment was asked for on the Beijing day of that moment. */
export const codesAskedKey = (at: Millis): Key => counterKey({ subject: 'DEPLOYMENT', window: dayOf(at) })

/** Many people may share an address, so it limits nobody: it only makes asking harder. */
export const ofAddress = (sourceIp: string, now: Millis): Counter => ({
  subject: `ADDRESS#${addressGroup(sourceIp)}`,
  window: hourOf(now),
  limit: Number.POSITIVE_INFINITY,
})

/** A number (blind index), and whoever asks for codes to sign in with it. */
export type NumberFrom = { index: string; sourceIp: string }

/** What codes to sign in with a number are counted under. */
export const numberSubject = (index: string): string => `PHONE#${index}`

/** What limits them: today, in this hour, and today from the one address. */
export const ofNumber = ({ index, sourceIp }: NumberFrom, now: Millis, limits: Limits): [Counter, Counter, Counter] => {
  const subject = numberSubject(index)
  return [
    { subject, window: dayOf(now), limit: limits.perDay },
    { subject, window: hourOf(now), limit: limits.perHour },
    { subject: `${subject}#ADDRESS#${addressGroup(sourceIp)}`, window: dayOf(now), limit: limits.perDayFromAddress },
  ]
}

/** The same of all sessions whose account did not sign in with the number. */
export const ofForeignNumber = (index: string, now: Millis, limits: Limits): Counter => ({
  subject: `FOREIGN#${index}`,
  window: dayOf(now),
  limit: limits.perDayForeign,
})

/** What codes for a number (blind index) in the sessions of an account are spaced under. */
export const sessionSubject = (accountId: string, index: string): string => `ACCOUNT#${accountId}#${index}`

/** Whom a number had its last text from, while it counts that somebody asks again: as long as a code is good. */
export const lastVendorIn = (
  item: Item | undefined,
  now: Millis,
  { spacingMs, codeLifeMs }: Limits,
): string | undefined =>
  typeof item?.vendor === 'string' && now <= Number(item.endsAt) - spacingMs + codeLifeMs ? item.vendor : undefined

/** The text goes to that vendor first. */
const toVendor = (vendor: string, { codeLifeMs }: Limits) => ({ keptMs: codeLifeMs, set: { vendor } })

/** One code more for signing in with a number. */
export const signInCodeCounted = (of: NumberFrom, vendor: string, now: Millis, limits: Limits): Update[] => [
  spaced(numberSubject(of.index), now, limits.spacingMs, toVendor(vendor, limits)),
  ...ofNumber(of, now, limits).map(counted),
]

/** One code more asked for in the sessions of an account, for a number (blind index); `isOwn`: the one it signed in with. */
export const sessionCodeCounted = (
  of: { accountId: string; index: string; isOwn: boolean; vendor: string },
  now: Millis,
  limits: Limits,
): Update[] => {
  const subject = `ACCOUNT#${of.accountId}`
  return [
    // Whoever has mistyped a number need not wait with the right one.
    spaced(sessionSubject(of.accountId, of.index), now, limits.spacingMs, toVendor(of.vendor, limits)),
    counted({ subject, window: hourOf(now), limit: limits.perHour }),
    counted({ subject, window: dayOf(now), limit: limits.perDay }),
    ...(of.isOwn ? [] : [counted(ofForeignNumber(of.index, now, limits))]),
  ]
}

/** Where it is kept that a vendor gives trouble. */
export const troubleKey = (vendor: string): Key => spacingKey(`SMS_VENDOR#${vendor}`)

/** A vendor gives trouble; for a while others are asked first. Conflict: that is known already. */
export const vendorTroubled = (vendor: string, now: Millis, limits: Limits): Update =>
  spaced(`SMS_VENDOR#${vendor}`, now, limits.vendorPauseMs)
