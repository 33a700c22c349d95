import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CompanyAsked, itemsHandedOn } from '../../functions/certification/company/checker.ts'
import { serveAlibabaCloud } from '../../functions/sandbox/alibaba-cloud/serve.ts'
import { alibabaCloudRoute } from '../../functions/sandbox/alibaba-cloud.route.ts'
import { ANYTHING, armFault } from '../../functions/sandbox/faults.ts'
import { type Company, companies } from '../../functions/sandbox/register/companies.ts'
import { serveTencentCloud } from '../../functions/sandbox/tencent-cloud/serve.ts'
import { cardOcrRoute } from '../../functions/sandbox/tencent-cloud.route.ts'
import { vendorTotals } from '../../functions/sandbox/vendor-calls.ts'
import { alibabaCompany } from '../../functions/vendors/alibaba-cloud/company.ts'
import { tencentCompany } from '../../functions/vendors/tencent-cloud/company.ts'
import { bound } from '../../shared/http/endpoint.ts'
import { outgoing } from '../../shared/http/outgoing.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { serve } from '../http-event.ts'
import { listen } from '../sandbox/server.ts'
import { makeKeys, stageOf } from '../sandbox/stage.ts'
import { permitFor } from './checks.ts'
import { consequences, REFERENCE } from './companies.ts'

const keys = makeKeys()
/** Of each vendor's own, so that none knows what another was asked. */
let stage = stageOf(keys)
const PATIENCE_MS = 300
const late = () => ({
  ...stage.sandbox,
  pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 2 * PATIENCE_MS))),
})
const observer = { now: () => Date.now(), request: () => {}, fault: () => {} }
const deps = {
  outgoing: outgoing({ connectMs: PATIENCE_MS, totalMs: PATIENCE_MS, maxBytes: 64_000 }),
  clock: { now: () => stage.world.now },
  ids,
}

const stood = {
  tencent_cloud: {
    target: 'tencent_company',
    serves: serve(
      observer,
      bound(cardOcrRoute, async (request) => ok(await serveTencentCloud(late(), 'ocr', request))),
    ),
    routeKey: `POST ${cardOcrRoute.path}`,
    checker: (url: string) => {
      const { tencentSecretId: secretId, tencentSecretKey: secretKey } = keys.secret
      return tencentCompany({ url, secretId, secretKey, region: 'ap-guangzhou' }, deps)
    },
    outOfOrder: 'system_error',
  },
  alibaba_cloud: {
    target: 'alibaba_company',
    serves: serve(
      observer,
      bound(alibabaCloudRoute, async (request) => ok(await serveAlibabaCloud(late(), 'cloudauth', request))),
    ),
    routeKey: `POST ${alibabaCloudRoute.path}`,
    checker: (url: string) => alibabaCompany({ url, ...keys.alibabaCloud }, deps),
    outOfOrder: 'wrong_result_code',
  },
} as const

