import { dayAfter, daysIn } from '../../../shared/kernel/days.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import { beijingDay, type Clock, type Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Counts, together } from '../counts/counts.ts'
import { type CountedDay, numbersOf } from '../days/day.ts'
import { dayOf } from '../days/day-store.ts'
import { analyticsKeys, analyticsLists } from '../keys.ts'
import { isReadable, type Period, periodsOf, type Step } from './period.ts'

export type AnalyticsDeps = { table: Pick<Table, 'query'>; clock: Clock }

const BY_DEFAULT = 30
const PAGE = 100

/**
 * The numbers of one period. `countedAt`: how they stood then, the oldest count of its days; undefined where a day was not counted yet.
 * `isFinal`: nothing will be added.
 */
export type PeriodNumbers = Period & { countedAt: Millis | undefined; isFinal: boolean; counts: Counts }

export type Analytics = Period & { by: Step; periods: PeriodNumbers[]; totals: Counts }

/** The days that were counted from the first to the last, by day. */
const readDays = async (table: AnalyticsDeps['table'], { from, to }: Period): Promise<Map<string, CountedDay>> => {
  const days = new Map<string, CountedDay>()
  // Begins right behind the last: no day of that name is there.
  let after: string | undefined = analyticsKeys.day(`${to}~`).sk
  while (after !== undefined) {
    const page: Awaited<ReturnType<Table['query']>> = await table.query({
      ...analyticsLists.days,
      limit: PAGE,
      newestFirst: true,
      after,
    })
    for (const item of page.items) {
      const day = dayOf(item)
      if (day.day < from) return days
      days.set(day.day, day)
    }
    after = page.next
  }
  return days
}

const numbersIn = (days: ReadonlyMap<string, CountedDay>, { from, to }: Period): PeriodNumbers => {
  const all = daysIn(from, to).map((day) => days.get(day))
  const counted = all.flatMap((one) => (one?.countedAt === undefined ? [] : [one.countedAt]))
  return {
    from,
    to,
    countedAt: counted.length < all.length ? undefined : Math.min(...counted),
    isFinal: all.every((one) => one?.isFinal === true),
    counts: together(all.flatMap((one) => (one ? [numbersOf(one)] : []))),
  }
}

/**
 * The numbers of a range of Beijing days (YYYYMMDD; the last thirty unless said otherwise), by day, week or month, and all together. Of a day
 * that was never counted there are none. Refuses with `invalid_analytics_range`. A read for each hundred days.
 */
export const readAnalytics = async (
  { table, clock }: AnalyticsDeps,
  asked: { from?: string; to?: string; by?: Step },
): Promise<Outcome<Analytics>> => {
  const today = beijingDay(clock.now())
  const { to = today, by = 'day' } = asked
  const from = asked.from ?? dayAfter(to, 1 - BY_DEFAULT)
  if (to > today) return refusedField('/to', 'invalid_analytics_range')
  if (!isReadable({ from, to })) return refusedField('/from', 'invalid_analytics_range')
  const counted = await readDays(table, { from, to })
  const periods = periodsOf({ from, to }, by).map((period) => numbersIn(counted, period))
  return ok({ from, to, by, periods, totals: together(periods.map(({ counts }) => counts)) })
}
