import { describe, expect, it } from 'vitest'
import { smsVendorNames } from '../../functions/account/settings.ts'
import { requested } from '../../functions/consent/permit.ts'
import { textAccountOf as alibabaAccountOf } from '../../functions/vendors/alibaba-cloud/account.ts'
import { smsSenders } from '../../functions/vendors/sms-senders.ts'
import { textAccountOf as tencentAccountOf } from '../../functions/vendors/tencent-cloud/account.ts'
import { countingIds, NOON, PHONE } from '../kit.ts'
import { heldAccount as tencentSecret } from './tencent-cloud/tencent-vendor.ts'

const alibabaSecret = { accessKeyId: 'id', accessKeySecret: 'key', smsSignName: '示明', smsTemplateCode: 'SMS_1' }

/** Nobody listens there. */
const url = 'http://127.0.0.1:1'
const parts = { limits: { connectMs: 100, totalMs: 100 }, clock: { now: () => NOON }, ids: countingIds() }

describe.each([
  ['Tencent Cloud', tencentSecret, (json: unknown) => tencentAccountOf({ ...parts, url }, 1, json).config],
  ['Alibaba Cloud', alibabaSecret, (json: unknown) => alibabaAccountOf({ ...parts, url }, 1, json).config],
])('the secret of %s, for text messages', (_vendor, secret, heldIn) => {
  it('is taken from a secret that holds more, and only what is needed of it', () => {
    expect(heldIn({ ...secret, other: 'x' })).toEqual({ ...secret, url })
  })

  it.each(Object.keys(secret))('is refused without %s', (name) => {
    expect(() => heldIn({ ...secret, [name]: undefined })).toThrow()
  })
})

describe('the vendors of texts of a deployment', () => {
  const text = { phone: PHONE, code: '123456', minutes: 5, ref: 'r' }
  const secrets: Record<string, unknown> = {
    SECRET_TENCENT_CLOUD: tencentSecret,
    SECRET_ALIBABA_CLOUD: alibabaSecret,
  }

  it.each(smsVendorNames)('look for the secret of %s at every text, so that a rotated one is used', async (vendor) => {
    const asked: string[] = []
    const senders = smsSenders({
      ...parts,
      env: () => url,
      secret: (variable, make) => async () => {
        asked.push(variable)
        return make(secrets[variable])
      },
    })
    for (let texts = 0; texts < 2; texts += 1)
      expect(await (await senders(vendor)).sendCode(text, requested({ vendor }))).toEqual({
        kind: 'not_taken',
        because: 'not_sent',
        code: 'ECONNREFUSED',
      })
    const secret = `SECRET_${vendor.toUpperCase()}`
    expect(asked).toEqual([secret, secret])
  })

  it('are sent nothing where there is no account, which is ours to mend', async () => {
    const senders = smsSenders({
      ...parts,
      env: () => undefined,
      secret: () => async () => {
        throw new Error('no secret')
      },
    })
    const sender = await senders('alibaba_cloud')
    const permit = requested(sender)
    const code = 'vendor_not_configured'
    expect(await sender.sendCode(text, permit)).toEqual({ kind: 'not_taken', because: 'needs_repair', code })
    expect(await sender.reportOn({ phone: PHONE, ref: 'r', at: NOON }, permit)).toEqual({
      kind: 'unavailable',
      code,
      needsRepair: true,
    })
  })
})
