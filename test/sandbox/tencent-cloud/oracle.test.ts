import { Agent } from 'node:http'
import { connect } from 'node:net'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doFace } from '../../../functions/sandbox/face/token.ts'
import { people } from '../../../functions/sandbox/people.ts'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { serveTencentCloud } from '../../../functions/sandbox/tencent-cloud/serve.ts'
import {
  cardOcrRoute,
  faceIdRoute,
  mailSendingRoute,
  smsSendingRoute,
} from '../../../functions/sandbox/tencent-cloud.route.ts'
import { mailsOf } from '../../../functions/sandbox/texts/mails.ts'
import { smsOf } from '../../../functions/sandbox/texts/texts.ts'
import { bound } from '../../../shared/http/endpoint.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { serve } from '../../http-event.ts'
import { listen } from '../server.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { shownFront } from './shown.ts'

const keys = makeKeys()
const stage = stageOf(keys)

const handler = serve(
  { now: () => Date.now(), request: () => {}, fault: () => {} },
  bound(faceIdRoute, async (request) => ok(await serveTencentCloud(stage.sandbox, 'faceid', request))),
  bound(cardOcrRoute, async (request) =>
    ok(await serveTencentCloud({ ...stage.sandbox, sight: async () => shownFront }, 'ocr', request)),
  ),
  bound(smsSendingRoute, async (request) => ok(await serveTencentCloud(stage.sandbox, 'sms', request))),
  bound(mailSendingRoute, async (request) => ok(await serveTencentCloud(stage.sandbox, 'ses', request))),
)

let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  // As the vendor does, the product is told apart by the host; the SDK knows no paths.
  server = await listen(handler, (method, host) => `${method} /sandbox/tencent-cloud/${host.split('.')[0]}`)
  stage.world.now = Date.now()
})

afterAll(() => server.close())

/** The vendor's own SDK, signing for the vendor's own host, with only the connection led here. */
const clientOf = (product: string, version: string, secretKey = keys.secret.tencentSecretKey) => {
  const agent = new Agent()
  Object.assign(agent, { createConnection: () => connect(server.port, '127.0.0.1') })
  return new CommonClient(`${product}.tencentcloudapi.com`, version, {
    credential: { secretId: keys.secret.tencentSecretId, secretKey },
    region: 'ap-guangzhou',
    profile: { httpProfile: { protocol: 'http://', agent } },
  })
}

const [person] = people

describe("the vendor's own SDK understands the stand-in", () => {
  it('asking for a person', async () => {
    const asked = await clientOf('faceid', '2018-03-01').request('PhoneVerification', {
      Name: person?.name,
      IdCard: person?.idNumber,
      Phone: person?.phone,
    })
    expect(asked).toMatchObject({ Result: '0', Description: '认证通过' })
  })

  it('confirming a face: begun, tried twice, and asked for as text alone or with pictures', async () => {
    const client = clientOf('faceid', '2018-03-01')
    const begun = await client.request('DetectAuth', {
      RuleId: '1',
      Name: person?.name,
      IdCard: person?.idNumber,
      RedirectUrl: `${stage.sandbox.publicUrl}/face/return/1`,
      Extra: 'c1',
    })
    const { BizToken, Url } = begun
    expect(new URL(Url).searchParams.get('BizToken')).toBe(BizToken)
    const look = (InfoType?: string) =>
      client.request('GetDetectInfoEnhanced', { BizToken, RuleId: '1', ...(InfoType && { InfoType }) })
    expect(await look('1')).toMatchObject({ Text: { ErrCode: null, LivenessDetail: [], Extra: 'c1' } })
    await doFace(stage.sandbox, 'tencent', BizToken, 'not_live')
    await doFace(stage.sandbox, 'tencent', BizToken, 'pass')
    const text = await look('1')
    expect(text).toMatchObject({
      Text: { ErrCode: 0, LivenessDetail: [{ IsNeedCharge: false }, { IsNeedCharge: true }] },
    })
    expect(text).not.toHaveProperty('BestFrame')
    expect(await look()).toHaveProperty('BestFrame')
    await expect(
      client.request('DetectAuth', { RuleId: '2', Name: '', IdCard: '', RedirectUrl: '', Extra: '' }),
    ).rejects.toMatchObject({ code: 'InvalidParameterValue.RuleIdNotExist' })
  })

  it('reading a card, by either of its two actions', async () => {
    const client = clientOf('ocr', '2018-11-19')
    const ImageBase64 = Buffer.from('a picture').toString('base64')
    expect(await client.request('IDCardOCR', { ImageBase64, Config: '{"Quality":true}' })).toMatchObject({
      ...{ Name: '林知夏', Birth: '1880/1/1', IdNum: '110101188001010011', AdvancedInfo: '{"Quality":90}' },
    })
    expect(await client.request('RecognizeValidIDCardOCR', { ImageBase64 })).toMatchObject({
      ...{ Type: '身份证人像面', IDCardInfo: { Birth: { Content: '1880年1月1日' } } },
    })
  })

  it('looking a company up', async () => {
    const client = clientOf('ocr', '2018-11-19')
    const [company] = companies
    const asked = { CreditCode: company?.creditCode, EntName: company?.name, LrName: company?.legalRepresentative }
    expect(await client.request('VerifyBizLicenseEnterprise4', { ...asked, IdNum: company?.idNumber })).toMatchObject({
      ...{ StatusCode: 0, VerifyResult: 1, IsIdNumConsistent: true, OperatingStatus: '1' },
    })
    await expect(client.request('VerifyBizLicenseEnterprise4', asked)).rejects.toMatchObject({
      code: 'MissingParameter',
    })
  })

  it('sending a text', async () => {
    const sent = await clientOf('sms', '2021-01-11').request('SendSms', {
      PhoneNumberSet: ['+8619400001001'],
      SmsSdkAppId: '1400006666',
      SignName: '实名',
      TemplateId: '1110',
      TemplateParamSet: ['123456', '5'],
    })
    expect(sent).toMatchObject({ SendStatusSet: [{ Code: 'Ok', Fee: 1 }] })
    expect(await smsOf(stage.sandbox, '19400001001')).toMatchObject([{ code: '123456' }])
  })

  it('sending an e-mail', async () => {
    const sent = await clientOf('ses', '2020-10-02').request('SendEmail', {
      FromEmailAddress: '示明 <id@mail.example.cn>',
      Destination: ['zhang@example.com'],
      Subject: '验证码',
      Template: { TemplateID: 7, TemplateData: JSON.stringify({ code: '123456', minutes: '10' }) },
      TriggerType: 1,
    })
    expect(sent).toHaveProperty('MessageId')
    expect(await mailsOf(stage.sandbox, 'zhang@example.com')).toMatchObject([{ code: '123456' }])
  })

  it('being told that its signature is wrong', async () => {
    const wrong = clientOf('faceid', '2018-03-01', 'another-key').request('PhoneVerification', {})
    await expect(wrong).rejects.toMatchObject({ code: 'AuthFailure.SignatureFailure' })
  })
})
