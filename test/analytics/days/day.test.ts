import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedDay, closesAt, daysDue } from '../../../functions/analytics/days/day.ts'
import { beijingDay, beijingDayStart, DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const EVERY = 15 * MINUTE
const today = beijingDay(NOON)
const dayBefore = (days: number): string => beijingDay(NOON - days * DAY)

const counted = (day: string, countedAt: number, more: Partial<CountedDay> = {}): CountedDay => ({
  day,
  revision: 1,
  countedAt,
  counts: {},
  isFinal: false,
  ...more,
})

describe('M8 which days are counted', () => {
  it('begins with today and yesterday, today first', () => {
    expect(daysDue([], EVERY, NOON)).toEqual([today, dayBefore(1)])
  })

  it('takes the day that goes on as often as the setting says', () => {
    const known = (at: number) => [counted(today, at), counted(dayBefore(1), NOON, { isFinal: true })]
    expect(daysDue(known(NOON - EVERY + 1), EVERY, NOON)).toEqual([])
    expect(daysDue(known(NOON - EVERY), EVERY, NOON)).toEqual([today])
  })

  it('counts a day that is over soon after its end, when lists have settled, and then daily', () => {
    const end = beijingDayStart(today)
    const yesterday = dayBefore(1)
    const dueAt = (at: number, countedAt: number) => daysDue([counted(yesterday, countedAt)], 4 * HOUR, at)
    expect(dueAt(end + HOUR - 1, end - MINUTE)).not.toContain(yesterday)
    expect(dueAt(end + HOUR, end - MINUTE)).toContain(yesterday)
    expect(dueAt(end + HOUR + DAY - 1, end + HOUR)).not.toContain(yesterday)
    expect(dueAt(end + HOUR + DAY, end + HOUR)).toContain(yesterday)
  })

  it('counts it a last time when it closes, seven days after its end in Beijing, and never again', () => {
    const day = '20261101'
    expect(closesAt(day)).toBe(Date.parse('2026-11-09T00:00:00+08:00'))
    const known = [counted(day, closesAt(day) - HOUR)]
    expect(daysDue(known, EVERY, closesAt(day) - 1)).not.toContain(day)
    expect(daysDue(known, EVERY, closesAt(day))).toContain(day)
    const isFinal = [counted(day, closesAt(day), { isFinal: true })]
    expect(daysDue(isFinal, EVERY, closesAt(day) + 30 * DAY)).not.toContain(day)
  })

  it('leaves out no day in between, however long nobody counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (gap) => {
        const last = dayBefore(gap + 1)
        const due = daysDue([counted(last, NOON - (gap + 1) * DAY, { isFinal: true })], EVERY, NOON)
        expect(due).toHaveLength(gap + 1)
        expect(new Set(due).size).toBe(gap + 1)
        expect(due[0]).toBe(today)
        expect(due).not.toContain(last)
      }),
      { numRuns: 20 },
    )
  })

  it('goes on at once with a day that was left half counted', () => {
    const draft = { since: NOON - MINUTE, counts: {}, source: 'ledger', list: 1 }
    const yesterday = counted(dayBefore(1), NOON, { isFinal: true })
    expect(daysDue([counted(today, NOON - MINUTE, { draft }), yesterday], EVERY, NOON)).toEqual([today])
  })
})
