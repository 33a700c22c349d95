import { describe, expect, it } from 'vitest'
import { features, gate, isFeature, passed } from '../../functions/gate/gate.ts'
import { NOON } from '../kit.ts'

const somebody = { verified: false, banned: false }

describe.each(features)('P1 %s', (feature) => {
  it('is open to a verified account', () => {
    expect(gate(feature, { ...somebody, verified: true }, NOON, NOON)).toEqual({ allowed: true })
  })

  it('is open to everybody before the enforcement date, and from that moment on to nobody unverified', () => {
    expect(gate(feature, somebody, NOON, NOON - 1)).toEqual({ allowed: true })
    expect(gate(feature, somebody, NOON, NOON)).toEqual({ allowed: false, because: 'not_verified' })
  })

  it.each([true, false])('is closed to a banned account at any time (verified: %j)', (verified) => {
    const refused = { allowed: false, because: 'banned' }
    expect(gate(feature, { verified, banned: true }, NOON, NOON - 1)).toEqual(refused)
    expect(gate(feature, { verified, banned: true }, NOON, NOON)).toEqual(refused)
  })
})

describe('P1 a refusal', () => {
  it('links to the verification page where verifying helps', () => {
    expect(passed({ allowed: false, because: 'not_verified' }, 'https://shiming.test')).toEqual({
      ok: false,
      refusal: { code: 'not_verified', extra: { verifyUrl: 'https://shiming.test/verify' } },
    })
  })

  it('does not link there where it does not', () => {
    expect(passed({ allowed: false, because: 'banned' }, 'https://shiming.test')).toEqual({
      ok: false,
      refusal: { code: 'banned' },
    })
  })
})

describe('P1 what else there is', () => {
  it.each(['', 'receive_message', 'verify', 'a', 'SEND_MESSAGE', 'constructor', '__proto__'])(
    '%j is no gated feature',
    (name) => {
      expect(isFeature(name)).toBe(false)
    },
  )
})
