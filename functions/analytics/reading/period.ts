import { daysIn } from '../../../shared/kernel/days.ts'
import { beijingDayStart, DAY } from '../../../shared/kernel/time.ts'

/** Over what days are taken together. */
export const steps = ['day', 'week', 'month'] as const
export type Step = (typeof steps)[number]

/** Days from the first to the last, both included. */
export type Period = { from: string; to: string }

const THURSDAY = 4
const WEEK = 7

/** As many days as are kept. */
const MOST_DAYS = 400

/** Whether there are numbers to be read of such a range: the last day is not before the first, and not too far behind it. */
export const isReadable = ({ from, to }: Period): boolean =>
  from <= to && beijingDayStart(to) - beijingDayStart(from) < MOST_DAYS * DAY

/** Which period a day is in: its own, the week that begins on the Monday before, or the month; weeks and months of Beijing's calendar. */
const periodOf = (day: string, step: Step): string => {
  if (step === 'month') return day.slice(0, 6)
  if (step === 'day') return day
  // 1 January 1970 was a Thursday.
  const number = Math.round((beijingDayStart(day) - beijingDayStart('19700101')) / DAY)
  return String(Math.floor((number + THURSDAY - 1) / WEEK))
}

/** The days of a range taken together, oldest first; the first and the last period may be cut short by it. */
export const periodsOf = ({ from, to }: Period, step: Step): Period[] => {
  const periods: (Period & { name: string })[] = []
  for (const day of daysIn(from, to)) {
    const last = periods.at(-1)
    const name = periodOf(day, step)
    if (last?.name === name) last.to = day
    else periods.push({ from: day, to: day, name })
  }
  return periods.map((period) => ({ from: period.from, to: period.to }))
}
