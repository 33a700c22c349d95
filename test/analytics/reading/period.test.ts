import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodsOf, steps } from '../../../functions/analytics/reading/period.ts'
import { beijingDay, beijingDayStart, DAY } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

describe('M8 days taken together', () => {
  it('are weeks from Monday to Sunday, cut short by the range', () => {
    expect(periodsOf({ from: '20261120', to: '20261201' }, 'week')).toEqual([
      { from: '20261120', to: '20261122' },
      { from: '20261123', to: '20261129' },
      { from: '20261130', to: '20261201' },
    ])
  })

  it('are months of the calendar, across a year and a leap day', () => {
    expect(periodsOf({ from: '20271230', to: '20280301' }, 'month')).toEqual([
      { from: '20271230', to: '20271231' },
      { from: '20280101', to: '20280131' },
      { from: '20280201', to: '20280229' },
      { from: '20280301', to: '20280301' },
    ])
  })

  it('are each day in one period, and in their order', () => {
    const range = fc.tuple(fc.nat(1000), fc.nat(400))
    fc.assert(
      fc.property(range, fc.constantFrom(...steps), ([first, length], step) => {
        const from = beijingDay(NOON + first * DAY)
        const to = beijingDay(NOON + (first + length) * DAY)
        const periods = periodsOf({ from, to }, step)
        expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([from, to])
        for (const [at, period] of periods.entries()) {
          expect(period.from <= period.to).toBe(true)
          const next = periods[at + 1]
          if (next) expect(beijingDayStart(next.from) - beijingDayStart(period.to)).toBe(DAY)
        }
        if (step === 'day') expect(periods).toHaveLength(length + 1)
      }),
    )
  })
})
