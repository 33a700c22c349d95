import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requested } from '../../../functions/consent/permit.ts'
import { serveAlibabaCloud } from '../../../functions/sandbox/alibaba-cloud/serve.ts'
import { alibabaCloudRoute, alibabaSmsRoute } from '../../../functions/sandbox/alibaba-cloud.route.ts'
import { doFace } from '../../../functions/sandbox/face/token.ts'
import { people } from '../../../functions/sandbox/people.ts'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { alibabaSms } from '../../../functions/vendors/alibaba-cloud/sms.ts'
import { bound } from '../../../shared/http/endpoint.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { ids } from '../../../shared/runtime/ids.ts'
import { serve } from '../../http-event.ts'
import { sdkCalls } from '../../vendors/alibaba-cloud/sdk.ts'
import { startVendor } from '../../vendors/vendor-server.ts'
import { listen } from '../server.ts'
import { makeKeys, stageOf } from '../stage.ts'

const keys = makeKeys()
const stage = stageOf(keys)

const handler = serve(
  { now: () => Date.now(), request: () => {}, fault: () => {} },
  bound(alibabaSmsRoute, async (request) => ok(await serveAlibabaCloud(stage.sandbox, 'sms', request))),
  bound(alibabaCloudRoute, async (request) => ok(await serveAlibabaCloud(stage.sandbox, 'cloudauth', request))),
)

/** Which product is called. */
let path: string = alibabaCloudRoute.path
let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  // The SDK knows no paths.
  server = await listen(handler, () => `POST ${path}`)
  stage.world.now = Date.now()
})

afterAll(() => server.close())

const [somebody] = people
const person = {
  ParamType: 'normal',
  UserName: somebody?.name ?? '',
  IdentifyNum: somebody?.idNumber ?? '',
}
const withPhone = { ...person, Mobile: somebody?.phone ?? '' }
const withCard = {
  ...withPhone,
  ...{ BankCard: '6200000000000005', VerifyMode: 'VERIFY_BANK_CARD', ProductType: 'BANK_CARD_4_META' },
}

describe("the vendor's own client understands the stand-in", () => {
  it.each([
    ['Mobile3MetaSimpleVerify', withPhone, { BizCode: '1', IspName: 'CTCC' }],
    ['Mobile3MetaDetailVerify', withPhone, { BizCode: '1', SubCode: '101', IspName: 'CTCC' }],
    ['Id2MetaVerify', person, { BizCode: '1' }],
    [
      'MobileRecycledMetaVerify',
      { ParamType: 'normal', Mobile: somebody?.phone ?? '', RegisterDate: '20260501' },
      { BizCode: '1', SubCode: '101', IspName: 'CTCC' },
    ],
    ['BankMetaVerify', withCard, { BizCode: '1', SubCode: '101' }],
  ])('asking by %s, with parameters in the form or in the query', async (action, parameters, ResultObject) => {
    for (const place of ['body', 'query'] as const) {
      const answer = await sdkCalls({ port: server.port, ...keys.alibabaCloud }, action, parameters, place)
      expect(answer).toMatchObject({ Code: '200', Message: 'success', ResultObject })
    }
  })

  it('looking a company up, of another version, with parameters in the form or in the query', async () => {
    const [company] = companies
    const asked = {
      ...{ SceneCode: 'certification', MerchantBizId: '1', MerchantUserId: '1', UserAuthorization: '1' },
      ...{ InfoVerifyType: 'ENT_4META', LicenseNo: company?.creditCode ?? '', EntName: company?.name ?? '' },
      ...{ LegalPersonName: company?.legalRepresentative ?? '', LegalPersonCertNo: company?.idNumber ?? '' },
    }
    const account = { port: server.port, ...keys.alibabaCloud, version: '2022-11-25' }
    for (const place of ['body', 'query'] as const)
      expect(await sdkCalls(account, 'EntElementVerify', asked, place)).toMatchObject({
        ...{ Code: 'Success', Result: { BizCode: '1', Status: '1' } },
      })
    const wrong = sdkCalls(account, 'EntElementVerify', { ...asked, LicenseNo: '1' })
    await expect(wrong).rejects.toMatchObject({ code: 'InvalidParameter' })
  })

  it('with a name that a form has to escape', async () => {
    const name = people.find((one) => one.name.includes('·')) ?? somebody
    const parameters = { ...person, UserName: name?.name ?? '', IdentifyNum: name?.idNumber ?? '' }
    for (const place of ['body', 'query'] as const)
      expect(
        await sdkCalls({ port: server.port, ...keys.alibabaCloud }, 'Id2MetaVerify', parameters, place),
      ).toMatchObject({ ResultObject: { BizCode: '1' } })
  })

  it('confirming a face: begun, not finished, passed once, and expired', async () => {
    const account = { port: server.port, ...keys.alibabaCloud }
    const asked = {
      ...{ SceneId: '1000000001', OuterOrderNo: '0'.repeat(32), ProductCode: 'ID_PRO', CertType: 'IDENTITY_CARD' },
      ...{ CertName: person.UserName, CertNo: person.IdentifyNum, MetaInfo: '{"deviceType":"h5"}' },
      ReturnUrl: `${stage.sandbox.publicUrl}/face/return/1`,
    }
    const begin = async () => String(Object((await sdkCalls(account, 'InitFaceVerify', asked)).ResultObject).CertifyId)
    const look = (CertifyId: string) => sdkCalls(account, 'DescribeFaceVerify', { SceneId: '1000000001', CertifyId })
    const token = await begin()
    expect(await look(token)).toMatchObject({ Code: '403' })
    expect(await doFace(stage.sandbox, 'alibaba', token, 'pass')).toBeDefined()
    expect(await doFace(stage.sandbox, 'alibaba', token, 'pass')).toBeUndefined()
    expect(await look(token)).toMatchObject({ Code: '200', ResultObject: { Passed: 'T', SubCode: '200' } })
    const left = await begin()
    stage.world.now += 30 * 60_000
    expect(await doFace(stage.sandbox, 'alibaba', left, 'pass')).toBeUndefined()
    stage.world.now = Date.now()
    expect(await look('x'.repeat(32))).toMatchObject({ Code: '406' })
  })

  it('being told that its signature is wrong', async () => {
    const account = { ...keys.alibabaCloud, accessKeySecret: 'another' }
    const wrong = sdkCalls({ port: server.port, ...account }, 'Id2MetaVerify', person)
    await expect(wrong).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' })
  })
})

