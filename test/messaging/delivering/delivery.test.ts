import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DeliveryResult, decide } from '../../../functions/messaging/delivering/delivery.ts'
import { failureReasons, messageTransitions } from '../../../functions/messaging/sending/message.ts'
import { sources } from '../../../shared/kernel/states.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { finals } from '../../state-moves.ts'
import { NOON } from '../fixture.ts'

const later: DeliveryResult = { kind: 'later', reason: 'not_accepted' }

const waitAfter = (made: number, luck: number, attempt: DeliveryResult = later): number => {
  const decided = decide(attempt, made, 100, NOON, luck)
  return decided.to === 'accepted' ? decided.notBefore - NOON : Number.NaN
}

describe('P13 what follows from an attempt', () => {
  it('waits grow from five seconds to a day, and up to a fifth longer by chance', () => {
    const ladder = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, DAY, DAY]
    expect(ladder.map((_, made) => waitAfter(made, 0))).toEqual(ladder)
    expect(ladder.map((_, made) => waitAfter(made, 1))).toEqual(ladder.map((wait) => wait * 1.2))
  })

  it('the last attempt allowed is the last', () => {
    expect(decide(later, 8, 10, NOON, 0).to).toBe('accepted')
    expect(decide(later, 9, 10, NOON, 0)).toEqual({ to: 'failed', reason: 'not_accepted' })
    expect(decide(later, 0, 0, NOON, 0).to).toBe('failed')
  })

  it('taken and refused are final whatever came before', () => {
    expect(decide({ kind: 'taken' }, 9, 10, NOON, 0)).toEqual({ to: 'delivered' })
    expect(decide({ kind: 'refused', reason: 'gone' }, 0, 10, NOON, 0)).toEqual({ to: 'failed', reason: 'gone' })
  })

  it('a longer wait that was asked for is kept, up to a day; a shorter one never hurries', () => {
    expect(waitAfter(0, 0, { ...later, retryAt: NOON + HOUR })).toBe(HOUR)
    expect(waitAfter(0, 0, { ...later, retryAt: NOON + 900 * DAY })).toBe(DAY)
    expect(waitAfter(3, 0, { ...later, retryAt: NOON + MINUTE })).toBe(2 * HOUR)
    expect(waitAfter(3, 0, { ...later, retryAt: NOON - DAY })).toBe(2 * HOUR)
  })

  it('every decision is a row of the state table, and never lies in the past', () => {
    const attempts = fc.oneof(
      fc.constant<DeliveryResult>({ kind: 'taken' }),
      fc.constant<DeliveryResult>({ kind: 'refused', reason: 'gone' }),
      fc.record({
        kind: fc.constant('later' as const),
        reason: fc.constantFrom(...failureReasons),
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
          const event = decided.to === 'accepted' ? 'put_off' : decided.to
          expect(sources(messageTransitions, event)).toContain('accepted')
          if (decided.to === 'accepted') expect(decided.notBefore).toBeGreaterThanOrEqual(NOON + 5 * SECOND)
        },
      ),
    )
    expect(finals(messageTransitions)).toEqual(['delivered', 'failed'])
  })
})
