import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enforcementNotice, enforcementOn } from '../../functions/gate/enforcement.ts'
import { gate } from '../../functions/gate/gate.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

const somebody = { verified: false, banned: false }
const MIDNIGHT = Date.parse('2026-12-01T00:00:00+08:00')
const at = (text: string) => Date.parse(`${text}+08:00`)

describe('P1 the warning before the date', () => {
  it.each([
    ['2026-10-31T23:59:59.999', 31, undefined],
    ['2026-11-01T00:00:00', 30, 30],
    ['2026-11-23T23:59:59.999', 8, 30],
    ['2026-11-24T00:00:00', 7, 7],
    ['2026-11-29T23:59:59.999', 2, 7],
    ['2026-11-30T00:00:00', 1, 1],
    ['2026-11-30T23:59:59.999', 1, 1],
  ] as const)('at %s in Beijing it is %i days, and the notice is %j', (now, daysLeft, notice) => {
    const enforcement = { from: MIDNIGHT, inForce: false, daysLeft, ...(notice && { notice }) }
    expect(enforcementOn(somebody, MIDNIGHT, at(now))).toEqual(enforcement)
    expect(enforcementNotice(somebody, MIDNIGHT, at(now))).toEqual(notice && enforcement)
  })

  it('on the day itself is the last one still, until the hour', () => {
    const from = at('2026-12-01T12:00:00')
    expect(enforcementOn(somebody, from, from - 12 * HOUR)).toEqual({ from, inForce: false, daysLeft: 0, notice: 1 })
    expect(enforcementNotice(somebody, from, from - 1)).toEqual({ from, inForce: false, daysLeft: 0, notice: 1 })
  })

  it('is over with that moment: the date is in force, and the gate itself says so', () => {
    for (const now of [MIDNIGHT, MIDNIGHT + 3 * DAY]) {
      expect(enforcementOn(somebody, MIDNIGHT, now)).toEqual({ from: MIDNIGHT, inForce: true, daysLeft: 0 })
      expect(enforcementNotice(somebody, MIDNIGHT, now)).toBeUndefined()
    }
  })

  it.each([
    ['a verified account', { verified: true, banned: false }],
    ['a banned one', { verified: false, banned: true }],
    ['one that is both', { verified: true, banned: true }],
  ])('is not given to %s, nor is it told of the date', (_who, standing) => {
    for (const now of [MIDNIGHT - DAY, MIDNIGHT]) {
      expect(enforcementOn(standing, MIDNIGHT, now)).toBeUndefined()
      expect(enforcementNotice(standing, MIDNIGHT, now)).toBeUndefined()
    }
  })

  it('is only given to whom the gate is open, and grows more urgent with every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40 * DAY, max: 40 * DAY }), (before) => {
        const now = NOON - before
        const notice = enforcementNotice(somebody, NOON, now)
        if (notice) expect(gate('send_message', somebody, NOON, now)).toEqual({ allowed: true })
        const later = enforcementNotice(somebody, NOON, now + DAY)
        if (notice && later) expect(later.notice).toBeLessThanOrEqual(notice.notice)
        if (notice && later && later.daysLeft > 0) expect(later.daysLeft).toBe(notice.daysLeft - 1)
      }),
    )
  })
})
