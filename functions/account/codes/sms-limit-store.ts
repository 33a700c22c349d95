import type { Millis } from '../../../shared/kernel/time.ts'
import type { Update } from '../../../shared/table/write.ts'
import { type Counter, counted, spaced } from '../limits/limit-store.ts'
import { dayOf, hourOf } from '../limits/window.ts'
import type { AccountSettings } from '../settings.ts'
import { addressGroup } from './sms-limit.ts'

type Limits = AccountSettings['sms']

/** Every request of a stage touches this counter, so it stays out of transactions. */
export const ofDeployment = (now: Millis, limits: Limits): Counter => ({
  subject: 'DEPLOYMENT',
  window: dayOf(now),
  limit: limits.codesPerDay,
})

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

/** One code more for signing in with a number. */
export const signInCodeCounted = (of: NumberFrom, now: Millis, limits: Limits): Update[] => [
  spaced(numberSubject(of.index), now, limits.spacingMs),
  ...ofNumber(of, now, limits).map(counted),
]

/** One code more asked for in the sessions of an account, for a number (blind index); `isOwn`: the one it signed in with. */
export const sessionCodeCounted = (
  of: { accountId: string; index: string; isOwn: boolean },
  now: Millis,
  limits: Limits,
): Update[] => {
  const subject = `ACCOUNT#${of.accountId}`
  return [
    // Whoever has mistyped a number need not wait with the right one.
    spaced(`${subject}#${of.index}`, now, limits.spacingMs),
    counted({ subject, window: hourOf(now), limit: limits.perHour }),
    counted({ subject, window: dayOf(now), limit: limits.perDay }),
    ...(of.isOwn ? [] : [counted(ofForeignNumber(of.index, now, limits))]),
  ]
}
