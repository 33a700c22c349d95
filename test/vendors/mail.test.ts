import { describe, expect, it } from 'vitest'
import { mailRequested } from '../../functions/consent/permit.ts'
import { tencentMail } from '../../functions/vendors/tencent-cloud/mail.ts'
import { outgoing } from '../../shared/http/outgoing.ts'
import { type MailStage, mailContract } from './mail.contract.ts'
import { NOW, PATIENCE_MS } from './sms.contract.ts'
import * as tencent from './tencent-cloud/tencent-vendor.ts'
import { startVendor } from './vendor-server.ts'

const limits = { connectMs: PATIENCE_MS, totalMs: PATIENCE_MS, maxBytes: 64_000 }
const deps = { outgoing: outgoing(limits), clock: { now: () => NOW } }

const account = {
  ...tencent.freshKey(),
  region: 'ap-guangzhou',
  from: '示明 <id@mail.example.cn>',
  templateId: '30007',
}

const tencentStage: MailStage = {
  vendor: 'tencent_cloud',
  senderAt: (url) => tencentMail({ url, ...account }, deps),
  taken: tencent.enveloped({ MessageId: 'qcloud-ses-1' }),
  refusing: (code) => tencent.enveloped({ Error: { Code: code, Message: '' } }),
  codes: {
    repair: 'FailedOperation.InsufficientQuota',
    limited: 'FailedOperation.FrequencyLimit',
    bad: 'FailedOperation.IncorrectEmail',
    blocked: 'FailedOperation.EmailAddrInBlacklist',
  },
  repeating: (text) =>
    [
      { Response: { Error: { Code: text, Message: text }, RequestId: text } },
      { Response: { Error: { Code: `FailedOperation.${text}`, Message: text }, RequestId: text } },
      { Response: { MessageId: text, RequestId: text } },
      { Response: { [text]: text } },
      { [text]: text },
    ].map((body) => JSON.stringify(body)),
}

mailContract('Tencent Cloud', tencentStage)

describe('Tencent Cloud as a sender of e-mail', () => {
  const sent = async (region: string) => {
    const vendor = await startVendor((_received, response) => response.end(tencentStage.taken))
    const url = `http://127.0.0.1:${vendor.port}`
    const sender = tencentMail({ url, ...account, region }, deps)
    await sender.sendCode({ to: 'li@example.com', code: '000123', minutes: 10 }, mailRequested(sender))
    await vendor.close()
    const [call] = vendor.calls
    if (!call) throw new Error('nothing was sent')
    return call
  }

  it('is told sender, template and its variables, signed for its service', async () => {
    const { headers, body } = await sent('ap-guangzhou')
    const asked = JSON.parse(body)
    expect(asked).toMatchObject({
      FromEmailAddress: '示明 <id@mail.example.cn>',
      Destination: ['li@example.com'],
      TriggerType: 1,
      Template: { TemplateID: 30007 },
    })
    expect(JSON.parse(asked.Template.TemplateData)).toEqual({ code: '000123', minutes: '10' })
    expect(headers).toMatchObject({ 'x-tc-action': 'SendEmail', 'x-tc-version': '2020-10-02' })
    expect(headers.authorization).toContain('/ses/tc3_request')
    expect(await tencent.verifies(account, headers, body)).toBe(true)
  })

  it('is asked in a region that it has, whatever else the account is used for', async () => {
    const regions = ['ap-guangzhou', 'ap-hongkong', 'ap-beijing']
    const asked = await Promise.all(regions.map(async (one) => (await sent(one)).headers['x-tc-region']))
    expect(asked).toEqual(['ap-guangzhou', 'ap-hongkong', 'ap-guangzhou'])
  })
})
