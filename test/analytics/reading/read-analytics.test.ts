import { describe, expect, it } from 'vitest'
import type { CountedDay } from '../../../functions/analytics/days/day.ts'
import { dayCounted } from '../../../functions/analytics/days/day-store.ts'
import { analyticsShown, showAnalytics } from '../../../functions/analytics/reading/analytics-view.ts'
import { readAnalytics } from '../../../functions/analytics/reading/read-analytics.ts'
import { beijingDay, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'

const today = beijingDay(NOON)
const dayBefore = (days: number): string => beijingDay(NOON - days * DAY)

const counted = (day: string, fen: number, more: Partial<CountedDay> = {}): CountedDay => ({
  day,
  revision: 0,
  countedAt: NOON - HOUR,
  counts: { ledger: { 'paid_in|alipay': fen, 'refund_ms|channel|20': 2 } },
  isFinal: false,
  ...more,
})

const world = async (days: readonly CountedDay[]) => {
  const table = memoryTable()
  for (const day of days) await table.commit([dayCounted(day, 400 * DAY)])
  const read = (asked: Parameters<typeof readAnalytics>[1]) =>
    readAnalytics({ table, clock: { now: () => NOON } }, asked)
  return { table, read }
}

describe('M8 numbers of days, read', () => {
  it('are of the last thirty days unless said otherwise, today among them', async () => {
    const { read } = await world([counted(today, 5), counted(dayBefore(29), 7), counted(dayBefore(30), 1000)])
    const found = valueIn(await read({}))
    expect(found).toMatchObject({ from: dayBefore(29), to: today, by: 'day' })
    expect(found.periods).toHaveLength(30)
    expect(found.totals['paid_in|alipay']).toBe(12)
    expect(found.periods.at(-1)?.counts['paid_in|alipay']).toBe(5)
  })

  it('of a day nobody counted are none, and say so', async () => {
    const { read } = await world([counted(today, 5)])
    const [yesterday, last] = valueIn(await read({ from: dayBefore(1), to: today })).periods
    expect(yesterday).toEqual({
      from: dayBefore(1),
      to: dayBefore(1),
      countedAt: undefined,
      isFinal: false,
      counts: {},
    })
    expect(last?.countedAt).toBe(NOON - HOUR)
  })

  it('of several days are as old as the oldest of them, and final where all are', async () => {
    const final = { isFinal: true }
    const days = [
      counted('20261116', 1, { ...final, countedAt: 5 }),
      counted('20261117', 1, final),
      counted('20261118', 1),
    ]
    const { read } = await world(days)
    const [week] = valueIn(await read({ from: '20261116', to: '20261117', by: 'week' })).periods
    expect(week).toMatchObject({ countedAt: 5, isFinal: true })
    const [longer] = valueIn(await read({ from: '20261116', to: '20261118', by: 'week' })).periods
    expect(longer).toMatchObject({ countedAt: 5, isFinal: false })
  })

  it('of 400 days are in one answer, and of 401 in none', async () => {
    const days = Array.from({ length: 401 }, (_none, nth) => counted(dayBefore(nth), 1))
    const { read, table } = await world(days)
    const calls = table.calls()
    const found = valueIn(await read({ from: dayBefore(399), to: today }))
    expect(table.calls() - calls).toBeLessThanOrEqual(5)
    expect(found.totals['paid_in|alipay']).toBe(400)
    expect(found.periods).toHaveLength(400)
    expect(refusalOf(await read({ from: dayBefore(400), to: today }))).toMatchObject({
      code: 'invalid_analytics_range',
      fields: [{ pointer: '/from' }],
    })
  })

  it('of a range that ends before it begins, or in days to come, are refused by the field', async () => {
    const { read } = await world([])
    expect(refusalOf(await read({ from: today, to: dayBefore(1) }))).toMatchObject({ fields: [{ pointer: '/from' }] })
    const tomorrow = dayBefore(-1)
    expect(refusalOf(await read({ from: today, to: tomorrow }))).toMatchObject({ fields: [{ pointer: '/to' }] })
    expect(codeOf(await read({ from: today }))).toBe('ok')
  })

  it('are shown with what they are, sums apart from durations', async () => {
    const { read } = await world([counted(today, 5)])
    const shown = showAnalytics(valueIn(await read({ from: today })))
    expect(analyticsShown.parse(shown)).toEqual(shown)
    expect(shown.periods[0]).toMatchObject({
      countedAt: new Date(NOON - HOUR).toISOString(),
      counts: [{ measure: 'paid_in', of: ['alipay'], value: 5 }],
      durations: [{ measure: 'refund_ms', of: ['channel'], count: 2, p50Ms: 320, p95Ms: 320 }],
    })
    expect(shown.measures.find(({ name }) => name === 'paid_in')).toMatchObject({
      unit: 'fen',
      dimensions: ['channel'],
    })
  })
})
