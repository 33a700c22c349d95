import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempt, notTaken } from '../../functions/outgoing/attempt.ts'
import { decide } from '../../functions/outgoing/ladder.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

const later: Attempt = { kind: 'later', reason: 'not_accepted' }

const waitAfter = (made: number, luck: number, attempt: Attempt = later): number => {
  const decided = decide(attempt, made, 100, NOON, luck)
  return decided.to === 'later' ? decided.notBefore - NOON : Number.NaN
}

describe('P13 what follows from an attempt', () => {
  it('waits grow from five seconds to a day, and up to a fifth longer by chance', () => {
    const ladder = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, DAY, DAY]
    expect(ladder.map((_, made) => waitAfter(made, 0))).toEqual(ladder)
    expect(ladder.map((_, made) => waitAfter(made, 1))).toEqual(ladder.map((wait) => wait * 1.2))
  })

  it('the last attempt allowed is the last', () => {
    expect(decide(later, 8, 10, NOON, 0).to).toBe('later')
    expect(decide(later, 9, 10, NOON, 0)).toEqual({ to: 'failed', reason: 'not_accepted' })
    expect(decide(later, 0, 0, NOON, 0).to).toBe('failed')
  })

  it('taken and refused are final whatever came before', () => {
    expect(decide({ kind: 'taken' }, 9, 10, NOON, 0)).toEqual({ to: 'taken' })
    expect(decide({ kind: 'refused', reason: 'gone' }, 0, 10, NOON, 0)).toEqual({ to: 'failed', reason: 'gone' })
  })

  it('a longer wait that was asked for is kept, up to a day; a shorter one never hurries', () => {
    expect(waitAfter(0, 0, { ...later, retryAt: NOON + HOUR })).toBe(HOUR)
    expect(waitAfter(0, 0, { ...later, retryAt: NOON + 900 * DAY })).toBe(DAY)
    expect(waitAfter(3, 0, { ...later, retryAt: NOON + MINUTE })).toBe(2 * HOUR)
    expect(waitAfter(3, 0, { ...later, retryAt: NOON - DAY })).toBe(2 * HOUR)
  })

  it('no wait is shorter than the first of the ladder', () => {
    const attempts = fc.oneof(
      fc.constant<Attempt>({ kind: 'taken' }),
      fc.constant<Attempt>({ kind: 'refused', reason: 'gone' }),
      fc.record({
        kind: fc.constant('later' as const),
        reason: fc.constantFrom(...notTaken),
        retryAt: fc.option(fc.integer(), { nil: undefined }),
      }),
    )
    fc.assert(
      fc.property(
        attempts,
        fc.nat(20),
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, made, allowed, luck) => {
          const decided = decide(attempt, made, allowed, NOON, luck)
          if (decided.to === 'later') expect(decided.notBefore).toBeGreaterThanOrEqual(NOON + 5 * SECOND)
        },
      ),
    )
  })
})
