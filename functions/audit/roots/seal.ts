import { dayAfter } from '../../../shared/kernel/days.ts'
import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import { isRootOverdue, rootDueAt, type Statement } from './root.ts'

/** A root as the table knows of it: what was signed, and the hash of that. */
export type NotedRoot = Statement & { hash: string }

/** How far the audit is sealed by signed roots. Days are Beijing's, YYYYMMDD. */
export type Seal = {
  /** The root of the last day that has one; undefined where none was made yet. */
  last?: NotedRoot
  /** The day whose root comes after that. */
  next: string
  /** Days that are due and have none, oldest first. */
  missing: string[]
  /** The root of one of them should long have been made. */
  isOverdue: boolean
}

/**
 * How far the audit is sealed at `now` (epoch ms), by the newest roots that the table knows of, newest first. Between the oldest of them
 * and now no day may be without. `recorded`: where there is no root at all, the oldest day that has a record; where there is none of these
 * either, nothing is missing.
 */
export const sealOf = (newest: readonly NotedRoot[], recorded: string | undefined, now: Millis): Seal => {
  const [last] = newest
  const begins = newest.at(-1)?.day ?? recorded
  const noted = new Set(newest.map(({ day }) => day))
  const missing: string[] = []
  for (let day = begins; day !== undefined && rootDueAt(day) <= now; day = dayAfter(day, 1))
    if (!noted.has(day)) missing.push(day)
  return {
    last,
    next: last ? dayAfter(last.day, 1) : (recorded ?? dayAfter(beijingDay(now), -1)),
    missing,
    isOverdue: missing.some((day) => isRootOverdue(day, now)),
  }
}
