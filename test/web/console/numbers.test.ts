import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beijingDay, beijingDayStart, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { askedIn, ranges } from '../../../web/console/numbers/range.ts'
import { type Analytics, countOf, placesOf, timeOf, valuesOf } from '../../../web/console/numbers/series.ts'
import {
  costText,
  daysText,
  hoursText,
  percentText,
  shortDay,
  tookText,
  UNITS_OF_SECONDS,
} from '../../../web/console/numbers/shown.ts'
import { asPercent, isEmpty, layoutOf, type Place, stackOf, sum } from '../../../web/console/plots/plot.ts'
import { clockAges, inChosen, inClasses, refundAges } from '../../../web/console/queue/ages.ts'

/** 12:30 in Beijing. */
const NOON = Date.parse('2026-11-20T12:30:00+08:00')

const asked = (query: string) => askedIn(new URLSearchParams(query), NOON)

describe('M8 the range an address names', () => {
  it('is the last thirty days by day, thirteen weeks by week, or 400 days by month, and ends today in Beijing', () => {
    expect(asked('')).toEqual({ from: '20261022', to: '20261120', by: 'day' })
    for (const { name, days, by } of ranges) {
      const { from, to, by: step } = asked(`days=${name}`)
      expect([to, step]).toEqual([beijingDay(NOON), by])
      expect(Math.round((beijingDayStart(to) - beijingDayStart(from)) / DAY) + 1).toBe(days)
    }
    expect(asked('days=7')).toEqual(asked(''))
  })

  it('is of the days that it names, by day where they are few enough to be read', () => {
    expect(asked('from=20261001&to=20261031')).toEqual({ from: '20261001', to: '20261031', by: 'day' })
    expect(asked('from=20260101&to=20261031').by).toBe('week')
    for (const none of ['from=x&to=20261031', 'from=20260230&to=20261031', 'from=20261001'])
      expect(asked(none)).toEqual(asked(''))
  })
})

describe('M8 ages', () => {
  it('are in the class they fall in, at the edge in the next', () => {
    expect(inClasses(refundAges, [0, HOUR - 1, HOUR, 12 * HOUR, 24 * HOUR, 90 * HOUR])).toEqual([2, 1, 1, 2])
    expect(inClasses(clockAges, [-1, 0, 4 * HOUR, 24 * HOUR])).toEqual([1, 1, 1, 1])
    expect(inClasses(clockAges, [])).toEqual([0, 0, 0, 0])
  })

  it('are as many in a plot as in the list that each leads to, whatever waits', () => {
    const times = fc.array(fc.integer({ min: -90 * HOUR, max: 90 * HOUR }), { maxLength: 40 })
    fc.assert(
      fc.property(fc.constantFrom(refundAges, clockAges), times, (classes, all) => {
        const listed = classes.map(({ name }) =>
          inChosen(classes, new URLSearchParams({ age: name }), all, (one) => one),
        )
        expect(listed.map((rows) => rows.length)).toEqual(inClasses(classes, all))
        expect(inChosen(classes, new URLSearchParams(), all, (one) => one)).toEqual(all)
      }),
    )
  })
})

const period = (from: string, value: number) => ({
  from,
  to: from,
  countedAt: null,
  isFinal: false,
  counts: [
    { measure: 'calls' as const, of: ['tencent_cloud', 'order', 'match'], value },
    { measure: 'calls' as const, of: ['alibaba_cloud', 'order', 'match'], value: 1 },
  ],
  durations: [{ measure: 'call_ms' as const, of: ['tencent_cloud'], count: 1, p50Ms: 5, p95Ms: 9 }],
})
const analytics: Analytics = {
  from: '20261119',
  to: '20261120',
  by: 'day',
  measures: [
    { name: 'calls', group: 'vendors', unit: 'count', dimensions: ['vendor', 'purpose', 'answer'], is: '' },
    { name: 'call_ms', group: 'vendors', unit: 'ms', dimensions: ['vendor'], is: '' },
  ],
  periods: [period('20261119', 2), period('20261120', 0)],
  totals: period('20261119', 2),
}

