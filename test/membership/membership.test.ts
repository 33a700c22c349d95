import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { membershipAfter, membershipGranted } from '../../functions/membership/membership.ts'
import { DAY, rfc3339Beijing } from '../../shared/kernel/time.ts'

const beijing = (text: string): number => Date.parse(`${text}+08:00`)

describe('P15 a month of membership', () => {
  it.each([
    ['2026-11-20T12:30:00', '2026-12-20T12:30:00', 'the same day and hour'],
    ['2026-12-31T23:59:59', '2027-01-31T23:59:59', 'over the year'],
    ['2027-01-31T08:00:00', '2027-02-28T08:00:00', 'the last day of a shorter month'],
    ['2028-01-31T08:00:00', '2028-02-29T08:00:00', 'the last day of February in a leap year'],
    ['2027-03-31T00:00:00', '2027-04-30T00:00:00', 'the last day of April'],
    ['2027-01-31T01:00:00', '2027-02-28T01:00:00', 'the day in Beijing, where it is already the next one'],
  ])('from %s ends %s: %s', (from, until) => {
    expect(rfc3339Beijing(membershipAfter(undefined, beijing(from)))).toBe(`${until}+08:00`)
  })

  it('begins where a running one ends', () => {
    const running = beijing('2026-12-05T10:00:00')
    expect(rfc3339Beijing(membershipAfter(running, beijing('2026-11-20T12:30:00')))).toBe('2027-01-05T10:00:00+08:00')
  })

  it('begins now where the last one is over', () => {
    const over = beijing('2026-11-01T10:00:00')
    expect(rfc3339Beijing(membershipAfter(over, beijing('2026-11-20T12:30:00')))).toBe('2026-12-20T12:30:00+08:00')
  })

  it('is 28 to 31 days, whenever it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: beijing('2026-01-01T00:00:00'), max: beijing('2040-01-01T00:00:00') }), (now) => {
        const days = (membershipAfter(undefined, now) - now) / DAY
        expect([28, 29, 30, 31]).toContain(days)
      }),
    )
  })

  it('is as much as is taken back when the money goes back, not what ran before it', () => {
    const now = beijing('2026-11-20T12:30:00')
    expect(membershipGranted(undefined, now)).toBe(30 * DAY)
    expect(membershipGranted(beijing('2026-12-05T10:00:00'), now)).toBe(31 * DAY)
    expect(membershipGranted(beijing('2026-01-01T10:00:00'), now)).toBe(30 * DAY)
  })
})
