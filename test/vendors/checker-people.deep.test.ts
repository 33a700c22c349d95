import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serveAlibabaCloud } from '../../functions/sandbox/alibaba-cloud/serve.ts'
import { alibabaCloudRoute } from '../../functions/sandbox/alibaba-cloud.route.ts'
import { ANYTHING, armFault } from '../../functions/sandbox/faults.ts'
import { type Person, people } from '../../functions/sandbox/people.ts'
import { serveTencentCloud } from '../../functions/sandbox/tencent-cloud/serve.ts'
import { faceIdRoute } from '../../functions/sandbox/tencent-cloud.route.ts'
import { vendorTotals } from '../../functions/sandbox/vendor-calls.ts'
import { cloudauth } from '../../functions/vendors/alibaba-cloud/cloudauth.ts'
import { tencentCloud } from '../../functions/vendors/tencent-cloud/face-id.ts'
import { type CheckResult, itemsAsked, type Question, questions } from '../../functions/verification/check/checker.ts'
import { bound } from '../../shared/http/endpoint.ts'
import { outgoing } from '../../shared/http/outgoing.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { serve } from '../http-event.ts'
import { listen } from '../sandbox/server.ts'
import { makeKeys, NOON, stageOf } from '../sandbox/stage.ts'
import { askedOf, consequences, permitFor } from './checks.ts'

const PATIENCE_MS = 1000
const keys = makeKeys()
const stage = stageOf(keys)
const late = { ...stage.sandbox, pause: () => wait(2 * PATIENCE_MS) }
const observer = { now: () => NOON, request: () => {}, fault: () => {} }
const clock = { now: () => NOON }
const deps = { outgoing: outgoing({ connectMs: PATIENCE_MS, totalMs: PATIENCE_MS, maxBytes: 64_000 }), clock, ids }

type Stood = {
  target: 'tencent_faceid' | 'alibaba_cloudauth'
  serves: ReturnType<typeof serve>
  routeKey: string
  checker: (url: string, detailed: boolean) => ReturnType<typeof cloudauth>
  /** How the vendor says of a question that it has no record, or what it says in its place; none of what it cannot be asked. */
  noRecordOf: Readonly<Partial<Record<Question, string>>>
}

const stood: Record<string, Stood> = {
  tencent_cloud: {
    target: 'tencent_faceid',
    serves: serve(
      observer,
      bound(faceIdRoute, async (request) => ok(await serveTencentCloud(late, 'faceid', request))),
    ),
    routeKey: `POST ${faceIdRoute.path}`,
    checker: (url, detailed) => {
      const { tencentSecretId: secretId, tencentSecretKey: secretKey } = keys.secret
      return tencentCloud({ url, secretId, secretKey, region: 'ap-guangzhou', detailed }, deps)
    },
    noRecordOf: {
      carrier_three_element: 'no_record',
      identity_two_element: 'no_record',
      bank_card_four_element: 'mismatch',
    },
  },
  alibaba_cloud: {
    target: 'alibaba_cloudauth',
    serves: serve(
      observer,
      bound(alibabaCloudRoute, async (request) => ok(await serveAlibabaCloud(late, 'cloudauth', request))),
    ),
    routeKey: `POST ${alibabaCloudRoute.path}`,
    checker: (url, detailed) => cloudauth({ url, ...keys.alibabaCloud, detailed }, deps),
    noRecordOf: {
      carrier_three_element: 'no_record',
      identity_two_element: 'no_record',
      bank_card_four_element: 'mismatch of name and idNumber',
      phone_still_held: 'match',
    },
  },
}

const allQuestions = Object.keys(questions) as Question[]