describe('M8 what of the numbers is drawn', () => {
  it('is what has all of the words', () => {
    const [first] = analytics.periods
    if (!first) throw new Error('no period')
    expect(countOf(first, 'calls')).toBe(3)
    expect(countOf(first, 'calls', 'tencent_cloud', 'match')).toBe(2)
    expect(countOf(first, 'calls', 'tencent_cloud', 'mismatch')).toBe(0)
    expect(timeOf(first, 'call_ms', 'tencent_cloud')).toMatchObject({ p95Ms: 9 })
    expect(timeOf(first, 'call_ms', 'alibaba_cloud')).toBeUndefined()
    expect(valuesOf(analytics, 'calls', 'vendor')).toEqual(['alibaba_cloud', 'tencent_cloud'])
  })

  it('stands at one place for each period, which leads somewhere', () => {
    const told = { label: () => 'l', said: daysText, to: ({ from }: { from: string }) => `/${from}` }
    expect(placesOf(analytics.periods, (of) => ({ values: [countOf(of, 'calls')] }), told)).toEqual([
      { key: '20261119', label: 'l', said: '2026-11-19', to: '/20261119', values: [3] },
      { key: '20261120', label: 'l', said: '2026-11-20', to: '/20261120', values: [1] },
    ])
  })

  it('is said in units that people read', () => {
    expect([shortDay('20261120', 'day'), shortDay('20261101', 'month')]).toEqual(['11-20', '26-11'])
    expect(daysText({ from: '20261116', to: '20261122' })).toBe('2026-11-16 – 2026-11-22')
    expect([320, 4500, 12 * 60_000, 3.2 * HOUR].map(tookText)).toEqual(['320 ms', '4.5 s', '12 min', '3.2 h'])
    expect(costText(3000)).toBe('¥0.30')
    expect([percentText(1, 3), percentText(0, 0)]).toEqual(['33%', '–'])
  })
})

const place = (key: number, values: Place['values'], limit?: number): Place => ({
  key: String(key),
  label: '',
  said: '',
  to: '/',
  values,
  ...(limit !== undefined && { limit }),
})

describe('M8 a plot', () => {
  it('holds everything it draws: no column is cut off, and none is too narrow to be pressed', () => {
    const values = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 62 }), (all) => {
        const places = all.map((one, at) => place(at, one, 500))
        const { across, up, width, ticks } = layoutOf(places, { isStacked: true })
        for (const { key, values: parts } of places) {
          const x = across(key) ?? -1
          expect(x).toBeGreaterThanOrEqual(64)
          expect(x + across.bandwidth()).toBeLessThanOrEqual(width)
          expect(across.step()).toBeGreaterThanOrEqual(24)
          expect(up(Math.max(500, sum(parts)))).toBeGreaterThanOrEqual(11.9)
        }
        expect(up(0)).toBe(212)
        expect(ticks[0]).toBe(0)
      }),
    )
  })

  it('of counts has no halves at its axis', () => {
    const { ticks } = layoutOf([place(1, [1])], { isStacked: true, isWhole: true })
    expect(ticks).toEqual([0, 1])
    expect(layoutOf([place(1, [1])], { isStacked: true }).ticks.length).toBeGreaterThan(2)
  })

  it('of times has round numbers of what they are read in at its axis', () => {
    const ticks = (seconds: number) =>
      layoutOf([place(1, [seconds])], { isStacked: true, units: UNITS_OF_SECONDS }).ticks.map(hoursText)
    expect(ticks(27 * 3600)).toEqual(['0 s', '10.0 h', '20.0 h', '30.0 h'])
    expect(ticks(50 * 60)).toEqual(['0 s', '10 min', '20 min', '30 min', '40 min', '50 min'])
  })

  it('lies its parts on each other', () => {
    expect(stackOf([2, undefined, 3])).toEqual([
      [0, 2],
      [2, 2],
      [2, 5],
    ])
  })

  it('of shares comes to a hundred where there is anything', () => {
    expect(asPercent([place(1, [1, 3]), place(2, [0, undefined])]).map(({ values }) => values)).toEqual([
      [25, 75],
      [0, 0],
    ])
    expect(isEmpty([place(1, [0, undefined])])).toBe(true)
    expect(isEmpty([place(1, [0, 1])])).toBe(false)
  })

  it('of nothing can be drawn', () => {
    expect(layoutOf([], { isStacked: false }).ticks[0]).toBe(0)
    expect(layoutOf([place(1, [0])], { isStacked: true }).up(0)).toBe(212)
  })
})
