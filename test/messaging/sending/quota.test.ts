import { describe, expect, it } from 'vitest'
import { countersAt, limitsOf, overCounters, quotaRefusal } from '../../../functions/messaging/sending/quota.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { DAY, HOUR, MINUTE, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const midnight = nextBeijingDay(NOON) - DAY

describe('P13 what an account may send', () => {
  it('is more with a running membership', () => {
    const { sending } = settingsOf('production', undefined)
    const { sameContentPerHour } = sending
    const all = { ...sending, perDay: 1, perDayMember: 2, perMinute: 3, perMinuteMember: 4 }
    const lengths = { titleLength: 5, titleLengthMember: 6, contentLength: 7, contentLengthMember: 8 }
    expect([false, true].map((member) => limitsOf({ ...all, ...lengths }, member))).toEqual([
      { perDay: 1, perMinute: 3, titleLength: 5, contentLength: 7, sameContentPerHour },
      { perDay: 2, perMinute: 4, titleLength: 6, contentLength: 8, sameContentPerHour },
    ])
  })

  it('is told by the limit that was reached first, and when the next window begins', () => {
    const limits = { ...limitsOf(settingsOf('production', undefined).sending, false), perDay: 5, perMinute: 3 }
    const at = NOON + 1
    const of = (requests: number, minute: number) => quotaRefusal({ requests, minute }, limits, at)
    expect(of(5, 3)).toEqual({ code: 'send_quota_reached', retryAt: midnight + DAY })
    expect(of(4, 3)).toEqual({ code: 'send_burst', retryAt: NOON + MINUTE })
    expect(of(4, 2)).toEqual({ code: 'duplicate_message', retryAt: NOON + 30 * MINUTE })
  })
})

describe('P13 counters', () => {
  it('are those of the day, the minute and the hour, which start anew with each', () => {
    const at = (after: number) => countersAt(midnight + after, 'h')
    expect(at(0)).toEqual({ day: '20261120', minute: 'minute.0', content: 'content.0.h' })
    expect(at(MINUTE - 1).minute).toBe('minute.0')
    expect(at(MINUTE).minute).toBe('minute.1')
    expect(at(HOUR - 1)).toMatchObject({ minute: 'minute.59', content: 'content.0.h' })
    expect(at(HOUR)).toMatchObject({ minute: 'minute.60', content: 'content.1.h' })
    expect(at(DAY - 1)).toEqual({ day: '20261120', minute: 'minute.1439', content: 'content.23.h' })
    expect(at(DAY)).toEqual({ day: '20261121', minute: 'minute.0', content: 'content.0.h' })
    expect(countersAt(midnight).content).toBeUndefined()
  })

  it('are over when another window runs, whichever way their names are sorted', () => {
    const now = midnight + HOUR + 5 * MINUTE
    const own = ['minute.65', 'content.1.h', 'content.1.i', 'requests']
    const over = ['minute.64', 'minute.66', 'minute.7', 'content.0.h', 'content.10.h', 'content.2.h']
    expect(overCounters([...own, ...over], now)).toEqual(over)
  })

  it('that are over go a hundred at a time', () => {
    const names = Array.from({ length: 150 }, (_none, minute) => `minute.${minute + 100}`)
    expect(overCounters(names, midnight)).toEqual(names.slice(0, 100))
  })
})
