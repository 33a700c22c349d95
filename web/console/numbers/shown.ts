import { yuan } from '../../../shared/kernel/money.ts'
import { beijingDayStart, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Period } from './series.ts'

const SHORT_YEAR = 2

/** `11-20`; the months of a long range as `26-11`. */
export const shortDay = (day: string, by: string): string =>
  by === 'month' ? `${day.slice(SHORT_YEAR, 4)}-${day.slice(4, 6)}` : `${day.slice(4, 6)}-${day.slice(6)}`

const whole = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`

/** One day as it is written, several from the first to the last. */
export const daysText = ({ from, to }: Pick<Period, 'from' | 'to'>): string =>
  from === to ? whole(from) : `${whole(from)} – ${whole(to)}`

/** Whether it is a day of the calendar. */
export const isOneDay = ({ from, to }: Pick<Period, 'from' | 'to'>): boolean =>
  from === to && !Number.isNaN(beijingDayStart(from))

const HUNDREDTHS_OF_FEN = 100

/** An amount of 1/10,000 yuan as yuan. */
export const costText = (amount: number): string => `¥${yuan(Math.round(amount / HUNDREDTHS_OF_FEN))}`

/** What times are told in, for an axis. */
export const UNITS_OF_MS: readonly number[] = [1, SECOND, MINUTE, 60 * MINUTE]
export const UNITS_OF_SECONDS: readonly number[] = UNITS_OF_MS.slice(1).map((unit) => unit / SECOND)

/** `320 ms`, `4.5 s`, `12 min`, `3.2 h`. */
export const tookText = (ms: Millis): string => {
  if (ms < SECOND) return `${Math.round(ms)} ms`
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} s`
  return ms < 60 * MINUTE ? `${Math.round(ms / MINUTE)} min` : `${(ms / (60 * MINUTE)).toFixed(1)} h`
}

/** Seconds in all, as `40 s`, `12 min` or `3.2 h`. */
export const hoursText = (seconds: number): string =>
  seconds < 60 ? `${Math.round(seconds)} s` : tookText(seconds * SECOND)

export const countText = (count: number): string => count.toLocaleString('en')

/** Whole hundredths of a whole; nothing where there is no whole. */
export const percentText = (part: number, of: number): string => (of === 0 ? '–' : `${Math.round((100 * part) / of)}%`)