describe("the vendor's own client understands the stand-in for texts", () => {
  beforeAll(() => {
    path = alibabaSmsRoute.path
  })
  const at = () => ({ port: server.port, ...keys.alibabaCloud, version: '2017-05-25' })
  const { smsSignName: SignName, smsTemplateCode: TemplateCode } = keys.alibabaCloud
  const text = {
    PhoneNumbers: '19400001001',
    ...{ SignName, TemplateCode },
    TemplateParam: JSON.stringify({ code: '048271' }),
    OutId: '0193a1b2c3d4e5f60718293a4b5c6d7e',
  }

  it.each(['body', 'query'] as const)(
    'sending one and asking what became of it, with parameters in the %s',
    async (place) => {
      const sent = await sdkCalls(at(), 'SendSms', text, place)
      expect(sent).toMatchObject({ Code: 'OK', Message: 'OK', BizId: expect.stringMatching(/^\d+\^0$/) })
      const SendDate = beijingDay(stage.world.now)
      stage.world.now += 2000
      const page = { PhoneNumber: '19400001001', SendDate, BizId: String(sent.BizId), PageSize: '10', CurrentPage: '1' }
      expect(await sdkCalls(at(), 'QuerySendDetails', page, place)).toMatchObject({
        Code: 'OK',
        TotalCount: '1',
        SmsSendDetailDTOs: { SmsSendDetailDTO: [{ OutId: text.OutId, SendStatus: 3, ErrCode: 'DELIVERED' }] },
      })
      stage.world.now -= 2000
    },
  )

  it('being refused', async () => {
    const wrong = { ...text, SignName: '别人' }
    expect(await sdkCalls(at(), 'SendSms', wrong)).toMatchObject({ Code: 'isv.SMS_SIGNATURE_ILLEGAL' })
  })
})

describe("what our own sender signs is byte for byte what the vendor's client signs", () => {
  it('the form of a text', async () => {
    const bodies: string[] = []
    const vendor = await startVendor((received, response) => {
      bodies.push(received.body)
      response.end(JSON.stringify({ Code: 'OK', BizId: '1^0' }))
    })
    const key = { accessKeyId: 'LTAI', accessKeySecret: 's' }
    const form = {
      PhoneNumbers: '19400001001',
      SignName: '实名 a+b',
      TemplateCode: 'SMS_1',
      TemplateParam: JSON.stringify({ code: '048271' }),
      OutId: 'r',
    }
    await sdkCalls({ port: vendor.port, ...key, version: '2017-05-25' }, 'SendSms', form)
    const config = { url: `http://127.0.0.1:${vendor.port}`, ...key, smsSignName: '实名 a+b', smsTemplateCode: 'SMS_1' }
    const limits = { connectMs: 1000, totalMs: 1000, maxBytes: 10_000 }
    const sender = alibabaSms(config, { outgoing: outgoing(limits), clock: { now: () => Date.now() }, ids })
    const sent = { phone: '19400001001', code: '048271', minutes: 5, ref: 'r' }
    expect(await sender.sendCode(sent, requested(sender))).toEqual({ kind: 'sent' })
    await vendor.close()
    expect(bodies[1]).toBe(bodies[0])
  })
})
