import { describe, expect, it } from 'vitest'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { mailsOf } from '../../../functions/sandbox/texts/mails.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()
const TO = 'zhang@example.com'

const letter = (code: string, more: Record<string, unknown> = {}) => ({
  FromEmailAddress: '示明 <id@mail.example.cn>',
  Destination: [TO],
  Subject: '验证码',
  Template: { TemplateID: 7, TemplateData: JSON.stringify({ code, minutes: '10' }) },
  TriggerType: 1,
  ...more,
})

const started = () => {
  const stage = stageOf(keys)
  const call = callerOf(stage, keys)
  const totals = async () => (await vendorTotals(stage.sandbox)).find(({ vendor }) => vendor === 'tencent_ses')
  return { stage, call, send: (body: Record<string, unknown>) => call('ses', body), totals }
}

describe('SendEmail', () => {
  it('sends to an address, which then has the e-mail, newest first', async () => {
    const { stage, send, totals } = started()
    expect((await send(letter('123456'))).response?.MessageId).toMatch(/^qcloud-ses-/)
    stage.world.now += 1000
    await send(letter('654321', { Destination: ['Zhang@Example.com'] }))
    const received = await mailsOf(stage.sandbox, TO)
    expect(received.map(({ code, at }) => ({ code, at }))).toEqual([
      { code: '654321', at: NOON + 1000 },
      { code: '123456', at: NOON },
    ])
    expect(received[1]).toMatchObject({ from: '示明 <id@mail.example.cn>', subject: '验证码', to: TO })
    expect(received[1]?.text).toContain('10 分钟')
    expect(await totals()).toEqual({ vendor: 'tencent_ses', billed: 2, unbilled: 0, turnedAway: 0 })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a sender without an address', { FromEmailAddress: '示明' }, 'FailedOperation.IncorrectSender'],
    ['a colon in the name of the sender', { FromEmailAddress: 'a:b <a@b.cn>' }, 'FailedOperation.IncorrectSender'],
    ['no address', { Destination: ['zhang'] }, 'InvalidParameterValue.IllegalEmailAddress'],
    ['nobody to send to', { Destination: [] }, 'InvalidParameter'],
    ['no subject', { Subject: '' }, 'InvalidParameterValue.SubjectLengthError'],
    ['no template', { Template: undefined }, 'MissingParameter'],
    [
      'a template that is none',
      { Template: { TemplateID: 0, TemplateData: '{}' } },
      'FailedOperation.InvalidTemplateID',
    ],
    [
      'variables that are no JSON',
      { Template: { TemplateID: 7, TemplateData: 'x' } },
      'FailedOperation.WrongContentJson',
    ],
    [
      'other variables',
      { Template: { TemplateID: 7, TemplateData: '{"code":"1"}' } },
      'InvalidParameterValue.TemplateDataInconsistent',
    ],
    ['a word it does not know', { Simple: {} }, 'UnknownParameter'],
  ])('is refused with %s, and nobody receives anything', async (_what, more, code) => {
    const { stage, send, totals } = started()
    expect((await send(letter('123456', more))).response?.Error?.Code).toBe(code)
    expect(await mailsOf(stage.sandbox, TO)).toEqual([])
    expect(await totals()).toMatchObject({ billed: 0, unbilled: 1 })
  })

  it('is refused in a region without it', async () => {
    const { call } = started()
    const elsewhere = await call('ses', letter('123456'), { headers: { 'x-tc-region': 'ap-beijing' } })
    expect(elsewhere.response?.Error?.Code).toBe('UnsupportedRegion')
  })

  it.each([
    ['blacklisted', 'FailedOperation.EmailAddrInBlacklist'],
    ['frequency_limit', 'FailedOperation.FrequencyLimit'],
    ['insufficient_quota', 'FailedOperation.InsufficientQuota'],
    ['request_limit', 'RequestLimitExceeded'],
  ])('fails as it is told to for one address: %s', async (mode, code) => {
    const { stage, send } = started()
    await armFault(stage.sandbox, 'tencent_ses', TO, mode, 1)
    expect((await send(letter('123456', { Destination: ['li@example.com'] }))).response?.Error).toBeUndefined()
    expect((await send(letter('123456'))).response?.Error?.Code).toBe(code)
    expect((await send(letter('123456'))).response?.Error).toBeUndefined()
  })

  it('sends, and its answer is lost', async () => {
    const { stage, send } = started()
    await armFault(stage.sandbox, 'tencent_ses', TO, 'executed_then_500', 1)
    expect((await send(letter('123456'))).status).toBe(500)
    expect(await mailsOf(stage.sandbox, TO)).toHaveLength(1)
  })
})
