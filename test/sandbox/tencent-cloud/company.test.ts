import { describe, expect, it } from 'vitest'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { type Company, companies } from '../../../functions/sandbox/register/companies.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()

const bodyOf = ({ name, creditCode, legalRepresentative, idNumber }: Company) => ({
  ...{ CreditCode: creditCode, EntName: name, LrName: legalRepresentative, IdNum: idNumber.toUpperCase() },
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
  const ask = async (body: Record<string, unknown>) =>
    (await call('ocr', body, { headers: { 'x-tc-action': 'VerifyBizLicenseEnterprise4' } })).response
  const counted = async () => {
    const totals = await vendorTotals(stage.sandbox)
    return totals.find(({ vendor }) => vendor === 'tencent_company')
  }
  return { stage, ask, counted }
}

const fits = (but?: string) =>
  Object.fromEntries(
    ['IsCreditCodeConsistent', 'IsEntNameConsistent', 'IsLrNameConsistent', 'IsIdNumConsistent'].map((flag) => [
      flag,
      flag !== but,
    ]),
  )

describe('M3 what VerifyBizLicenseEnterprise4 says of test companies', () => {
  it.each<[Company['outcome'], string]>([
    ['consistent', '1'],
    ['moved', '2'],
    ['other_state', '0'],
    ['cancelled', '3'],
    ['revoked', '4'],
    ['withdrawn', '5'],
    ['closed', '6'],
  ])('%s is all four, of state %s', async (outcome, OperatingStatus) => {
    const { ask, counted } = started()
    const said = { StatusCode: 0, VerifyResult: 1, ...fits(), OperatingStatus, OperatingPeriod: '2018-09-25/' }
    expect(await ask(bodyOf(companyOf(outcome)))).toMatchObject(said)
    expect(await counted()).toMatchObject({ billed: 1, unbilled: 0 })
  })

  it('has a term of those that have one', async () => {
    const { ask } = started()
    expect(await ask(bodyOf(companyOf('consistent', '2050')))).toMatchObject({
      OperatingPeriod: '2018-09-25/2050-12-31',
    })
  })

  it.each([
    ['统一社会信用代码', 'IsCreditCodeConsistent'],
    ['企业名称', 'IsEntNameConsistent'],
    ['姓名', 'IsLrNameConsistent'],
    ['证件号码', 'IsIdNumConsistent'],
  ])('says that %s differs, by %s', async (note, flag) => {
    const { ask } = started()
    const said = { StatusCode: 0, VerifyResult: 0, ...fits(flag), OperatingStatus: '1' }
    expect(await ask(bodyOf(companyOf('differs', note)))).toMatchObject(said)
  })

  it('charges for what it does not find, of which nothing fits', async () => {
    const { ask, counted } = started()
    const nothing = Object.fromEntries(Object.keys(fits()).map((flag) => [flag, false]))
    const said = { StatusCode: 0, VerifyResult: 0, ...nothing, OperatingStatus: '/', OperatingPeriod: '/' }
    expect(await ask(bodyOf(companyOf('no_record')))).toMatchObject(said)
    expect(await ask({ ...bodyOf(good), CreditCode: '91350100M000100Y44' })).toMatchObject(said)
    expect(await counted()).toMatchObject({ billed: 2 })
  })

  it('W2 does not know who registered this week until seven days after it was asked', async () => {
    const { stage, ask } = started()
    const asked = async () => (await ask(bodyOf(companyOf('registered_this_week'))))?.VerifyResult
    expect(await asked()).toBe(0)
    stage.world.now += 7 * DAY
    expect(await asked()).toBe(1)
  })

  it('W7 says of one that closes later that it is closed sixty days after it was asked, and for good', async () => {
    const { stage, ask } = started()
    const asked = async () => (await ask(bodyOf(companyOf('closes_later'))))?.OperatingStatus
    const first = await asked()
    stage.world.now += 60 * DAY - 1
    expect(await asked()).toBe(first)
    stage.world.now += 1
    const closed = (await ask(bodyOf(companyOf('closed'))))?.OperatingStatus
    expect(closed).not.toBe(first)
    expect(await asked()).toBe(closed)
    stage.world.now += 365 * DAY
    expect(await asked()).toBe(closed)
  })

  it('is busy, out of order, or late for some', async () => {
    const { stage, ask, counted } = started()
    expect(await ask(bodyOf(companyOf('vendor_busy')))).toMatchObject({ Error: { Code: 'RequestLimitExceeded' } })
    expect(await ask(bodyOf(companyOf('vendor_failed')))).toMatchObject({ StatusCode: 1 })
    expect(await counted()).toMatchObject({ billed: 0, unbilled: 2, turnedAway: 1 })
    expect(await ask(bodyOf(companyOf('timeout_after_sending')))).toMatchObject({ VerifyResult: 1 })
    expect(stage.pauses).toEqual([12_000])
    expect(await counted()).toMatchObject({ billed: 1 })
  })

  it('takes the four and nothing else', async () => {
    const { ask } = started()
    const { IdNum: _, ...three } = bodyOf(good)
    expect(await ask(three)).toMatchObject({ Error: { Code: 'MissingParameter' } })
    expect(await ask({ ...bodyOf(good), Phone: '1' })).toMatchObject({ Error: { Code: 'UnknownParameter' } })
  })

  it.each([
    ['system_error', { StatusCode: 1 }, 0],
    ['wrong_result_code', { StatusCode: 9 }, 0],
    ['arrears', { Error: { Code: 'UnauthorizedOperation.ArrearsStop' } }, 1],
    ['not_open', { Error: { Code: 'FailedOperation.UnOpenError' } }, 0],
    ['package_used_up', { Error: { Code: 'ResourceUnavailable.ResourcePackageRunOut' } }, 0],
    ['request_limit', { Error: { Code: 'RequestLimitExceeded' } }, 1],
    ['internal_error', { Error: { Code: 'InternalError' } }, 0],
  ])('%s is for one company, once and free', async (mode, said, turnedAway) => {
    const { stage, ask, counted } = started()
    await armFault(stage.sandbox, 'tencent_company', good.creditCode, mode, 1)
    expect(await ask(bodyOf(companyOf('moved')))).toMatchObject({ VerifyResult: 1 })
    expect(await ask(bodyOf(good))).toMatchObject(said)
    expect(await counted()).toMatchObject({ billed: 1, unbilled: 1, turnedAway })
    expect(await ask(bodyOf(good))).toMatchObject({ VerifyResult: 1 })
  })
})
