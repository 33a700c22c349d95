import { beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { functions } from '../../infra/functions.ts'
import type { Purpose } from '../../infra/purpose.ts'
import { About } from '../../shared/kernel/about.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { named, ofType, type Templates, templatesOf } from './templates.ts'

let sandbox: Templates
beforeAll(async () => {
  sandbox = await templatesOf('sandbox')
})

/** The one line that is written meanwhile. */
const lineOf = (write: () => void): unknown => {
  const lines: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0),
  )
  write()
  for (const spy of spies) spy.mockRestore()
  return JSON.parse(lines.join(''))
}

const filter = z.object({
  FilterPattern: z.string(),
  MetricTransformations: z.tuple([z.object({ MetricName: z.string(), MetricValue: z.literal('1') })]),
})
const alarm = z.object({
  Namespace: z.literal('Shiming'),
  MetricName: z.string(),
  Threshold: z.literal(1),
  EvaluationPeriods: z.literal(1),
  ComparisonOperator: z.literal('GreaterThanOrEqualToThreshold'),
  Statistic: z.literal('Sum'),
})

/** Whether the alarm of a function rings at one such line, by the filter and the alarm of its template. */
const rings = (fn: string, write: () => void): boolean => {
  const metric = `${named(fn)}-faults`
  const filters = ofType(sandbox, 'AWS::Logs::MetricFilter').map(({ properties }) => z.parse(filter, properties))
  const found = filters.find(({ MetricTransformations: [one] }) => one.MetricName === metric)
  const watched = ofType(sandbox, 'AWS::CloudWatch::Alarm').some(
    ({ properties }) => alarm.safeParse(properties).data?.MetricName === metric,
  )
  const [, member = '', value] = /^\{ \$\.(\w+) = "(\w+)" \}$/.exec(found?.FilterPattern ?? '') ?? []
  return watched && member !== '' && Object(lineOf(write))[member] === value
}

/** Functions that ask a payment channel something. */
const asking = Object.entries<Purpose>(functions).flatMap(([name, { secrets = [] }]) =>
  secrets.some((secret) => ['SECRET_WECHAT_PAY', 'SECRET_ALIPAY'].includes(secret)) ? [name] : [],
)

describe('what only a person can mend at a payment channel', () => {
  it('can be met by these functions', () => {
    expect(asking).toEqual(expect.arrayContaining(['payment-refund', 'payment-order', 'complaints-follow']))
  })

  it.each(asking)('rings %s at its first line', (name) => {
    const write = () => observer.alarm('payment_channel_needs_repair', { channel: 'alipay', code: 'X' })
    expect(rings(name, write)).toBe(true)
  })
})

describe('the alarm of texts', () => {
  it('rings when the vendor refuses us', () => {
    const fields = { vendor: 'tencent_cloud', code: 'AuthFailure' }
    expect(rings('account-sms-code', () => observer.alarm('sms_vendor_needs_repair', fields))).toBe(true)
  })

  it('rings when nobody knows what a captcha is worth', () => {
    const fields = { vendor: 'tencent_cloud', code: '100' }
    expect(rings('account-sms-code', () => observer.alarm('captcha_vendor_needs_repair', fields))).toBe(true)
  })
})

describe('the alarm of the check', () => {
  const vendor = 'tencent_cloud'

  it.each(['identity_vendor_needs_repair', 'identity_vendor_refused'])('rings at the first %s', (event) => {
    expect(rings('verification-check', () => observer.alarm(event, { vendor, code: 'AuthFailure' }))).toBe(true)
  })

  it('rings when a secret cannot be read', () => {
    const fault = new About({ secret: 'SECRET_TENCENT_CLOUD' })
    expect(rings('verification-check', () => observer.fault(fault, { kind: 'check', id: 'a.b' }))).toBe(true)
  })

  it.each([
    ['when the vendor lets us in again', () => observer.note('identity_vendor_recovered', { vendor, refusals: 1 })],
    ['at any other line', () => observer.job({ kind: 'check', id: 'a.b', ms: 1, outcome: 'vendor_paused' })],
  ])('does not ring %s', (_when, write) => {
    expect(rings('verification-check', write)).toBe(false)
  })
})
