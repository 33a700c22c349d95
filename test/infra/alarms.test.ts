import { beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { schedules } from '../../functions/schedules.ts'
import { functions } from '../../infra/functions.ts'
import type { Purpose } from '../../infra/purpose.ts'
import { fitsPattern } from '../../local/alarms/filter-pattern.ts'
import { About } from '../../shared/kernel/about.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { Contended, NotNow } from '../../shared/table/table.ts'
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
  LogGroupName: z.string(),
  FilterPattern: z.string(),
  MetricTransformations: z.tuple([z.object({ MetricName: z.string(), MetricValue: z.literal('1') })]),
})

/** What a function's lines go through before anything reads them. */
const loggingOf = (fn: string) => {
  const made = ofType(sandbox, 'AWS::Lambda::Function').find(({ properties }) => properties.FunctionName === named(fn))
  return z.parse(z.strictObject({ LogFormat: z.string(), LogGroup: z.string() }), made?.properties.LoggingConfig)
}

/** The metrics of a function that one such line counts in, by the filters of its template. */
const countedIn = (fn: string, write: () => void): string[] => {
  const line = z.parse(z.record(z.string(), z.unknown()), lineOf(write))
  return ofType(sandbox, 'AWS::Logs::MetricFilter').flatMap(({ properties }) => {
    const { LogGroupName, FilterPattern, MetricTransformations } = z.parse(filter, properties)
    const [{ MetricName }] = MetricTransformations
    const isOfFunction = [`${named(fn)}-faults`, `${named(fn)}-rung`].includes(MetricName)
    const fits = fitsPattern(FilterPattern) ?? expect.fail(`what does ${FilterPattern} mean?`)
    if (isOfFunction) expect(LogGroupName).toBe(loggingOf(fn).LogGroup)
    return isOfFunction && fits(line) ? [MetricName.slice(named(fn).length + 1)] : []
  })
}

const always = {
  EvaluationPeriods: z.literal(1),
  ComparisonOperator: z.literal('GreaterThanOrEqualToThreshold'),
  Threshold: z.literal(1),
}
const counting = z.object({ ...always, Namespace: z.string(), MetricName: z.string(), Statistic: z.string() })
const rating = z.object({
  ...always,
  Metrics: z.array(
    z.object({
      Id: z.string(),
      Expression: z.optional(z.string()),
      MetricStat: z.optional(
        z.object({ Metric: z.object({ MetricName: z.string() }), Period: z.literal(900), Stat: z.literal('Sum') }),
      ),
    }),
  ),
})

const alarms = () => ofType(sandbox, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties)

/** Whether the alarm of a function rings at one such line. */
const rings = (fn: string, write: () => void): boolean => {
  const at = alarms().flatMap((one) => counting.safeParse(one).data ?? [])
  const first = at.filter(({ MetricName, Statistic }) => MetricName === `${named(fn)}-rung` && Statistic === 'Sum')
  return first.length === 1 && countedIn(fn, write).includes('rung')
}

/** From how many of how many on an alarm on a rate rings, by the expression in its template. */
const rateOf = (alarm: object) => {
  const read = rating.safeParse(alarm).data
  const statOf = (id: string) => read?.Metrics.find(({ Id }) => Id === id)?.MetricStat?.Metric.MetricName
  const expression = read?.Metrics.find(({ Expression }) => Expression)?.Expression ?? ''
  const least = /^IF\(failed >= (\d+), 100 \* failed \/ all, 0\)$/.exec(expression)?.[1]
  if (!read || least === undefined) return undefined
  const rings = (failed: number, all: number) => (failed >= Number(least) ? (100 * failed) / all : 0) >= read.Threshold
  return { failed: statOf('failed') ?? '', all: statOf('all') ?? '', rings }
}

const rates = () => alarms().flatMap((one) => rateOf(one) ?? [])

/** Functions that ask a payment channel something. */
const asking = Object.entries<Purpose>(functions).flatMap(([name, { secrets = [] }]) =>
  secrets.some((secret) => ['SECRET_WECHAT_PAY', 'SECRET_ALIPAY'].includes(secret)) ? [name] : [],
)

describe('a line', () => {
  it('reaches the filters as it was written, whatever its level', () => {
    for (const fn of Object.keys(functions)) expect(loggingOf(fn).LogFormat).toBe('JSON')
    expect(sandbox.text).not.toMatch(/LOG_LEVEL|LogLevel/)
  })
})

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

