import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { smsCodeRoute } from '../../functions/account/sms-code.route.ts'
import { smsReportRoute } from '../../functions/account/sms-report.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { codeFor, signIn } from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'

describe('M5 two vendors of text messages', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ sms: { vendors: ['tencent_cloud', 'alibaba_cloud'] } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const fault = (target: 'tencent_sms' | 'alibaba_sms', mode: string, subject: string, times = 1) =>
    instance.platform.must(faultsRoute, { body: { target, mode, times, subject } })

  /** What each vendor was asked about a number: charged and not. */
  const asked = async (phone: string) => {
    const counted = await instance.platform.sandbox.vendorCalls(phone)
    const of = (name: string) => counted.find(({ vendor }) => vendor === name)
    return ['tencent_sms', 'alibaba_sms'].map((name) => [of(name)?.billed, of(name)?.unbilled])
  }

  const somebody = async () => (await instance.person('match')).phone
  const send = (phone: string) => instance.platform.shiming.smsCodes.send(phone)
  const report = (phone: string, smsCodeId: string) => instance.platform.shiming.smsCodes.report(phone, smsCodeId)
  /** Until the vendor that gave trouble is asked first again. */
  const quietAgain = () => instance.platform.pass('6m')

  const disclosed = async (token: string) => {
    const { shiming } = instance.platform
    const all = []
    for await (const one of shiming.withSession(token).disclosures.list())
      if (one.purpose === 'sms_code') all.push([one.recipient.vendor, one.outcome])
    return all
  }

  it('the second gets a text that the first refuses us, in the same request, and both are told', async () => {
    const phone = await somebody()
    await fault('tencent_sms', 'insufficient_balance', phone)
    const user = await signIn(instance.platform, phone)
    expect(await asked(phone)).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(await disclosed(user.token)).toEqual([
      ['alibaba_cloud', 'answered'],
      ['tencent_cloud', 'not_used'],
    ])
    const other = await somebody()
    await send(other)
    expect(await asked(other)).toEqual([
      [0, 0],
      [1, 0],
    ])
    await quietAgain()
  })

  it('nobody else gets one that is in doubt; it may arrive, and then it signs in', async () => {
    const { platform } = instance
    const phone = await somebody()
    await fault('tencent_sms', 'executed_then_500', phone)
    const { status, smsCodeId } = await send(phone)
    expect(status).toBe('possibly_sent')
    expect(await asked(phone)).toEqual([
      [1, 0],
      [0, 0],
    ])
    await platform.pass('2s')
    expect(await report(phone, smsCodeId)).toMatchObject({ status: 'delivered', reason: null })
    const code = await platform.sandbox.codeFor(phone)
    expect(await platform.call(signInRoute, { body: { phone, smsCodeId, code } })).toMatchObject({ ok: true })
    expect(await platform.call(smsReportRoute, { body: { phone, purpose: 'sign_in', smsCodeId } })).toMatchObject({
      status: 404,
    })
    await quietAgain()
  })

  it('whoever asks again gets it from the other', async () => {
    const phone = await somebody()
    await send(phone)
    await instance.platform.pass('1m')
    await send(phone)
    expect(await asked(phone)).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  it('a number that one limits is told so, and not sent by the other', async () => {
    const phone = await somebody()
    await fault('tencent_sms', 'thirty_second_limit', phone)
    const refused = await instance.platform.call(smsCodeRoute, { body: { phone, purpose: 'sign_in' } })
    expect(refused).toMatchObject({ status: 422, problem: { code: 'sms_rejected' } })
    expect(await asked(phone)).toEqual([
      [0, 1],
      [0, 0],
    ])
  })

  it('what became of a text is told in either language, with what to do', async () => {
    const { platform } = instance
    const phone = await somebody()
    await fault('tencent_sms', 'phone_off', phone)
    const { smsCodeId } = await send(phone)
    expect(await report(phone, smsCodeId)).toMatchObject({ status: 'waiting', deliveredAt: null, reason: null })
    await platform.pass('2s')
    const body = { phone, purpose: 'sign_in' as const, smsCodeId }
    const told = await platform.must(smsReportRoute, { body })
    expect(told).toMatchObject({ status: 'not_delivered', reason: 'unreachable' })
    const english = await platform.must(smsReportRoute, { body, headers: { 'accept-language': 'en' } })
    expect([told.advice, english.advice]).toEqual([
      expect.stringContaining('重新获取'),
      expect.stringContaining('ask again'),
    ])
  })

  it('in a session it is told of the second too, to that session alone and of that number alone', async () => {
    const { platform } = instance
    const phone = await somebody()
    const user = await signIn(platform, phone)
    const other = await somebody()
    await fault('tencent_sms', 'blacklisted', other)
    await fault('alibaba_sms', 'carrier_blocks', other)
    const mine = platform.shiming.withSession(user.token).smsCodes
    await mine.send(other)
    await platform.pass('2s')
    expect(await mine.report(other)).toMatchObject({ status: 'not_delivered', reason: 'blocked' })
    await expect(mine.report(phone)).rejects.toMatchObject({ code: 'not_found' })
    const stranger = await signIn(platform, await somebody())
    await expect(platform.shiming.withSession(stranger.token).smsCodes.report(other)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await disclosed(user.token)).slice(0, 2)).toEqual([
      ['alibaba_cloud', 'possibly_sent'],
      ['tencent_cloud', 'not_used'],
    ])
    await platform.pass('1m')
    expect(await codeFor(platform, other, user.token)).toMatch(/^\d{6}$/)
  })

  it('it is not said more often than five times a code', async () => {
    const { platform } = instance
    const phone = await somebody()
    const { smsCodeId } = await send(phone)
    for (let times = 0; times < 5; times += 1) await report(phone, smsCodeId)
    const refused = await platform.call(smsReportRoute, { body: { phone, purpose: 'sign_in', smsCodeId } })
    expect(refused).toMatchObject({ status: 429, problem: { code: 'sms_report_too_often' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
