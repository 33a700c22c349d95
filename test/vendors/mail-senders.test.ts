import { describe, expect, it } from 'vitest'
import { mailRequested } from '../../functions/consent/permit.ts'
import { mailVendorNames } from '../../functions/profile/settings.ts'
import { mailSender } from '../../functions/vendors/mail-senders.ts'
import { NOON } from '../kit.ts'
import { heldAccount } from './tencent-cloud/tencent-vendor.ts'

/** Nobody listens there. */
const url = 'http://127.0.0.1:1'
const mail = { from: 'id@mail.example.cn', tencentTemplateId: '1' }
const parts = { limits: { connectMs: 100, totalMs: 100 }, clock: { now: () => NOON } }
const letter = { to: 'li@example.com', code: '123456', minutes: 10 }

describe('the vendor of e-mail of a deployment', () => {
  it.each(mailVendorNames)(
    'is looked for with its secret at every e-mail, so that a rotated one is used: %s',
    async (vendor) => {
      const asked: string[] = []
      const sender = mailSender({
        ...parts,
        mail: { ...mail, vendors: [vendor] },
        env: () => url,
        secret: (variable, make) => async () => {
          asked.push(variable)
          return make(heldAccount)
        },
      })
      for (let mails = 0; mails < 2; mails += 1)
        expect(await (await sender())?.sendCode(letter, mailRequested({ vendor }))).toEqual({
          kind: 'not_taken',
          because: 'not_sent',
          code: 'ECONNREFUSED',
        })
      const secret = `SECRET_${vendor.toUpperCase()}`
      expect(asked).toEqual([secret, secret])
    },
  )

  const unasked = () => async () => {
    throw new Error('no secret is asked for')
  }

  it('is nobody where none is named', async () => {
    const sender = mailSender({ ...parts, mail: { ...mail, vendors: [] }, env: () => url, secret: unasked })
    expect(await sender()).toBeUndefined()
  })

  it('is sent nothing where there is no account, which is ours to mend', async () => {
    const named = { ...mail, vendors: mailVendorNames }
    const sender = await mailSender({ ...parts, mail: named, env: () => undefined, secret: unasked })()
    expect(await sender?.sendCode(letter, mailRequested({ vendor: 'tencent_cloud' }))).toEqual({
      kind: 'not_taken',
      because: 'needs_repair',
      code: 'vendor_not_configured',
    })
  })
})
