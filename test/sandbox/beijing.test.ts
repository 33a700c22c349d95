import { describe, expect, it } from 'vitest'
import { beijingDayStart, beijingTime, billReadiness, readBeijingTime } from '../../functions/sandbox/beijing.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-11-20T00:00:00+08:00')

describe('times in Beijing', () => {
  it('are written without a zone and read back', () => {
    expect(beijingTime(START)).toBe('2026-11-20 00:00:00')
    expect(readBeijingTime('2026-11-20 00:00:00')).toBe(START)
    expect(beijingDayStart('2026-11-20')).toBe(START)
  })

  it.each([
    '2026-02-29 00:00:00',
    '2026-11-20 24:00:00',
    '2026-11-20',
    '2026-11-20T00:00:00',
    '0000-00-00 00:00:00',
    '',
  ])('that do not exist are not read: %j', (text) => {
    expect(readBeijingTime(text)).toBeUndefined()
  })

  it.each(['20261120', '2026-13-01', '2026-11', ''])('days that do not exist are not read: %j', (day) => {
    expect(beijingDayStart(day)).toBeUndefined()
  })
})

describe('a bill', () => {
  it.each([
    [-1, 'too_early'],
    [24 * HOUR - 1, 'too_early'],
    [24 * HOUR, 'creating'],
    [34 * HOUR - 1, 'creating'],
    [34 * HOUR, 'ready'],
    [93 * 24 * HOUR, 'ready'],
    [93 * 24 * HOUR + 1, 'gone'],
  ] as const)('%d ms after the start of its day is %s', (ms, readiness) => {
    expect(billReadiness(START, START + ms)).toBe(readiness)
  })
})
