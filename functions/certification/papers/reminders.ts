import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Paper } from './paper.ts'

/** W4 how long before a paper is over its administrator hears of that: 30 days, 7 days, and when it is. */
const BEFORE: readonly Millis[] = [30 * DAY, 7 * DAY, 0]

/** Nothing is left to be told. */
export const ALL_TOLD = BEFORE.length

/** Of how many reminders the time has come. */
export const remindersBy = ({ until }: Pick<Paper, 'until'>, now: Millis): number =>
  until === undefined ? ALL_TOLD : BEFORE.filter((before) => now >= until - before).length

/** The papers of an app that is certified now: what lies behind by then was said while it was applied for. */
export const papersCertified = (papers: readonly Paper[], now: Millis): Paper[] =>
  papers.map((one) => ({ ...one, told: remindersBy(one, now) }))

/** When the next reminder is due (epoch ms); undefined for never. */
export const nextReminderAt = (papers: readonly Paper[]): Millis | undefined => {
  const times = papers.flatMap(({ until, told = ALL_TOLD }) => {
    const before = BEFORE[told]
    return until === undefined || before === undefined ? [] : [until - before]
  })
  return times.length === 0 ? undefined : Math.min(...times)
}

/** Those of which something is to be told at `now`: however late, one reminder each. */
export const owedReminders = (papers: readonly Paper[], now: Millis): Paper[] =>
  papers.filter((one) => remindersBy(one, now) > (one.told ?? ALL_TOLD))

/** The same once that was told. */
export const afterReminding = (papers: readonly Paper[], now: Millis): Paper[] =>
  papers.map((one) => ({ ...one, told: Math.max(one.told ?? ALL_TOLD, remindersBy(one, now)) }))
