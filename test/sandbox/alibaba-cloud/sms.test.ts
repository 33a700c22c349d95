import { describe, expect, it } from 'vitest'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { smsOf } from '../../../functions/sandbox/texts/texts.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { DAY, SECOND } from '../../../shared/kernel/time.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()
const PHONE = '19400001001'
const OTHER = '19400001002'
const { smsSignName: SignName, smsTemplateCode: TemplateCode } = keys.alibabaCloud
const text = (code: string, more: Record<string, string> = {}) => ({
  PhoneNumbers: PHONE,
  ...{ SignName, TemplateCode },
  TemplateParam: JSON.stringify({ code }),
  OutId: `for-${code}`,
  ...more,
})

const started = () => {
  const stage = stageOf(keys)
  const call = callerOf(stage, keys)
  const send = async (form: Record<string, string>) => (await call('SendSms', form, { product: 'sms' })).json
  const details = async (more: Record<string, string> = {}) => {
    const page = { PhoneNumber: PHONE, SendDate: '20261120', PageSize: '10', CurrentPage: '1', ...more }
    return (await call('QuerySendDetails', page, { product: 'sms' })).json
  }
  const totals = async () => (await vendorTotals(stage.sandbox)).find(({ vendor }) => vendor === 'alibaba_sms')
  return { stage, call, send, details, totals }
}

