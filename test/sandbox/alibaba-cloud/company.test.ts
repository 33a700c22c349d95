import { describe, expect, it } from 'vitest'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { type Company, companies } from '../../../functions/sandbox/register/companies.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()

const formOf = ({ name, creditCode, legalRepresentative, idNumber }: Company): Record<string, string> => ({
  ...{ SceneCode: 'certification', MerchantBizId: '1', MerchantUserId: '1', UserAuthorization: '1' },
  ...{ InfoVerifyType: 'ENT_4META', LicenseNo: creditCode, EntName: name },
  ...{ LegalPersonName: legalRepresentative, LegalPersonCertNo: idNumber.toUpperCase() },
})

const companyOf = (outcome: Company['outcome'], note = ''): Company => {
  const company = companies.find((one) => one.outcome === outcome && one.note.includes(note))
  if (!company) throw new Error(`no company is ${outcome}`)
  return company
}
const good = companyOf('consistent')

const started = () => {
  const stage = stageOf(keys)
  const call = callerOf(stage, keys)
  const ask = async (form: Record<string, string>) => {
    const answer = await call('EntElementVerify', form, { headers: { 'x-acs-version': '2022-11-25' } })
    return { ...answer, json: answer.json as (typeof answer.json & { Result?: Record<string, string> }) | undefined }
  }
  const counted = async () => {
    const totals = await vendorTotals(stage.sandbox)
    return totals.find(({ vendor }) => vendor === 'alibaba_company')
  }
  return { stage, ask, call, counted }
}

describe('M3 what Cloudauth says of test companies', () => {
  it.each<[Company['outcome'], Record<string, string>, number]>([
    ['consistent', { BizCode: '1', Status: '1', OpenTime: '2018-09-25/9999-09-09' }, 1],
    ['moved', { BizCode: '1', Status: '2' }, 1],
    ['other_state', { BizCode: '1', Status: '0' }, 1],
    ['cancelled', { BizCode: '1', Status: '3' }, 1],
    ['revoked', { BizCode: '1', Status: '4' }, 1],
    ['withdrawn', { BizCode: '1', Status: '5' }, 1],
    ['closed', { BizCode: '1', Status: '6' }, 1],
    ['no_record', { BizCode: '3' }, 0],
  ])('%s', async (outcome, result, billed) => {
    const { ask, counted } = started()
    const { status, json } = await ask(formOf(companyOf(outcome)))
    expect([status, json]).toMatchObject([200, { Code: 'Success', Message: 'success', Result: result }])
    expect(json?.Result).not.toHaveProperty('ReasonDetail')
    expect(await counted()).toMatchObject({ billed, unbilled: 1 - billed })
  })

  it.each([
    ['统一社会信用代码', 'LicenseNoFlag'],
    ['企业名称', 'EntNameFlag'],
    ['姓名', 'LegalPersonNameFlag'],
    ['证件号码', 'LegalPersonCertNoFlag'],
  ])('says that %s differs, by %s', async (note, ReasonDetail) => {
    const { json } = await started().ask(formOf(companyOf('differs', note)))
    expect(json).toMatchObject({ Result: { BizCode: '2', ReasonDetail, Status: '1' } })
  })

  it('compares what it is asked, and finds a company by its name too', async () => {
    const other = { EntName: '测试别的有限公司', LegalPersonName: '别人', LegalPersonCertNo: '31010118810215002X' }
    const { ask } = started()
    const flags = async (change: Record<string, string>) =>
      (await ask({ ...formOf(good), ...change })).json?.Result?.ReasonDetail
    expect(await flags({ EntName: other.EntName })).toBe('EntNameFlag')
    expect(await flags({ LegalPersonName: other.LegalPersonName })).toBe('LegalPersonNameFlag')
    expect(await flags({ LicenseNo: '91350100M000100Y43' })).toBe('LicenseNoFlag')
    const nowhere = await ask({ ...formOf(good), EntName: other.EntName, LicenseNo: '91350100M000100Y43' })
    expect(nowhere.json?.Result).toEqual({ BizCode: '3' })
  })

  it('W2 does not know who registered this week until seven days after it was asked', async () => {
    const { stage, ask } = started()
    const asked = async () => (await ask(formOf(companyOf('registered_this_week')))).json?.Result?.BizCode
    expect(await asked()).toBe('3')
    stage.world.now += 7 * DAY - 1
    expect(await asked()).toBe('3')
    stage.world.now += 1
    expect(await asked()).toBe('1')
  })

  it('is busy, out of order, or late for some', async () => {
    const { stage, ask, counted } = started()
    expect(await ask(formOf(companyOf('vendor_busy')))).toMatchObject({ status: 400, json: { Code: 'Throttling.Api' } })
    expect(await ask(formOf(companyOf('vendor_failed')))).toMatchObject({
      status: 500,
      json: { Code: 'InternalError' },
    })
    expect(await counted()).toMatchObject({ billed: 0, unbilled: 2, turnedAway: 1 })
    expect((await ask(formOf(companyOf('timeout_after_sending')))).json?.Result?.BizCode).toBe('1')
    expect(stage.pauses).toEqual([12_000])
    expect(await counted()).toMatchObject({ billed: 1 })
  })

  it.each([
    ['SceneCode', 'a-b'],
    ['MerchantBizId', 'a'.repeat(33)],
    ['MerchantUserId', 'a_b'],
    ['UserAuthorization', '0'],
    ['InfoVerifyType', 'ENT_2META'],
    ['LicenseNo', '91350100M000100Y44'],
    ['LegalPersonCertNo', '11010118800101001x'],
  ])('refuses %s=%s, and whatever is missing', async (name, value) => {
    const { ask, counted } = started()
    const wrong = await ask({ ...formOf(good), [name]: value })
    expect([wrong.status, wrong.json?.Code]).toEqual([401, 'InvalidParameter'])
    const { [name]: _, ...rest } = formOf(good)
    const missing = await ask(rest)
    expect([missing.status, missing.json?.Code]).toEqual([400, 'MissingParameter'])
    expect(await counted()).toMatchObject({ billed: 0, unbilled: 0 })
  })

  it('is of another version than the checks of people', async () => {
    const { call } = started()
    expect((await call('EntElementVerify', formOf(good))).json).toMatchObject({ Code: 'InvalidVersion' })
    const people = await call('Id2MetaVerify', {}, { headers: { 'x-acs-version': '2022-11-25' } })
    expect(people.json).toMatchObject({ Code: 'InvalidVersion' })
  })

  it.each([
    ['request_limit', 400, 'Throttling.User', 1],
    ['not_open', 403, 'Forbidden.AccountAccessDenied', 1],
    ['no_permission', 403, 'Forbidden.RAMUserAccessDenied', 1],
  ])('%s is refused by the gateway, for one company', async (mode, status, Code, turnedAway) => {
    const { stage, ask, counted } = started()
    await armFault(stage.sandbox, 'alibaba_company', good.creditCode, mode, 1)
    expect((await ask(formOf(companyOf('moved')))).json?.Code).toBe('Success')
    expect(await ask(formOf(good))).toMatchObject({ status, json: { Code } })
    expect(await counted()).toMatchObject({ billed: 1, unbilled: 1, turnedAway })
  })

  it('says a code that is in no document', async () => {
    const { stage, ask } = started()
    await armFault(stage.sandbox, 'alibaba_company', good.creditCode, 'wrong_result_code', 1)
    expect((await ask(formOf(good))).json?.Result).toEqual({ BizCode: '9' })
  })
})
