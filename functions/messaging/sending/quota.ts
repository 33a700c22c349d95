import type { Refusal } from '../../../shared/kernel/outcome.ts'
import { beijingDay, DAY, HOUR, MINUTE, type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { MessagingSettings } from '../settings.ts'

/** What an account may send: requests a day and a minute, the same content an hour, lengths in code points. */
export type Limits = {
  perDay: number
  perMinute: number
  sameContentPerHour: number
  titleLength: number
  contentLength: number
}

/** The limits of an account with (`member`) or without a running membership. */
export const limitsOf = (sending: MessagingSettings['sending'], member: boolean): Limits => ({
  perDay: member ? sending.perDayMember : sending.perDay,
  perMinute: member ? sending.perMinuteMember : sending.perMinute,
  sameContentPerHour: sending.sameContentPerHour,
  titleLength: member ? sending.titleLengthMember : sending.titleLength,
  contentLength: member ? sending.contentLengthMember : sending.contentLength,
})

/**
 * Which counters a request adds one to: that of the Beijing day `day`, and in it those of the minute, and of the content in
 * that hour. A counter is named after its window, so a new window starts at nothing without anybody resetting it.
 */
export type Counters = { day: string; minute: string; content?: string }

const HOUR_MINUTES = HOUR / MINUTE

const contentPrefix = (minuteOfDay: number): string => `content.${Math.floor(minuteOfDay / HOUR_MINUTES)}.`

const minuteOfBeijingDay = (now: Millis): number => Math.floor((DAY - (nextBeijingDay(now) - now)) / MINUTE)

/** The counters of a request at `now`; without `contentHash` nothing is compared with earlier contents. */
export const countersAt = (now: Millis, contentHash?: string): Counters => {
  const minute = minuteOfBeijingDay(now)
  return {
    day: beijingDay(now),
    minute: `minute.${minute}`,
    content: contentHash && `${contentPrefix(minute)}${contentHash}`,
  }
}

/** As many names as fit a DynamoDB expression with room to spare; what is left goes with the next requests. */
const TIDIED_AT_ONCE = 100

/** Counters among `names` whose window is over: removed with the next request, so that the item stays small. */
export const overCounters = (names: readonly string[], now: Millis): string[] => {
  const { minute } = countersAt(now)
  const prefix = contentPrefix(minuteOfBeijingDay(now))
  const isOver = (name: string): boolean =>
    (name.startsWith('minute.') && name !== minute) || (name.startsWith('content.') && !name.startsWith(prefix))
  return names.filter(isOver).slice(0, TIDIED_AT_ONCE)
}

const nextWindow = (now: Millis, length: Millis): Millis => (Math.floor(now / length) + 1) * length

/** Which limit stopped a request, from the counts as they were; the day's comes first because waiting a minute will not help. */
export const quotaRefusal = (counted: { requests: number; minute: number }, limits: Limits, now: Millis): Refusal => {
  if (counted.requests >= limits.perDay) return { code: 'send_quota_reached', retryAt: nextBeijingDay(now) }
  if (counted.minute >= limits.perMinute) return { code: 'send_burst', retryAt: nextWindow(now, MINUTE) }
  return { code: 'duplicate_message', retryAt: nextWindow(now, HOUR) }
}
