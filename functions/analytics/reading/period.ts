import { beijingDay, beijingDayStart, DAY } from '../../../shared/kernel/time.ts'

/** Over what days are taken together. */
export const steps = ['day', 'week', 'month'] as const
export type Step = (typeof steps)[number]

/** Days from the first to the last, both included. */
export type Period = { from: string; to: string }

const THURSDAY = 4
const WEEK = 7

/** How many days that are; below 1 where the last is before the first. */
export const daysOf = ({ from, to }: Period): number =>
  Math.round((beijingDayStart(to) - beijingDayStart(from)) / DAY) + 1

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
  for (let at = beijingDayStart(from); beijingDay(at) <= to; at += DAY) {
    const day = beijingDay(at)
    const last = periods.at(-1)
    const name = periodOf(day, step)
    if (last?.name === name) last.to = day
    else periods.push({ from: day, to: day, name })
  }
  return periods.map((period) => ({ from: period.from, to: period.to }))
}
