import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enforcementNotice, enforcementOn } from '../../functions/gate/enforcement.ts'
import { type GateTerms, gate } from '../../functions/gate/gate.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { provenByCarrier } from '../samples.ts'

const somebody = { proofs: [], banned: false }
const proofs = [provenByCarrier('a')]

const termsFrom = (enforceFrom: number, sendLevel = 1): GateTerms => ({
  enforceFrom,
  demands: {
    send_message: { level: sendLevel },
    recharge_points: { level: 1 },
    transfer_points: { level: 1 },
    certify_app: { level: 4 },
  },
})
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
    expect(enforcementOn(somebody, termsFrom(MIDNIGHT), at(now))).toEqual(enforcement)
    expect(enforcementNotice(somebody, termsFrom(MIDNIGHT), at(now))).toEqual(notice && enforcement)
  })

  it('on the day itself is the last one still, until the hour', () => {
    const from = at('2026-12-01T12:00:00')
    expect(enforcementOn(somebody, termsFrom(from), from - 12 * HOUR)).toEqual({
      from,
      inForce: false,
      daysLeft: 0,
      notice: 1,
    })
    expect(enforcementNotice(somebody, termsFrom(from), from - 1)).toEqual({
      from,
      inForce: false,
      daysLeft: 0,
      notice: 1,
    })
  })

  it('is over with that moment: the date is in force, and the gate itself says so', () => {
    for (const now of [MIDNIGHT, MIDNIGHT + 3 * DAY]) {
      expect(enforcementOn(somebody, termsFrom(MIDNIGHT), now)).toEqual({ from: MIDNIGHT, inForce: true, daysLeft: 0 })
      expect(enforcementNotice(somebody, termsFrom(MIDNIGHT), now)).toBeUndefined()
    }
  })

  it.each([
    ['a verified account', { proofs, banned: false }],
    ['a banned one', { proofs: [], banned: true }],
    ['one that is both', { proofs, banned: true }],
  ])('is not given to %s, nor is it told of the date', (_who, standing) => {
    for (const now of [MIDNIGHT - DAY, MIDNIGHT]) {
      expect(enforcementOn(standing, termsFrom(MIDNIGHT), now)).toBeUndefined()
      expect(enforcementNotice(standing, termsFrom(MIDNIGHT), now)).toBeUndefined()
    }
  })

  it('is given to the verified too whose level is too low for some feature', () => {
    const standing = { proofs, banned: false }
    expect(enforcementOn(standing, termsFrom(MIDNIGHT, 2), MIDNIGHT)).toMatchObject({ inForce: true })
  })

  it('is only given to whom the gate is open, and grows more urgent with every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40 * DAY, max: 40 * DAY }), (before) => {
        const now = NOON - before
        const notice = enforcementNotice(somebody, termsFrom(NOON), now)
        if (notice) expect(gate('send_message', somebody, termsFrom(NOON), now)).toEqual({ allowed: true })
        const later = enforcementNotice(somebody, termsFrom(NOON), now + DAY)
        if (notice && later) expect(later.notice).toBeLessThanOrEqual(notice.notice)
        if (notice && later && later.daysLeft > 0) expect(later.daysLeft).toBe(notice.daysLeft - 1)
      }),
    )
  })
})
