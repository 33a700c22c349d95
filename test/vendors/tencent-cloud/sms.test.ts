import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { SmsResult } from '../../../functions/account/codes/sms-sender.ts'
import { requested } from '../../../functions/consent/permit.ts'
import { tencentSms } from '../../../functions/vendors/tencent-cloud/sms.ts'
import { smsCodes } from '../../../functions/vendors/tencent-cloud/sms-codes.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { faults, type Received, startVendor } from '../vendor-server.ts'
import { enveloped, freshKey, verifies } from './tencent-vendor.ts'

const PHONE = '19400000000'
const limits = { connectMs: 300, totalMs: 300, maxBytes: 64_000 }

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

const senderAt = (port: number, key = freshKey()) =>
  tencentSms(
    {
      url: `http://127.0.0.1:${port}/sandbox/tencent-cloud/sms`,
      ...key,
      region: 'ap-guangzhou',
      smsSdkAppId: '1400000000',
      smsSignName: '实名',
      smsTemplateId: '1000000',
    },
    { outgoing: outgoing(limits), clock: { now: () => Date.UTC(2026, 10, 5, 4) } },
  )

type Answer = (received: Received, response: ServerResponse) => void

const sent = async (answer: Answer, key = freshKey()): Promise<{ result: SmsResult; received: Received[] }> => {
  const vendor = await startVendor(answer)
  opened.push(vendor)
  return {
    result: await senderAt(vendor.port, key).sendCode(PHONE, '048271', 5, requested({ vendor: 'tencent_cloud' })),
    received: vendor.calls,
  }
}

const statusOf = (Code: unknown) =>
  enveloped({ SendStatusSet: [{ SerialNo: '', PhoneNumber: `+86${PHONE}`, Fee: 0, Code }] })

const replying = async (text: string): Promise<SmsResult> =>
  (await sent((_received, response) => response.end(text))).result

describe('happy', () => {
  it('posts one signed SendSms for the one number, with code and minutes as text', async () => {
    const key = freshKey()
    const { result, received } = await sent((_received, response) => response.end(statusOf('Ok')), key)
    expect(result).toEqual({ kind: 'sent' })
    expect(received).toHaveLength(1)
    const [call] = received
    expect(call?.headers).toMatchObject({ 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11' })
    expect(JSON.parse(call?.body ?? '')).toEqual({
      PhoneNumberSet: ['+8619400000000'],
      SmsSdkAppId: '1400000000',
      SignName: '实名',
      TemplateId: '1000000',
      TemplateParamSet: ['048271', '5'],
    })
    expect(await verifies(key, call?.headers ?? {}, call?.body ?? '')).toBe(true)
  })
})

describe('refused', () => {
  const codes = [
    ['LimitExceeded.PhoneNumberThirtySecondLimit', 'rejected'],
    ['LimitExceeded.PhoneNumberOneHourLimit', 'rejected'],
    ['LimitExceeded.PhoneNumberDailyLimit', 'rejected'],
    ['LimitExceeded.PhoneNumberSameContentDailyLimit', 'rejected'],
    ['LimitExceeded.DeliveryFrequencyLimit', 'rejected'],
    ['LimitExceeded.AppDailyLimit', 'needs repair'],
    ['LimitExceeded.DailyLimit', 'needs repair'],
    ['FailedOperation.PhoneNumberInBlacklist', 'rejected'],
    ['FailedOperation.ContainSensitiveWord', 'rejected'],
    ['InvalidParameterValue.IncorrectPhoneNumber', 'rejected'],
    ['UnsupportedOperation.UnsuportedRegion', 'rejected'],
    ['FailedOperation.TemplateIncorrectOrUnapproved', 'needs repair'],
    ['FailedOperation.SignatureIncorrectOrUnapproved', 'needs repair'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'needs repair'],
    ['UnauthorizedOperation.SerivceSuspendDueToArrears', 'needs repair'],
    ['AuthFailure.SignatureFailure', 'needs repair'],
    ['AuthFailure.SecretIdNotFound', 'needs repair'],
    ['LimitExceeded.AppMainlandChinaDailyLimit', 'needs repair'],
    ['InvalidParameterValue.SdkAppIdNotExist', 'needs repair'],
    ['InvalidParameterValue.TemplateParameterFormatError', 'needs repair'],
    ['UnsupportedOperation', 'needs repair'],
    ['InternalError.SigVerificationFail', 'needs repair'],
    ['FailedOperation', 'unavailable'],
    ['RequestLimitExceeded', 'unavailable'],
    ['InternalError.Timeout', 'unavailable'],
    ['SomethingNew', 'unavailable'],
  ] as const

  const meaning = (code: string, means: (typeof codes)[number][1]): SmsResult =>
    means === 'needs repair' ? { kind: 'unavailable', code, needsRepair: true } : { kind: means, code }

  it.each(codes)('%s of the number: %s', async (Code, means) => {
    expect(await replying(statusOf(Code))).toEqual(meaning(Code, means))
  })

  it.each(codes)('%s of the call: %s', async (Code, means) => {
    expect(await replying(enveloped({ Error: { Code, Message: PHONE } }))).toEqual(meaning(Code, means))
  })

  it('names each code once', () => {
    expect(new Set(smsCodes.map((row) => row.code)).size).toBe(smsCodes.length)
  })
})

describe('hostile', () => {
  it('is unavailable where nobody listens', async () => {
    const vendor = await startVendor(() => undefined)
    await vendor.close()
    expect(await senderAt(vendor.port).sendCode(PHONE, '048271', 5, requested({ vendor: 'tencent_cloud' }))).toEqual({
      kind: 'unavailable',
      code: 'ECONNREFUSED',
    })
  })

  it.each(Object.entries(faults))('is unavailable after one call where the vendor %s', async (_name, fault) => {
    const { result, received } = await sent((_received, response) => fault(response, statusOf('Ok')))
    expect(result.kind).toBe('unavailable')
    expect(received).toHaveLength(1)
  })

  it.each([['ok'], ['OK'], ['Ok '], [''], [0], [null], [undefined], [PHONE], [`+86${PHONE}`]])(
    'never takes status code %j for sent, nor repeats it',
    async (Code) => {
      const result = await replying(statusOf(Code))
      expect(result.kind).toBe('unavailable')
      expect(JSON.stringify(result)).not.toContain(PHONE)
    },
  )

  it.each([[[]], [{}], [null], ['Ok']])('is unavailable for SendStatusSet %j', async (SendStatusSet) => {
    expect(await replying(enveloped({ SendStatusSet }))).toEqual({ kind: 'unavailable', code: 'unexpected_shape' })
  })
})
