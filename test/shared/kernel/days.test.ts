import { describe, expect, it } from 'vitest'
import { dayAfter, daysIn, isDay } from '../../../shared/kernel/days.ts'

describe('a day of the books', () => {
  it.each([
    ['20261120', true],
    ['20280229', true],
    ['20260229', false],
    ['20260230', false],
    ['20261301', false],
    ['20260100', false],
    ['2026112', false],
    ['202611200', false],
    ['x20261120', false],
    ['20261120x', false],
    ['2026-11-20', false],
    ['', false],
  ])('%j is one: %j', (text, is) => {
    expect(isDay(text)).toBe(is)
  })

  it('has those after and before it, over months and years', () => {
    expect([dayAfter('20261231', 1), dayAfter('20270101', -1), dayAfter('20261120', 0)]).toEqual([
      '20270101',
      '20261231',
      '20261120',
    ])
  })

  it('is in a range with both its ends, and in none that ends before it begins', () => {
    expect(daysIn('20261130', '20261202')).toEqual(['20261130', '20261201', '20261202'])
    expect(daysIn('20261130', '20261130')).toEqual(['20261130'])
    expect([daysIn('20261130', '20261129'), daysIn('20261130', '20251130')]).toEqual([[], []])
  })
})
