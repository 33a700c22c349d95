import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occupations } from '../../functions/profile/occupations.ts'
import { type Further, trustOf, trustParts } from '../../functions/profile/trust.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

const SINCE = NOON - 9 * DAY
const email = { provenAt: NOON, masked: 'z***@example.com', index: 'v1.x' }
const address = { provenAt: NOON, validUntil: NOON + 365 * DAY, since: SINCE }

describe('X3 the trust score', () => {
  it.each<[score: number, of: Further, since: number | undefined, now: number]>([
    [0, {}, SINCE, NOON],
    [20, { occupation: 'student' }, SINCE, NOON],
    [20, { occupation: 'retired' }, undefined, NOON],
    [30, { email }, SINCE, NOON],
    [30, { email }, undefined, NOON],
    [50, { email, occupation: 'other' }, SINCE, NOON + 999 * DAY],
    [50, { address }, SINCE, NOON],
    [80, { address, email }, SINCE, NOON],
    [70, { address, occupation: 'other' }, SINCE, NOON + 365 * DAY - 1],
    [100, { address, email, occupation: 'other' }, SINCE, NOON + 365 * DAY - 1],
    [20, { address, occupation: 'other' }, SINCE, NOON + 365 * DAY],
    // Of whoever the account is by now nobody has seen an address.
    [0, { address }, SINCE + 1, NOON],
    [0, { address }, undefined, NOON],
  ])('is %i for %j', (score, of, since, now) => {
    expect(trustOf(of, since, now).score).toBe(score)
  })

  it('is of a hundred, and says of each part what it is worth and until when', () => {
    expect(Object.values(trustParts).reduce((sum, one) => sum + one, 0)).toBe(100)
    expect(trustOf({ address, occupation: 'clerk' }, SINCE, NOON).parts).toEqual([
      { part: 'address', points: 50, isHeld: true, until: address.validUntil },
      { part: 'email', points: 30, isHeld: false },
      { part: 'occupation', points: 20, isHeld: true },
    ])
  })

  it('never falls by telling more', () => {
    const further = fc.record(
      { occupation: fc.constantFrom(...occupations), address: fc.constant(address), email: fc.constant(email) },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(further, fc.constantFrom(...occupations), (of, occupation) => {
        const [less, more] = [trustOf(of, SINCE, NOON).score, trustOf({ ...of, occupation }, SINCE, NOON).score]
        expect(more).toBeGreaterThanOrEqual(less)
        expect(trustOf({ ...of, email }, SINCE, NOON).score).toBeGreaterThanOrEqual(less)
      }),
    )
  })
})
