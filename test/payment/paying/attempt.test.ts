import { describe, expect, it } from 'vitest'
import { nextAttemptAt } from '../../../functions/payment/paying/attempt.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const allowedAfter = (attempts: number, life = 30 * MINUTE) =>
  nextAttemptAt({ createdAt: NOON, expiresAt: NOON + life, attempts })

describe('when an order may have one attempt more', () => {
  it.each([
    [0, 0],
    [19, 0],
    [20, 1],
    [21, 2],
    [48, 29],
  ])('after %i: %i minutes after it was opened', (attempts, minutes) => {
    expect(allowedAfter(attempts)).toBe(NOON + minutes * MINUTE)
  })

  it('never when that is as late as its end, or its number would have three digits', () => {
    expect(allowedAfter(49)).toBeUndefined()
    expect(allowedAfter(98, HOUR * 24)).toBe(NOON + 79 * MINUTE)
    expect(allowedAfter(99, HOUR * 24)).toBeUndefined()
  })
})
