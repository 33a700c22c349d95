import { beijingDay, DAY, HOUR, type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'

/** A stretch of time over which something is counted: its name among the counters, and the first moment after it. */
export type Window = { name: string; endsAt: Millis }

const stretch = (name: string, length: Millis, now: Millis): Window => {
  const at = Math.floor(now / length)
  return { name: `${name}#${at}`, endsAt: (at + 1) * length }
}

/** The clock hour of `now`. */
export const hourOf = (now: Millis): Window => stretch('HOUR', HOUR, now)

/** The calendar day of `now` in Beijing. */
export const dayOf = (now: Millis): Window => ({ name: `DAY#${beijingDay(now)}`, endsAt: nextBeijingDay(now) })

/** The thirty days of `now`. */
export const monthOf = (now: Millis): Window => stretch('MONTH', 30 * DAY, now)
