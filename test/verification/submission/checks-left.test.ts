import { describe, expect, it } from 'vitest'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { checksLeft } from '../../../functions/verification/submission/checks-left.ts'
import { tryCountsIn } from '../../../functions/verification/submission/tries-store.ts'
import { beijingDay, DAY, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const LIMITS = { perDay: 3, ever: 10, refusalsPerDay: 5 }
const TODAY = `paid${beijingDay(NOON)}`
const left = (item?: Record<string, string | number>, now = NOON) =>
  checksLeft(tryCountsIn(item && { ...verificationKeys.tries('a'), ...item }, now), LIMITS, now)
const nextAt = nextBeijingDay(NOON)

describe('P8 how many checks are left', () => {
  it('is what the limits allow to whoever has begun none, and one less for each that was paid', () => {
    expect(left()).toEqual({ leftToday: 3, leftEver: 10 })
    expect(left({ open: 'v' })).toEqual({ leftToday: 3, leftEver: 10 })
    expect(left({ paidEver: 2, [TODAY]: 2 })).toEqual({ leftToday: 1, leftEver: 8 })
    expect(left({ paidEver: 4, [TODAY]: 1 })).toEqual({ leftToday: 2, leftEver: 6 })
  })

  it('is none after the last of a day, until the next begins in Beijing', () => {
    const item = { paidEver: 3, [TODAY]: 3 }
    expect(left(item)).toEqual({ leftToday: 0, leftEver: 7, nextAt })
    expect(left(item, nextAt - 1)).toEqual({ leftToday: 0, leftEver: 7, nextAt })
    expect(left(item, nextAt)).toEqual({ leftToday: 3, leftEver: 7 })
  })

  it('is never more today than ever, and after the last ever there is no time to wait for', () => {
    expect(left({ paidEver: 9, [TODAY]: 1 })).toEqual({ leftToday: 1, leftEver: 1 })
    expect(left({ paidEver: 9, [TODAY]: 3 })).toEqual({ leftToday: 0, leftEver: 1, nextAt })
    expect(left({ paidEver: 10, [TODAY]: 1 })).toEqual({ leftToday: 0, leftEver: 0 })
    expect(left({ paidEver: 11, [TODAY]: 4 })).toEqual({ leftToday: 0, leftEver: 0 })
  })

  it('is none today after too many refusals that let one guess', () => {
    const item = { refusals: 5, refusalDay: Number(beijingDay(NOON)) }
    expect(left(item)).toEqual({ leftToday: 0, leftEver: 10, nextAt })
    expect(left({ ...item, refusals: 4 })).toEqual({ leftToday: 3, leftEver: 10 })
    expect(left(item, NOON + DAY)).toEqual({ leftToday: 3, leftEver: 10 })
  })
})
