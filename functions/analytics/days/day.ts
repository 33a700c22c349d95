import { daysIn } from '../../../shared/kernel/days.ts'
import { beijingDay, beijingDayStart, DAY, HOUR, type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { type Counts, together } from '../counts/counts.ts'

/** For so long after its end a day is counted anew, because facts come late: a payment that only a bill tells of, the answer to a complaint. */
const OPEN_FOR: Millis = 7 * DAY

/** A day that is over is counted again so often while it is open. */
const AGAIN: Millis = DAY

/** Whoever begins to count looks back so far: what was not listed before cannot be counted. */
const FIRST_DAYS = 1

/** Clocks of the table's writers may differ by so much, and its lists be behind. */
const SETTLED: Millis = HOUR

/** A count that ran out of time: which sources it had by `since`, and where the one in the middle goes on. */
export type Draft = {
  since: Millis
  counts: Readonly<Record<string, Counts>>
  source?: string
  list?: number
  after?: string
}

/** The numbers of a Beijing day, by the source that they are counted from, as they were at `countedAt`. */
export type CountedDay = {
  day: string
  revision: number
  countedAt?: Millis
  counts: Readonly<Record<string, Counts>>
  /** Nothing that comes later is counted any more. */
  isFinal: boolean
  draft?: Draft
}

/** All numbers of a day. */
export const numbersOf = ({ counts }: Pick<CountedDay, 'counts'>): Counts => together(Object.values(counts))

/** From when a count of the day is its last (epoch ms). */
export const closesAt = (day: string): Millis => nextBeijingDay(beijingDayStart(day)) + OPEN_FOR

/** When the day is to be counted next (epoch ms); undefined where it has been for the last time. */
const countAt = (day: string, known: CountedDay | undefined, everyMs: Millis): Millis | undefined => {
  if (known?.isFinal) return undefined
  if (known?.draft) return known.draft.since
  const countedAt = known?.countedAt
  if (countedAt === undefined) return beijingDayStart(day)
  const end = nextBeijingDay(beijingDayStart(day)) + SETTLED
  if (countedAt < end) return Math.min(countedAt + everyMs, Math.max(end, countedAt + 1))
  return Math.min(countedAt + AGAIN, Math.max(closesAt(day), countedAt + 1))
}

/**
 * The days to be counted now: today first, because people look at it, then the oldest. `known`: newest first, down to the newest that is
 * final. However long nobody counted, no day between is left out.
 */
export const daysDue = (known: readonly CountedDay[], everyMs: Millis, now: Millis): string[] => {
  const today = beijingDay(now)
  const first = beijingDay(now - FIRST_DAYS * DAY)
  const last = known.at(-1)
  const oldest = last && (last.isFinal || last.day < first) ? last.day : first
  const byDay = new Map(known.map((one) => [one.day, one]))
  const due = daysIn(oldest, today).filter((day) => (countAt(day, byDay.get(day), everyMs) ?? now + 1) <= now)
  return due.toSorted((one, other) => Number(other === today) - Number(one === today))
}
