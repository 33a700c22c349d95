import { describe, expect, it } from 'vitest'
import {
  daysReminded,
  dueAtOf,
  lookedAgainAt,
  remindersBy,
  renewedUntil,
} from '../../functions/certificates/certificate/clock.ts'
import { settingsOf } from '../../functions/settings.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { sampleCertificate } from './sample.ts'

const end = NOON + 365 * DAY
const { certificates } = settingsOf('production', undefined)

describe('W7 the clock of a certificate', () => {
  it('counts for a year, and is renewed from 90 days before', () => {
    expect(certificates).toMatchObject({ validMs: 365 * DAY, renewMs: 90 * DAY })
  })

  it('reminds 90, 60, 30 and 7 days before its end, each in its millisecond', () => {
    for (const [nth, days] of [90, 60, 30, 7].entries()) {
      const at = end - days * DAY
      expect([remindersBy({ validUntil: end }, at - 1), remindersBy({ validUntil: end }, at)]).toEqual([nth, nth + 1])
      expect(daysReminded({ validUntil: end }, at)).toBe(days)
      expect(dueAtOf(sampleCertificate({ reminded: nth }))).toBe(at)
    }
    expect(daysReminded({ validUntil: end }, end - 90 * DAY - 1)).toBeUndefined()
    expect(dueAtOf(sampleCertificate({ reminded: 4 }))).toBe(end)
  })

  it('has nothing to do about one that does not count, but to look at its holder', () => {
    for (const status of ['suspended', 'expired'] as const) {
      expect(dueAtOf(sampleCertificate({ status }))).toBeUndefined()
      expect(dueAtOf(sampleCertificate({ status, wakeAt: NOON }))).toBe(NOON)
    }
    expect(dueAtOf(sampleCertificate({ status: 'revoked', wakeAt: NOON }))).toBeUndefined()
    expect(dueAtOf(sampleCertificate({ wakeAt: NOON + HOUR }))).toBe(NOON + HOUR)
    expect(lookedAgainAt(NOON)).toBeGreaterThan(NOON)
  })

  it('adds a year to the end within the last 90 days, and none of the time is lost', () => {
    for (const now of [end - 90 * DAY, end - DAY, end - 1])
      expect(renewedUntil({ validUntil: end }, certificates, now)).toBe(end + 365 * DAY)
  })

  it('is a year from then where it is renewed before, or after its end, and never less long than it was', () => {
    for (const now of [end - 90 * DAY - 1, NOON, end, end + 400 * DAY])
      expect(renewedUntil({ validUntil: end }, certificates, now)).toBe(now + 365 * DAY)
    const long = end + 365 * DAY
    expect(renewedUntil({ validUntil: long }, certificates, end)).toBe(long)
  })
})
