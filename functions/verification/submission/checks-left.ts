import { type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'

/** Limits per account. */
export type TryLimits = { perDay: number; ever: number; refusalsPerDay: number }

/** What counts against them: paid checks ever and on the present Beijing day, and refusals of that day that let one guess. */
export type TryCounts = { paidEver: number; paidToday: number; refusedToday: number }

/** How many checks an account may still pay for. `nextAt` (epoch ms): when there is one again, where only today has none left. */
export type ChecksLeft = { leftToday: number; leftEver: number; nextAt?: Millis }

/** What is left of the limits at `now` (epoch ms). */
export const checksLeft = (counts: TryCounts, limits: TryLimits, now: Millis): ChecksLeft => {
  const leftEver = Math.max(0, limits.ever - counts.paidEver)
  const isRefused = counts.refusedToday >= limits.refusalsPerDay
  const leftToday = isRefused ? 0 : Math.max(0, Math.min(leftEver, limits.perDay - counts.paidToday))
  return { leftToday, leftEver, ...(leftToday === 0 && leftEver > 0 && { nextAt: nextBeijingDay(now) }) }
}
