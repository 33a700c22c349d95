import { describe, expect, it } from 'vitest'
import type { Certificate, CertificateStatus } from '../../functions/certificates/certificate/certificate.ts'
import { certificateTransitions } from '../../functions/certificates/certificate/certificate.ts'
import { afterEvent, certificateStanding, endedBy } from '../../functions/certificates/certificate/standing.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { sampleCertificate } from './sample.ts'

const here = { epoch: 0 }
const end = NOON + 365 * DAY
const statusAt = (of: Certificate, now: number, holder = {}) =>
  certificateStanding(of, { ...here, ...holder }, now).status
const suspended = afterEvent(sampleCertificate(), { on: 'suspended', at: NOON + DAY, reason: 'misuse' })

describe('W7 how a certificate stands', () => {
  it('counts until the last millisecond, and has expired at its end, whoever looks', () => {
    const of = sampleCertificate()
    expect([end - 1, end, end + 9 * DAY].map((now) => statusAt(of, now))).toEqual(['valid', 'expired', 'expired'])
    expect(certificateStanding(of, here, end + DAY).steps.at(-1)).toEqual({ at: end, on: 'expired', status: 'expired' })
  })

  it('is revoked in the moment in which its holder becomes nobody, of whatever it was but revoked', () => {
    const cleared = { epoch: 1, clearedAt: NOON + 2 * DAY }
    for (const [of, steps] of [
      [sampleCertificate(), ['issued', 'identity_ended']],
      [suspended, ['issued', 'suspended', 'identity_ended']],
    ] as const) {
      const so = certificateStanding(of, cleared, NOON + 3 * DAY)
      expect(so.status).toBe('revoked')
      expect(so.steps.map(({ on }) => on)).toEqual(steps)
      expect(so.steps.at(-1)).toMatchObject({ at: NOON + 2 * DAY, reason: 'identity_ended' })
    }
    const revoked = afterEvent(sampleCertificate(), { on: 'revoked', at: NOON + DAY, reason: 'misuse' })
    expect(certificateStanding(revoked, cleared, end)).toEqual(revoked)
  })

  it('tells both ends in the order in which they happened', () => {
    const of = sampleCertificate()
    const steps = (clearedAt: number) =>
      certificateStanding(of, { epoch: 1, clearedAt }, end + 2 * DAY).steps.map(({ on }) => on)
    expect(steps(end + DAY)).toEqual(['issued', 'expired', 'identity_ended'])
    expect(steps(end - DAY)).toEqual(['issued', 'identity_ended'])
  })

  it('does not expire while it is suspended, and has expired at once when that is lifted too late', () => {
    expect(statusAt(suspended, end + DAY)).toBe('suspended')
    const lifted = afterEvent(suspended, { on: 'reinstated', at: end + DAY, reason: 'mistake' })
    const so = certificateStanding(lifted, here, end + DAY)
    expect(so.status).toBe('expired')
    expect(so.steps.map(({ at }) => at)).toEqual([NOON, NOON + DAY, end + DAY, end + DAY])
  })

  it('never ends before what became of it last, and never after now, whatever the clocks say', () => {
    for (const clearedAt of [NOON - DAY, NOON + 9 * DAY, undefined])
      for (const now of [NOON + DAY, NOON + 2 * DAY]) {
        const [ended] = endedBy(sampleCertificate(), { epoch: 1, clearedAt }, now)
        expect(ended?.at).toBeGreaterThanOrEqual(NOON)
        expect(ended?.at).toBeLessThanOrEqual(now)
      }
  })

  it('stands the same once what ended it is written down, one by one', () => {
    const holder = { epoch: 1, clearedAt: end + HOUR }
    for (const one of [sampleCertificate(), suspended, afterEvent(suspended, { on: 'reinstated', at: end + DAY })])
      for (const now of [end - 1, end, end + HOUR, end + 2 * DAY]) {
        const at = now < end + HOUR ? here : holder
        const whole = certificateStanding(one, at, now)
        let kept = one
        for (let ended = endedBy(kept, at, now)[0]; ended; ended = endedBy(kept, at, now)[0]) {
          kept = afterEvent(kept, ended)
          expect(certificateStanding(kept, at, now)).toEqual(whole)
        }
        expect(kept).toEqual(whole)
      }
  })

  it('comes to what its table says, of each event that moves it', () => {
    for (const row of certificateTransitions) {
      const from: readonly CertificateStatus[] = row.from
      for (const status of from) {
        const after = afterEvent(sampleCertificate({ status }), { on: row.on, at: NOON })
        expect(after.status).toBe('to' in row ? row.to : status)
        expect(after.steps.at(-1)).toEqual({ at: NOON, on: row.on, status: after.status })
      }
    }
  })
})
