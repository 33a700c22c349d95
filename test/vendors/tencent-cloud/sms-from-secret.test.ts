import { describe, expect, it } from 'vitest'
import { smsSecretIn, tencentSmsBy } from '../../../functions/vendors/tencent-cloud/sms-from-secret.ts'
import type { OutgoingRequest } from '../../../shared/http/outgoing.ts'
import { NOON, PHONE } from '../../account/fixture.ts'

const secret = {
  secretId: 'id',
  secretKey: 'key',
  region: 'ap-guangzhou',
  smsSdkAppId: '1400000000',
  smsSignName: '示明',
  smsTemplateId: '100',
}

describe('the secret of Tencent Cloud, for text messages', () => {
  it('is taken from a secret that holds more, and only what is needed of it', () => {
    expect(smsSecretIn({ ...secret, other: 'x' })).toEqual(secret)
  })

  it.each(Object.keys(secret))('is refused without %s', (name) => {
    expect(() => smsSecretIn({ ...secret, [name]: undefined })).toThrow()
  })

  it('is read for every text, so that a rotated one is used', async () => {
    const sent: OutgoingRequest[] = []
    let read = 0
    const rotating = async () => {
      read += 1
      return { ...secret, secretId: `id${read}` }
    }
    const sms = tencentSmsBy('https://sms.example', rotating, {
      clock: { now: () => NOON },
      outgoing: async (request) => {
        sent.push(request)
        return { kind: 'not_sent', reason: 'ENOTFOUND' }
      },
    })
    for (let texts = 0; texts < 2; texts += 1) await sms.sendCode(PHONE, '123456', 5)
    const headers = sent.map((request) => request.headers.authorization ?? '')
    expect(headers.map((one) => /Credential=(\w+)/.exec(one)?.[1])).toEqual(['id1', 'id2'])
    expect(new Set(sent.map(({ url }) => url))).toEqual(new Set(['https://sms.example']))
  })
})
