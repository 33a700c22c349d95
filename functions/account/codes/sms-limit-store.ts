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

/** Codes that strangers had sent to a number (blind index) today. */
export const ofNumber = (index: string, now: Millis, limits: Limits): Counter => ({
  subject: `PHONE#${index}`,
  window: dayOf(now),
  limit: limits.perDay,
})

/** The same of all sessions whose account did not sign in with the number. */
export const ofForeignNumber = (index: string, now: Millis, limits: Limits): Counter => ({
  subject: `FOREIGN#${index}`,
  window: dayOf(now),
  limit: limits.perDayForeign,
})

/** One code more for signing in with a number (blind index), from that address. */
export const signInCodeCounted = (of: { index: string; sourceIp: string }, now: Millis, limits: Limits): Update[] => {
  const day = ofNumber(of.index, now, limits)
  const fromHere = `${day.subject}#ADDRESS#${addressGroup(of.sourceIp)}`
  return [
    spaced(day.subject, now, limits.spacingMs),
    counted({ subject: day.subject, window: hourOf(now), limit: limits.perHour }),
    counted(day),
    counted({ subject: fromHere, window: dayOf(now), limit: limits.perDayFromAddress }),
  ]
}

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
