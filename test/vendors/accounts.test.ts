import { describe, expect, it } from 'vitest'
import { identityChecker } from '../../functions/vendors/identity-checkers.ts'
import { smsSender } from '../../functions/vendors/sms-senders.ts'
import { About } from '../../shared/kernel/about.ts'
import { NOON } from '../kit.ts'

const parts = {
  secret: () => async () => {
    throw new Error('the secret is not asked for')
  },
  env: () => undefined,
  limits: { connectMs: 100, totalMs: 100 },
  clock: { now: () => NOON },
}

describe('a deployment that does not say where a vendor is', () => {
  it.each([
    ['TENCENT_FACEID_URL', () => identityChecker(parts)],
    ['TENCENT_SMS_URL', () => smsSender(parts)],
  ])('fails at once for the want of %s, before anything is claimed or counted', (setting, make) => {
    expect(make).toThrow(About)
    expect(make).toThrow(expect.objectContaining({ about: { setting, wanted: 'an address' } }))
  })
})