describe('the alarm of WeChat', () => {
  it('rings when it refuses us', () => {
    const fields = { code: '40125', rid: '65b1d0a3-1c2d3e4f-5a6b7c8d' }
    for (const fn of ['account-wechat', 'account-wechat-sign-in'])
      expect(rings(fn, () => observer.alarm('wechat_vendor_needs_repair', fields))).toBe(true)
  })
})

describe('the alarm of the check', () => {
  const vendor = 'tencent_cloud'

  it.each(['identity_vendor_needs_repair', 'identity_vendor_refused', 'identity_vendor_spent'])(
    'rings at the first %s',
    (event) => {
      expect(rings('verification-check', () => observer.alarm(event, { vendor, code: 'AuthFailure' }))).toBe(true)
    },
  )

  it('rings at the first line when a secret cannot be read', () => {
    const fault = new About({ secret: 'SECRET_TENCENT_CLOUD' })
    expect(rings('verification-check', () => observer.fault(fault, { kind: 'check', id: 'a.b' }))).toBe(true)
  })

  it.each([
    ['when the vendor lets us in again', () => observer.note('identity_vendor_recovered', { vendor, refusals: 1 })],
    [
      'at a fault that may pass by itself',
      () => observer.fault(new About({ passes: true, secret: 'SECRET_TENCENT_CLOUD' }), {}),
    ],
    ['at any other line', () => observer.job({ kind: 'check', id: 'a.b', ms: 1, outcome: 'vendor_paused' })],
  ])('does not ring %s', (_when, write) => {
    expect(rings('verification-check', write)).toBe(false)
  })
})

describe('faults', () => {
  const faults: [string, () => void, string[]][] = [
    ['a fault', () => observer.fault(new Error(), {}), ['faults']],
    ['a table in trouble', () => observer.fault(new NotNow('throttled'), {}), ['faults']],
    ['contention, which callers make', () => observer.fault(new Contended('others'), {}), []],
    [
      'a request, however it was answered',
      () => observer.request({ route: '', status: 503, ms: 1, requestId: '' }),
      [],
    ],
  ]
  it.each(faults)('%s counts once, where it belongs', (_what, write, expected) => {
    for (const fn of Object.keys(functions)) expect(countedIn(fn, write)).toEqual(expected)
  })

  it('and crashes ring by their rate: three, and one in a hundred; of what runs by the clock the first', () => {
    const clocked: string[] = schedules.map(({ fn }) => fn)
    for (const fn of Object.keys(functions)) {
      const mine = alarms().filter((one) => JSON.stringify(one.Metrics ?? '').includes(`"${named(fn)}"`))
      const [crashes, faultLines] = mine.flatMap((one) => rateOf(one) ?? [])
      expect([crashes?.failed, faultLines?.failed]).toEqual(['Errors', `${named(fn)}-faults`])
      for (const { all, rings: ringsAt } of [crashes, faultLines].filter((one) => one !== undefined)) {
        expect(all).toBe('Invocations')
        expect([ringsAt(1, 1), ringsAt(2, 2)]).toEqual([clocked.includes(fn), clocked.includes(fn)])
        expect([ringsAt(3, 3), ringsAt(3, 300), ringsAt(3, 301), ringsAt(100, 10_000), ringsAt(99, 10_000)]).toEqual([
          ...[true, true, false, true, false],
        ])
      }
    }
    expect(rates()).toHaveLength(2 * Object.keys(functions).length + 1)
  })

  it('of the whole API ring from ten on, and one in a hundred', () => {
    const [api] = rates().filter(({ failed }) => failed === '5xx')
    expect(api?.all).toBe('Count')
    expect([api?.rings(9, 9), api?.rings(10, 10), api?.rings(10, 1001), api?.rings(20, 2000)]).toEqual([
      ...[false, true, false, true],
    ])
  })

  it('ring at the first by no alarm but those that are rung on purpose, and for dead letters', () => {
    const first = alarms().flatMap((one) => counting.safeParse(one).data?.MetricName ?? [])
    const onPurpose = first.filter((name) => name.endsWith('-rung'))
    expect(onPurpose.toSorted()).toEqual(
      Object.keys(functions)
        .map((fn) => `${named(fn)}-rung`)
        .toSorted(),
    )
    expect(new Set(first.filter((name) => !name.endsWith('-rung')))).toEqual(
      new Set(['ApproximateNumberOfMessagesVisible']),
    )
    const silent = alarms().filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
    expect(first.length + rates().length + silent.length).toBe(alarms().length)
  })
})
