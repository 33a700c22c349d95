import { describe, expect, it } from 'vitest'
import { requested } from '../../functions/consent/permit.ts'
import { smsSender } from '../../functions/vendors/sms-senders.ts'
import { textAccountOf } from '../../functions/vendors/tencent-cloud/account.ts'
import { NOON, PHONE } from '../kit.ts'
import { heldAccount as secret } from './tencent-cloud/tencent-vendor.ts'

/** Nobody listens there. */
const url = 'http://127.0.0.1:1'
const parts = { limits: { connectMs: 100, totalMs: 100 }, clock: { now: () => NOON } }
const heldIn = (json: unknown) => textAccountOf({ ...parts, url }, 1, json).config

describe('the secret of Tencent Cloud, for text messages', () => {
  it('is taken from a secret that holds more, and only what is needed of it', () => {
    expect(heldIn({ ...secret, other: 'x' })).toEqual({ ...secret, url })
  })

  it.each(Object.keys(secret))('is refused without %s', (name) => {
    expect(() => heldIn({ ...secret, [name]: undefined })).toThrow()
  })

  it('is looked for at every text, so that a rotated one is used', async () => {
    const asked: string[] = []
    const sms = smsSender({
      ...parts,
      env: () => url,
      secret: (variable, make) => async () => {
        asked.push(variable)
        return make(secret)
      },
    })
    for (let texts = 0; texts < 2; texts += 1)
      expect(await sms.sendCode(PHONE, '123456', 5, requested({ vendor: 'tencent_cloud' }))).toEqual({
        kind: 'unavailable',
        code: 'ECONNREFUSED',
      })
    expect(asked).toEqual(['SECRET_TENCENT_CLOUD', 'SECRET_TENCENT_CLOUD'])
  })
})