describe.each(Object.entries(stood))('M3 %s on the wire, as its stand-in knows people', (vendor, of) => {
  const questionNames = allQuestions.filter((question) => of.noRecordOf[question] !== undefined)
  let server: Awaited<ReturnType<typeof listen>>
  beforeAll(async () => {
    server = await listen(of.serves, () => of.routeKey)
  })
  afterAll(() => server.close())

  const counted = async () => (await vendorTotals(stage.sandbox)).find((one) => one.vendor === of.target)
  let before: Awaited<ReturnType<typeof counted>>
  beforeEach(async () => {
    before = await counted()
  })

  /** The result, and how many calls the stand-in charged for it and how many not. */
  const check = async (person: Person, question: Question, detailed = false, bankCard?: string) => {
    const { name, idNumber, phone } = person
    const asked = askedOf(question, { name, idNumber, phone, ...(bankCard && { bankCard }) })
    const url = `http://127.0.0.1:${server.port}/sandbox/below`
    return of.checker(url, detailed).check(asked, permitFor(vendor, itemsAsked(question)))
  }
  const charges = async () => {
    const now = await counted()
    return { billed: (now?.billed ?? 0) - (before?.billed ?? 0), free: (now?.unbilled ?? 0) - (before?.unbilled ?? 0) }
  }

  const personOf = (outcome: Person['outcome']): Person => {
    const person = people.find((one) => one.outcome === outcome)
    if (!person) throw new Error(`nobody has the outcome ${outcome}`)
    return person
  }

  it.each(questionNames)(
    '%s comes to what each is in the catalogue for, and is charged as we think',
    async (question) => {
      const hasNumber = question === 'carrier_three_element' || question === 'phone_still_held'
      const segment = hasNumber ? 'number_segment_unsupported' : 'match'
      const expected: Partial<Record<Person['outcome'], string>> = {
        match: 'match',
        no_record: of.noRecordOf[question],
        vendor_busy: 'not_executed',
        unsupported_segment: segment,
        alibaba_cloud_only: vendor === 'alibaba_cloud' ? 'match' : segment,
        daily_limit: 'vendor_daily_limit',
      }
      for (const [outcome, wanted] of Object.entries(expected)) {
        before = await counted()
        const result = await check(personOf(outcome as Person['outcome']), question)
        const { outcome: came, billed, repair } = consequences(result)
        expect([outcome, came, repair]).toEqual([outcome, wanted, false])
        const charged = await charges()
        if (billed !== 'unknown')
          expect(charged).toEqual(billed === 'yes' ? { billed: 1, free: 0 } : { billed: 0, free: 1 })
      }
    },
  )

  it('everybody in the catalogue whose name or number is unusual matches', async () => {
    for (const person of people.filter(({ outcome }) => outcome === 'match'))
      expect([person.note, await check(person, 'identity_two_element')]).toMatchObject([
        person.note,
        { verdict: 'match' },
      ])
  })

  it('P7 tells in its detailed mode what differs, and without it does not', async () => {
    const told: string[] = []
    for (const person of people.filter(({ outcome }) => outcome === 'mismatch')) {
      const detailed = await check(person, 'carrier_three_element', true)
      told.push(consequences(detailed).outcome)
      expect(consequences(await check(person, 'carrier_three_element')).outcome).toBe('mismatch')
    }
    expect(new Set(told)).toEqual(
      new Set(['mismatch of phone', 'mismatch of name', 'mismatch of idNumber', 'mismatch']),
    )
  })

  it('cards come to what the bank says of them, and no other card is asked about', async () => {
    const states = [
      ['6205500000000000004', 'match', { billed: 1, free: 0 }],
      ['6200000000000047', 'card_unusable', { billed: 1, free: 0 }],
      ['6216261000000000018', 'card_unusable', { billed: 1, free: 0 }],
      ['6200000000000013', 'card_unusable', { billed: 1, free: 0 }],
      ['6200000000000021', 'card_unusable', { billed: 1, free: 0 }],
      ['6200000000000039', 'card_unusable', { billed: 1, free: 0 }],
      ['6200000000000054', 'card_unusable', { billed: 1, free: 0 }],
      ['6222020000000000002', 'data_unsupported', { billed: 0, free: 1 }],
    ] as const
    for (const [card, outcome, charged] of states) {
      before = await counted()
      const result = await check(personOf('match'), 'bank_card_four_element', false, card)
      expect([card, consequences(result).outcome, await charges()]).toEqual([card, outcome, charged])
    }
  })

  it.each(questionNames)('P6 hostile: %s is unknown where nobody knows whether it was executed', async (question) => {
    const faults: Record<string, { billed: number; free: number }> = {
      slow: { billed: 1, free: 0 },
      slow_unexecuted: { billed: 0, free: 1 },
      error_500: { billed: 0, free: 1 },
      executed_then_500: { billed: 1, free: 0 },
      html: { billed: 1, free: 0 },
      truncated: { billed: 1, free: 0 },
      wrong_result_code: { billed: 0, free: 1 },
      internal_error: { billed: 0, free: 1 },
    }
    for (const [mode, charged] of Object.entries(faults)) {
      before = await counted()
      await armFault(stage.sandbox, of.target, ANYTHING, mode, 1)
      const result = await check(personOf('match'), question)
      expect([mode, result.kind, await charges()]).toEqual([mode, 'unknown', charged])
    }
    expect(await check(personOf('timeout_after_sending'), question)).toMatchObject({ kind: 'unknown' })
  })

  it('P6 what was turned away is ours to repair, or to ask again', async () => {
    const faults: Record<string, Partial<CheckResult>> = {
      arrears: { kind: 'not_executed', needsRepair: true },
      request_limit: { kind: 'not_executed' },
      vendor_busy: { kind: 'not_executed' },
      daily_limit: { kind: 'refused', because: 'vendor_daily_limit' },
      unsupported_segment: { kind: 'refused', because: 'number_segment_unsupported', notLookedUp: true },
    }
    for (const [mode, expected] of Object.entries(faults)) {
      before = await counted()
      await armFault(stage.sandbox, of.target, ANYTHING, mode, 1)
      expect(await check(personOf('match'), 'carrier_three_element')).toMatchObject(expected)
      expect([mode, await charges()]).toEqual([mode, { billed: 0, free: 1 }])
    }
  })

  it('a key that was replaced is refused, which is ours to repair, and charges nothing', async () => {
    const other = makeKeys()
    const url = `http://127.0.0.1:${server.port}/`
    const { tencentSecretId: secretId } = keys.secret
    const { accessKeyId } = keys.alibabaCloud
    const wrong =
      vendor === 'tencent_cloud'
        ? tencentCloud(
            { url, secretId, secretKey: other.secret.tencentSecretKey, region: 'ap-guangzhou', detailed: false },
            deps,
          )
        : cloudauth({ url, accessKeyId, accessKeySecret: other.alibabaCloud.accessKeySecret, detailed: false }, deps)
    const question = 'identity_two_element'
    const result = await wrong.check(askedOf(question), permitFor(vendor, itemsAsked(question)))
    expect(result).toMatchObject({ kind: 'not_executed', needsRepair: true })
    expect(await charges()).toEqual({ billed: 0, free: 0 })
  })
})
