import { dayAfter } from '../../../shared/kernel/days.ts'
import { beijingDay, beijingDayStart, DAY, type Millis } from '../../../shared/kernel/time.ts'
import { dayIn } from '../lists/address.ts'

/** How far back, and over what days are taken together then: more places than that nobody can read. */
export const ranges = [
  { name: '30', days: 30, by: 'day' },
  { name: '90', days: 91, by: 'week' },
  { name: '400', days: 400, by: 'month' },
] as const

/** Most days of a range that is looked into day by day. */
const MOST_DAYS = 62

/** What is asked of the service. */
export type Asked = { from: string; to: string; by: 'day' | 'week' | 'month' }

/** The days that an address names, or the range it chooses; the last thirty where it names neither. */
export const askedIn = (query: URLSearchParams, now: Millis): Asked => {
  const [from, to] = [dayIn(query, 'from'), dayIn(query, 'to')]
  if (from !== undefined && to !== undefined) {
    const days = Math.round((beijingDayStart(to) - beijingDayStart(from)) / DAY) + 1
    return { from, to, by: days > MOST_DAYS ? 'week' : 'day' }
  }
  const { days, by } = ranges.find(({ name }) => name === query.get('days')) ?? ranges[0]
  const today = beijingDay(now)
  return { from: dayAfter(today, 1 - days), to: today, by }
}
