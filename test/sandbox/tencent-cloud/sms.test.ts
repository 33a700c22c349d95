import { describe, expect, it } from 'vitest'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { smsOf } from '../../../functions/sandbox/texts/texts.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()
const PHONE = '19400001001'
const text = (code: string, more: Record<string, unknown> = {}) => ({
  PhoneNumberSet: [`+86${PHONE}`],
  SmsSdkAppId: '1400006666',
  SignName: '实名',
  TemplateId: '1110',
  TemplateParamSet: [code, '5'],
  ...more,
})

const started = () => {
  const stage = stageOf(keys)
  const call = callerOf(stage, keys)
  const totals = async () => (await vendorTotals(stage.sandbox)).find(({ vendor }) => vendor === 'tencent_sms')
  return { stage, call, send: (body: Record<string, unknown>) => call('sms', body), totals }
}

describe('SendSms', () => {
  it('sends to a number, which then has the text, newest first', async () => {
    const { stage, send, totals } = started()
    const { response } = await send(text('123456', { SessionContext: 'c1' }))
    expect(response).toMatchObject({
      SendStatusSet: [
        {
          Code: 'Ok',
          Message: 'send success',
          PhoneNumber: `+86${PHONE}`,
          Fee: 1,
          IsoCode: 'CN',
          SessionContext: 'c1',
        },
      ],
    })
    stage.world.now += 1000
    await send(text('654321'))
    const received = await smsOf(stage.sandbox, PHONE)
    expect(received.map(({ code, at }) => ({ code, at }))).toEqual([
      { code: '654321', at: NOON + 1000 },
      { code: '123456', at: NOON },
    ])
    expect(received[0]?.text).toContain('654321')
    expect(await totals()).toEqual({ vendor: 'tencent_sms', billed: 2, unbilled: 0, turnedAway: 0 })
  })

  it('answers each number for itself', async () => {
    const { send } = started()
    const { response } = await send(text('123456', { PhoneNumberSet: [`+86${PHONE}`, '+1555'] }))
    expect(response).toMatchObject({
      SendStatusSet: [{ Code: 'Ok' }, { Code: 'InvalidParameterValue.IncorrectPhoneNumber', Fee: 0 }],
    })
  })

  it.each([
    ['no region', { 'x-tc-region': undefined }, 'MissingParameter'],
    ['a region without SMS', { 'x-tc-region': 'eu-moscow' }, 'UnsupportedRegion'],
  ])('is refused with %s', async (_, headers, code) => {
    const { call } = started()
    expect((await call('sms', text('123456'), { headers })).response?.Error?.Code).toBe(code)
  })

  it.each([
    ['letters for a code', text('abc123'), 'InvalidParameterValue.TemplateParameterFormatError'],
    ['a code of seven digits', text('1234567'), 'InvalidParameterValue.TemplateParameterFormatError'],
    ['no code', text('1', { TemplateParamSet: [] }), 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'],
    ['no template', text('123456', { TemplateId: undefined }), 'MissingParameter'],
    ['nobody to send to', text('123456', { PhoneNumberSet: [] }), 'InvalidParameter'],
  ])('is refused with %s and nobody receives anything', async (_, body, code) => {
    const { stage, send } = started()
    expect((await send(body)).response?.Error?.Code).toBe(code)
    expect(await smsOf(stage.sandbox, PHONE)).toEqual([])
  })
})

describe('faults', () => {
  it.each([
    ['daily_limit', 'LimitExceeded.PhoneNumberDailyLimit'],
    ['thirty_second_limit', 'LimitExceeded.PhoneNumberThirtySecondLimit'],
    ['blacklisted', 'FailedOperation.PhoneNumberInBlacklist'],
    ['insufficient_balance', 'FailedOperation.InsufficientBalanceInSmsPackage'],
  ])('%s is said of the number, within success, and nothing is sent', async (mode, code) => {
    const { stage, send, totals } = started()
    await armFault(stage.sandbox, 'tencent_sms', PHONE, mode, 1)
    expect((await send(text('123456'))).response).toMatchObject({ SendStatusSet: [{ Code: code, Fee: 0 }] })
    expect(await smsOf(stage.sandbox, PHONE)).toEqual([])
    expect(await totals()).toEqual({ vendor: 'tencent_sms', billed: 0, unbilled: 1, turnedAway: 0 })
  })
})

describe('PullSmsSendStatusByPhoneNumber', () => {
  const asked = (more: Record<string, unknown> = {}) => ({
    BeginTime: NOON / SECOND - 60,
    EndTime: NOON / SECOND + 600,
    ...{ Offset: 0, Limit: 100, PhoneNumber: `+86${PHONE}`, SmsSdkAppId: '1400006666' },
    ...more,
  })
  const pulling = () => {
    const { stage, call, send } = started()
    const pull = (body: Record<string, unknown>) =>
      call('sms', body, { headers: { 'x-tc-action': 'PullSmsSendStatusByPhoneNumber' } })
    return { stage, send, pull }
  }

  it('tells of texts the carrier has said something of, with what was given along', async () => {
    const { stage, send, pull } = pulling()
    await send(text('123456', { SessionContext: 'mine' }))
    expect((await pull(asked())).response).toMatchObject({ PullSmsSendStatusSet: [] })
    stage.world.now += SECOND
    const received = { ReportStatus: 'SUCCESS', Description: 'DELIVRD', UserReceiveTime: NOON / SECOND + 1 }
    expect((await pull(asked())).response).toMatchObject({
      PullSmsSendStatusSet: [{ SessionContext: 'mine', PhoneNumber: `+86${PHONE}`, ...received }],
    })
    const before = { BeginTime: NOON / SECOND - 600, EndTime: NOON / SECOND - 60 }
    expect((await pull(asked(before))).response).toMatchObject({ PullSmsSendStatusSet: [] })
  })

  it.each([
    ['phone_off', [{ ReportStatus: 'FAIL', Description: '002' }]],
    ['carrier_blocks', [{ ReportStatus: 'FAIL', Description: 'REJECTD' }]],
    ['keyword', [{ ReportStatus: 'FAIL', Description: '-106' }]],
    ['no_receipt', []],
  ])('%s: taken, never received, and told as the carrier tells it', async (mode, receipts) => {
    const { stage, send, pull } = pulling()
    await armFault(stage.sandbox, 'tencent_sms', PHONE, mode, 1)
    expect((await send(text('123456'))).response).toMatchObject({ SendStatusSet: [{ Code: 'Ok' }] })
    stage.world.now += SECOND
    expect((await pull(asked())).response).toMatchObject({ PullSmsSendStatusSet: receipts })
    expect(await smsOf(stage.sandbox, PHONE)).toEqual([])
  })

  it.each([
    ['longer ago than a week', { BeginTime: NOON / SECOND - 8 * 86_400 }, 'InvalidParameterValue.BeginTimeVerifyFail'],
    ['an end before its beginning', { EndTime: NOON / SECOND - 61 }, 'InvalidParameterValue.EndTimeVerifyFail'],
    ['more than a hundred', { Limit: 101 }, 'InvalidParameter'],
    ['another offset', { Offset: 1 }, 'InvalidParameter'],
    ['no number', { PhoneNumber: undefined }, 'MissingParameter'],
  ])('is refused with %s', async (_, more, code) => {
    expect((await pulling().pull(asked(more))).response?.Error?.Code).toBe(code)
  })
})
