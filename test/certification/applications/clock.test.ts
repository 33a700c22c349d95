import { describe, expect, it } from 'vitest'
import {
  correctionEnd,
  deadlineOf,
  dueAtOf,
  isOverdue,
  standing,
} from '../../../functions/certification/applications/clock.ts'
import * as moves from '../../../functions/certification/applications/moves.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { applicationIn, paidBy } from './fixture.ts'

describe('W5 time-outs of an application are states, decided by the clock', () => {
  it.each([
    ['draft', 'withdrawn', NOON + 30 * DAY],
    ['awaiting_confirmation', 'confirmation_expired', NOON + 24 * HOUR],
    ['awaiting_payment', 'payment_expired', NOON + 25 * HOUR],
    ['returned', 'correction_expired', NOON + 30 * DAY],
  ] as const)('%s is %s at the very millisecond, whoever looked since', (status, after, at) => {
    const of = applicationIn(status)
    expect(standing(of, at - 1)).toBe(of)
    expect(standing(of, at)).toMatchObject({ status: after, endedAt: at })
    // A millisecond ago and an hour ago look the same, and as whoever writes it would leave it.
    const expiry = deadlineOf(of)
    expect(standing(of, at + HOUR)).toEqual(standing(of, at))
    expect(expiry && moves.afterExpiry(of, expiry.on, at + HOUR)).toEqual(standing(of, at))
  })

  it('leaves alone what waits for nobody', () => {
    for (const status of ['in_review', 'certified', 'refused', 'withdrawn'] as const)
      expect(standing(applicationIn(status), NOON + 400 * DAY).status).toBe(status)
  })

  it('owes a look at the end of a time, and at once for money that nobody wanted', () => {
    expect(dueAtOf(applicationIn('refused'))).toBeUndefined()
    expect(dueAtOf(applicationIn('awaiting_payment'))).toBe(NOON + 25 * HOUR)
    expect(dueAtOf(applicationIn('in_review'))).toBe(NOON + 21 * DAY)
    expect(dueAtOf(applicationIn('in_review', { fee: 'none' }))).toBeUndefined()
    expect(dueAtOf(applicationIn('certified', { vain: [paidBy('f'.repeat(32))] }))).toBe(0)
  })

  it('gives the fee back once people are late, and not a millisecond before', () => {
    const of = applicationIn('in_review')
    expect(isOverdue(of, NOON + 21 * DAY - 1)).toBe(false)
    expect(isOverdue(of, NOON + 21 * DAY)).toBe(true)
    expect(isOverdue({ ...of, fee: 'returned' }, NOON + 22 * DAY)).toBe(false)
    expect(isOverdue(applicationIn('returned'), NOON + 400 * DAY)).toBe(false)
  })
})

describe('W5 how long an application may be corrected', () => {
  const window = { windowMs: 30 * DAY, leastMs: 3 * DAY }

  it('is counted from the first time that it was returned', () => {
    expect(correctionEnd({ returns: [] }, window, NOON)).toBe(NOON + 30 * DAY)
    const returns = [{ at: NOON, fields: [], was: { to: '新名字', materials: [] } }]
    expect(correctionEnd({ returns }, window, NOON + 10 * DAY)).toBe(NOON + 30 * DAY)
  })

  it('is three days at least, however long people took', () => {
    const returns = [{ at: NOON, fields: [], was: { to: '新名字', materials: [] } }]
    expect(correctionEnd({ returns }, window, NOON + 28 * DAY)).toBe(NOON + 31 * DAY)
    expect(correctionEnd({ returns }, window, NOON + 60 * DAY)).toBe(NOON + 63 * DAY)
  })
})