describe.each(Object.entries(stood))('M3 %s on the wire, as its stand-in knows companies', (vendor, of) => {
  let server: Awaited<ReturnType<typeof listen>>
  beforeAll(async () => {
    stage = stageOf(keys)
    server = await listen(of.serves, () => of.routeKey)
  })
  afterAll(() => server.close())

  const counted = async () => (await vendorTotals(stage.sandbox)).find((one) => one.vendor === of.target)
  let before: Awaited<ReturnType<typeof counted>>
  beforeEach(async () => {
    before = await counted()
  })
  const charges = async () => {
    const now = await counted()
    return { billed: (now?.billed ?? 0) - (before?.billed ?? 0), free: (now?.unbilled ?? 0) - (before?.unbilled ?? 0) }
  }

  const check = (company: Company, change: Partial<CompanyAsked> = {}) => {
    const { creditCode, name: companyName, legalRepresentative, idNumber } = company
    const asked = { creditCode, companyName, legalRepresentative, idNumber, ...change }
    const checker = of.checker(`http://127.0.0.1:${server.port}/sandbox/below`)
    return checker.check(asked, { reference: REFERENCE }, permitFor(vendor, itemsHandedOn))
  }
  const companyOf = (outcome: Company['outcome']): Company => {
    const company = companies.find((one) => one.outcome === outcome)
    if (!company) throw new Error(`no company is ${outcome}`)
    return company
  }

  const expected: Record<Company['outcome'], string | undefined> = {
    consistent: 'consistent',
    moved: 'consistent',
    other_state: 'consistent',
    differs: undefined,
    no_record: 'no_record',
    registered_this_week: 'no_record',
    cancelled: 'cancelled',
    revoked: 'revoked',
    withdrawn: 'withdrawn',
    closed: 'closed',
    vendor_busy: 'not_executed',
    vendor_failed: 'unknown',
    timeout_after_sending: 'unknown',
    closes_later: 'consistent',
  }

  it('every company comes to what it is in the catalogue for, and is charged as we think', async () => {
    for (const company of companies.filter(({ outcome }) => outcome !== 'differs')) {
      before = await counted()
      const { outcome, billed, repair } = consequences(await check(company))
      expect([company.note, outcome, repair]).toEqual([company.note, expected[company.outcome], false])
      if (billed === 'unknown') continue
      expect([company.note, await charges()]).toEqual([
        company.note,
        billed === 'yes' ? { billed: 1, free: 0 } : { billed: 0, free: 1 },
      ])
    }
  })

  it('tells which of the four differs, of the catalogue and of what was typed wrong', async () => {
    const differing = companies.filter(({ outcome }) => outcome === 'differs')
    const told = await Promise.all(differing.map(async (company) => consequences(await check(company)).outcome))
    const each = ['creditCode', 'companyName', 'legalRepresentative', 'idNumber'].map((field) => `differs in ${field}`)
    expect(told).toEqual(each)
    const good = companyOf('consistent')
    const typed = async (change: Partial<CompanyAsked>) => consequences(await check(good, change)).outcome
    expect(await typed({ creditCode: '91350100M000100Y43' })).toBe('differs in creditCode')
    expect(await typed({ companyName: '测试别的有限公司' })).toBe('differs in companyName')
    expect(await typed({ legalRepresentative: '别人' })).toBe('differs in legalRepresentative')
    expect(await typed({ idNumber: companyOf('moved').idNumber })).toBe('differs in idNumber')
  })

  it('W2 finds a company of this week seven days later', async () => {
    const company = companyOf('registered_this_week')
    stage.world.now += 7 * DAY
    expect(consequences(await check(company)).outcome).toBe('consistent')
  })

  it('W2 W7 finds that one that closes later is closed sixty days later', async () => {
    const company = companyOf('closes_later')
    const outcome = async () => consequences(await check(company)).outcome
    await check(company)
    // All were asked about above, seven days before.
    stage.world.now += 53 * DAY - 1
    expect(await outcome()).toBe('consistent')
    stage.world.now += 60 * DAY
    expect(await outcome()).toBe('closed')
  })

  it('W2 hostile: is unknown where nobody knows whether it was executed', async () => {
    const faults: Record<string, { billed: number; free: number }> = {
      slow: { billed: 1, free: 0 },
      slow_unexecuted: { billed: 0, free: 1 },
      error_500: { billed: 0, free: 1 },
      executed_then_500: { billed: 1, free: 0 },
      html: { billed: 1, free: 0 },
      truncated: { billed: 1, free: 0 },
      [of.outOfOrder]: { billed: 0, free: 1 },
    }
    for (const [mode, charged] of Object.entries(faults)) {
      before = await counted()
      await armFault(stage.sandbox, of.target, ANYTHING, mode, 1)
      expect([mode, (await check(companyOf('consistent'))).kind, await charges()]).toEqual([mode, 'unknown', charged])
    }
  })

  it('what was turned away is ours to repair, or to ask again', async () => {
    for (const [mode, repair] of [
      ['not_open', true],
      ['request_limit', false],
    ] as const) {
      before = await counted()
      await armFault(stage.sandbox, of.target, ANYTHING, mode, 1)
      const result = consequences(await check(companyOf('consistent')))
      expect([mode, result]).toMatchObject([mode, { outcome: 'not_executed', repair }])
      expect(await charges()).toEqual({ billed: 0, free: 1 })
    }
  })
})
