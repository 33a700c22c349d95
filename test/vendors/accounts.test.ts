import { describe, expect, it } from 'vitest'
import { settingsOf } from '../../functions/settings.ts'
import { identityCheckers } from '../../functions/vendors/identity-checkers.ts'
import { mailSender } from '../../functions/vendors/mail-senders.ts'
import { smsSenders } from '../../functions/vendors/sms-senders.ts'
import { About } from '../../shared/kernel/about.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { NOON } from '../kit.ts'

const parts = {
  secret: () => async () => {
    throw new Error('the secret is not asked for')
  },
  env: (variable: string) => (variable.startsWith('SECRET_') ? 'a secret' : undefined),
  limits: { connectMs: 100, totalMs: 100 },
  clock: { now: () => NOON },
  ids,
  identity: { detailed: false },
}

describe('a deployment that does not say where a vendor is', () => {
  it.each([
    ['TENCENT_FACEID_URL', async () => identityCheckers(parts)('tencent_cloud')],
    ['ALIBABA_CLOUDAUTH_URL', async () => identityCheckers(parts)('alibaba_cloud')],
    ['TENCENT_SMS_URL', async () => smsSenders(parts)('tencent_cloud')],
    ['TENCENT_SES_URL', mailSender({ ...parts, mail: settingsOf('sandbox', undefined).mail })],
    ['ALIBABA_SMS_URL', async () => smsSenders(parts)('alibaba_cloud')],
  ])('fails at once for the want of %s, before anything is claimed or counted', async (setting, make) => {
    const failed = await make().catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(About)
    expect(failed).toMatchObject({ about: { setting, wanted: 'an address' } })
  })

  it('asks no vendor that it does not know', async () => {
    await expect(smsSenders(parts)('toString')).rejects.toThrow('no vendor of texts is called toString')
    await expect(identityCheckers(parts)('toString')).rejects.toThrow('no identity vendor is called toString')
  })
})
