import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBeijingMonths,
  beijingDay,
  beijingDayStart,
  DAY,
  HOUR,
  MINUTE,
  nextBeijingDay,
  parseDuration,
  rfc3339,
  rfc3339Beijing,
  rfc3339If,
} from '../../../shared/kernel/time.ts'

const at = (text: string) => Date.parse(text)

/** The calendar of the runtime's own time zone data, as an independent witness. */
const witness = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})
const local = (moment: number) => witness.format(moment)

const moments = fc.integer({ min: at('1992-01-01T00:00:00Z'), max: at('2099-12-31T00:00:00Z') })

describe('the day in Beijing', () => {
  it('changes at 16:00 UTC, to the millisecond', () => {
    expect(beijingDay(at('2026-11-20T15:59:59.999Z'))).toBe('20261120')
    expect(beijingDay(at('2026-11-20T16:00:00.000Z'))).toBe('20261121')
    expect(beijingDay(at('2026-12-31T16:00:00Z'))).toBe('20270101')
    expect(beijingDay(at('2028-02-28T16:00:00Z'))).toBe('20280229')
  })
  it('is the one of the time zone data at any moment', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(beijingDay(moment)).toBe(local(moment).slice(0, 10).replaceAll('-', ''))
      }),
    )
  })
})

describe('the first moment of a day in Beijing', () => {
  it('is that of the day it is given', () => {
    expect(beijingDayStart('20261120')).toBe(at('2026-11-19T16:00:00Z'))
    expect(beijingDayStart('20270101')).toBe(at('2026-12-31T16:00:00Z'))
    fc.assert(
      fc.property(moments, (moment) => {
        const start = beijingDayStart(beijingDay(moment))
        expect([beijingDay(start), beijingDay(start - 1) === beijingDay(moment)]).toEqual([beijingDay(moment), false])
      }),
    )
  })

  it.each(['', '2026', '202611', '2026112', '202611200', '20261301', '2026-11-20', 'tomorrow'])(
    'is none of %j',
    (text) => {
      expect(beijingDayStart(text)).toBeNaN()
    },
  )
})

describe('the next day in Beijing', () => {
  it.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20T16:00:00.000Z'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21T16:00:00.000Z'],
    ['2026-11-20T16:00:00.001Z', '2026-11-21T16:00:00.000Z'],
    ['1970-01-01T00:00:00.000Z', '1970-01-01T16:00:00.000Z'],
  ])('after %s begins at %s', (before, after) => {
    expect(rfc3339(nextBeijingDay(at(before)))).toBe(after)
  })
  it('is the first moment with another date, at most a day away', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const next = nextBeijingDay(moment)
        expect(next).toBeGreaterThan(moment)
        expect(next - moment).toBeLessThanOrEqual(DAY)
        expect(local(next).slice(11)).toBe('00:00:00')
        expect(beijingDay(next - 1)).toBe(beijingDay(moment))
      }),
    )
  })
})

describe('P15 months of membership, on the Beijing calendar', () => {
  it.each([
    ['2026-11-20T04:00:00Z', 1, '2026-12-20T04:00:00.000Z'],
    ['2026-12-20T04:00:00Z', 1, '2027-01-20T04:00:00.000Z'],
    ['2027-01-31T04:00:00Z', 1, '2027-02-28T04:00:00.000Z'],
    ['2028-01-31T04:00:00Z', 1, '2028-02-29T04:00:00.000Z'],
    ['2028-02-29T04:00:00Z', 12, '2029-02-28T04:00:00.000Z'],
    ['2028-02-29T04:00:00Z', 48, '2032-02-29T04:00:00.000Z'],
    ['2026-03-31T04:00:00Z', 1, '2026-04-30T04:00:00.000Z'],
    ['2026-11-20T04:00:00Z', 0, '2026-11-20T04:00:00.000Z'],
    ['2027-03-31T04:00:00Z', -1, '2027-02-28T04:00:00.000Z'],
  ])('%s and %d end at %s', (from, months, until) => {
    expect(rfc3339(addBeijingMonths(at(from), months))).toBe(until)
  })
  it('look at the date in Beijing where UTC has another one', () => {
    // 1 December in Beijing, still 30 November in UTC.
    expect(rfc3339(addBeijingMonths(at('2026-11-30T16:30:00Z'), 1))).toBe('2026-12-31T16:30:00.000Z')
    // 31 January in Beijing, 30 January in UTC: one month later there is no such day.
    expect(rfc3339(addBeijingMonths(at('2027-01-30T17:00:00Z'), 1))).toBe('2027-02-27T17:00:00.000Z')
  })
  it('keep the time of day, and the day or else the last of its month', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 36 }), (moment, months) => {
        const [before, after] = [local(moment), local(addBeijingMonths(moment, months))]
        expect(after.slice(11)).toBe(before.slice(11))
        const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(count(after) - count(before)).toBe(months)
        const tomorrow = local(addBeijingMonths(moment, months) + DAY)
        const isLast = tomorrow.slice(8, 10) === '01'
        expect(after.slice(8, 10) === before.slice(8, 10) || isLast).toBe(true)
      }),
    )
  })
})

describe('written forms', () => {
  it('are UTC with milliseconds for the API, Beijing with whole seconds for WeChat Pay', () => {
    const moment = at('2026-11-20T16:30:05.678Z')
    expect(rfc3339(moment)).toBe('2026-11-20T16:30:05.678Z')
    expect(rfc3339Beijing(moment)).toBe('2026-11-21T00:30:05+08:00')
  })
  it('are none of a moment that has not come', () => {
    expect([rfc3339If(undefined), rfc3339If(0)]).toEqual([null, '1970-01-01T00:00:00.000Z'])
  })
  it('name the same second', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(at(rfc3339(moment))).toBe(moment)
        expect(at(rfc3339Beijing(moment))).toBe(Math.floor(moment / 1000) * 1000)
      }),
    )
  })
})

describe('durations', () => {
  it.each([
    ['0s', 0],
    ['250ms', 250],
    ['30s', 30_000],
    ['15m', 15 * MINUTE],
    ['72h', 72 * HOUR],
    ['31d', 31 * DAY],
    ['999999s', 999_999_000],
  ])('%s', (text, expected) => {
    expect(parseDuration(text)).toBe(expected)
  })
  it.each(['', 's', '5', '5 m', '-5m', '1.5h', '5M', '5m5s', '1000000s', '５m', 'constructor'])(
    'none is written %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined()
    },
  )
})