describe('M3 SendSms', () => {
  it('sends to a number, which then has the text, and counts it', async () => {
    const { stage, send, totals } = started()
    expect(await send(text('123456'))).toMatchObject({ Code: 'OK', BizId: expect.stringMatching(/^\d+\^0$/) })
    const [received] = await smsOf(stage.sandbox, PHONE)
    expect(received).toMatchObject({ code: '123456', at: NOON })
    expect(received?.text).toMatch(/^【实名】.*123456/)
    expect(await totals()).toEqual({ vendor: 'alibaba_sms', billed: 1, unbilled: 0, turnedAway: 0 })
  })

  it.each([
    ['a number that is none', { PhoneNumbers: '1380013800' }, 'isv.MOBILE_NUMBER_ILLEGAL'],
    ['another sign name', { SignName: '别人' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
    ['another template', { TemplateCode: 'SMS_2' }, 'isv.SMS_TEMPLATE_ILLEGAL'],
    ['a second variable', { TemplateParam: '{"code":"123456","minutes":"5"}' }, 'template_parameter_count_illegal'],
    ['no code', { TemplateParam: '{}' }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
    ['a code of letters', { TemplateParam: '{"code":"abcdef"}' }, 'isv.TEMPLATE_PARAMS_ILLEGAL'],
    ['a number for a code', { TemplateParam: '{"code":123456}' }, 'isv.INVALID_JSON_PARAM'],
    ['no JSON', { TemplateParam: 'code=123456' }, 'isv.INVALID_JSON_PARAM'],
    ['what it does not know', { Format: 'XML' }, 'isv.INVALID_PARAMETERS'],
  ])('is refused with %s, and nobody receives anything', async (_, more, code) => {
    const { stage, send, totals } = started()
    expect(await send(text('123456', more))).toMatchObject({ Code: code })
    expect(await smsOf(stage.sandbox, PHONE)).toEqual([])
    expect(await totals()).toMatchObject({ billed: 0, unbilled: 1 })
  })

  it('is found under its own version and signature only', async () => {
    const { call } = started()
    const of = { product: 'sms' } as const
    expect((await call('SendSms', text('1'), { ...of, accessKeySecret: 'x' })).json?.Code).toBe('SignatureDoesNotMatch')
    const headers = { 'x-acs-version': '2019-03-07' }
    const { status, json } = await call('SendSms', text('123456'), { ...of, headers })
    expect([status, json?.Code, json?.HostId]).toEqual([404, 'InvalidVersion', 'dysmsapi.aliyuncs.com'])
    expect((await call('Id2MetaVerify', {}, of)).json?.Code).toBe('InvalidAction.NotFound')
  })
})

describe('M3 QuerySendDetails', () => {
  it('waits for the carrier, then says that a text arrived and when, newest first', async () => {
    const { stage, send, details } = started()
    await send(text('111111'))
    expect((await details())?.SmsSendDetailDTOs?.SmsSendDetailDTO).toMatchObject([
      { OutId: 'for-111111', SendStatus: 1, SendDate: '2026-11-20 12:00:00' },
    ])
    stage.world.now += SECOND
    await send(text('222222'))
    expect((await details())?.SmsSendDetailDTOs?.SmsSendDetailDTO).toMatchObject([
      { OutId: 'for-222222', SendStatus: 1 },
      { OutId: 'for-111111', SendStatus: 3, ErrCode: 'DELIVERED', ReceiveDate: '2026-11-20 12:00:01' },
    ])
  })

  it('tells of one number, one day and one page', async () => {
    const { stage, send, details } = started()
    await send(text('111111'))
    await send(text('333333', { PhoneNumbers: OTHER }))
    stage.world.now += DAY
    const { BizId = '' } = (await send(text('222222'))) ?? {}
    expect(await details()).toMatchObject({ TotalCount: '1' })
    expect(await details({ SendDate: '20261121', BizId })).toMatchObject({ TotalCount: '1' })
    expect(await details({ SendDate: '20261121', BizId: '7^0' })).toMatchObject({ TotalCount: '0' })
    expect((await details({ CurrentPage: '2' }))?.SmsSendDetailDTOs?.SmsSendDetailDTO).toEqual([])
  })

  it.each<Record<string, string>>([
    { SendDate: '2026-11-20' },
    { SendDate: '20261121' },
    { SendDate: '20261020' },
    { PageSize: '51' },
    { PageSize: '' },
    { CurrentPage: '0' },
  ])('is refused with %j', async (more) => {
    expect(await started().details(more)).toMatchObject({ Code: 'isv.INVALID_PARAMETERS' })
  })
})

describe('M3 faults of texts', () => {
  it.each([
    ['daily_limit', 'isv.BUSINESS_LIMIT_CONTROL'],
    ['unsubscribed', 'isv.CUSTOMER_REFUSED'],
    ['insufficient_balance', 'isv.AMOUNT_NOT_ENOUGH'],
    ['sign_name_illegal', 'isv.SMS_SIGNATURE_ILLEGAL'],
    ['system_error', 'isp.SYSTEM_ERROR'],
    ['request_limit', 'Throttling.User'],
  ])('%s: refused for the one number, and nothing is sent', async (mode, code) => {
    const { stage, send, totals } = started()
    await armFault(stage.sandbox, 'alibaba_sms', PHONE, mode, 1)
    expect(await send(text('333333', { PhoneNumbers: OTHER }))).toMatchObject({ Code: 'OK' })
    expect(await send(text('123456'))).toMatchObject({ Code: code })
    expect(await smsOf(stage.sandbox, PHONE)).toEqual([])
    expect(await totals()).toMatchObject({ billed: 1, unbilled: 1 })
  })

  it.each([
    ['phone_off', 'MOBILE_NOT_ON_SERVICE'],
    ['carrier_blocks', 'MOBILE_IN_BLACK'],
    ['sign_name_unregistered', 'PORT_NOT_REGISTERED'],
  ])('%s: taken, never received, and the carrier says why', async (mode, code) => {
    const { stage, send, details } = started()
    await armFault(stage.sandbox, 'alibaba_sms', PHONE, mode, 1)
    expect(await send(text('123456'))).toMatchObject({ Code: 'OK' })
    stage.world.now += SECOND
    expect((await details())?.SmsSendDetailDTOs?.SmsSendDetailDTO).toMatchObject([{ SendStatus: 2, ErrCode: code }])
    expect(await smsOf(stage.sandbox, PHONE)).toEqual([])
  })

  it('no_receipt: taken, and the carrier never says anything', async () => {
    const { stage, send, details } = started()
    await armFault(stage.sandbox, 'alibaba_sms', PHONE, 'no_receipt', 1)
    await send(text('123456'))
    stage.world.now += 1000 * SECOND
    expect((await details())?.SmsSendDetailDTOs?.SmsSendDetailDTO).toMatchObject([{ SendStatus: 1 }])
  })

  it('executed_then_500: the text arrives although nobody is told', async () => {
    const { stage, call } = started()
    await armFault(stage.sandbox, 'alibaba_sms', PHONE, 'executed_then_500', 1)
    expect((await call('SendSms', text('123456'), { product: 'sms' })).status).toBe(500)
    expect(await smsOf(stage.sandbox, PHONE)).toHaveLength(1)
  })
})
