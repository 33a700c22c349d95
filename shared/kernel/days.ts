import { beijingDay, beijingDayStart, DAY } from './time.ts'

/** Whether a text is a day of the Beijing calendar as YYYYMMDD; 20260230 is none. */
export const isDay = (text: string): boolean => {
  const start = beijingDayStart(text)
  return !Number.isNaN(start) && beijingDay(start) === text
}

/** The Beijing days from `from` to `until`, both included; empty when `until` is before `from`. */
export const daysIn = (from: string, until: string): string[] => {
  const first = beijingDayStart(from)
  const count = Math.round((beijingDayStart(until) - first) / DAY) + 1
  return Array.from({ length: Math.max(0, count) }, (_none, nth) => beijingDay(first + nth * DAY))
}

/** The Beijing day `days` later (or earlier). */
export const dayAfter = (day: string, days: number): string => beijingDay(beijingDayStart(day) + days * DAY)
