import { beforeAll, describe, expect, it, vi } from 'vitest'
import { functions } from '../../infra/functions.ts'
import type { Purpose } from '../../infra/purpose.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { named, ofType, type Templates, templatesOf } from './templates.ts'

/** Functions that ask a payment channel something. */
const asking = Object.entries<Purpose>(functions).flatMap(([name, { secrets = [] }]) =>
  secrets.some((secret) => ['SECRET_WECHAT_PAY', 'SECRET_ALIPAY'].includes(secret)) ? [name] : [],
)

/** The level of the one line that is written meanwhile. */
const levelOf = (write: () => void): unknown => {
  const lines: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0),
  )
  write()
  for (const spy of spies) spy.mockRestore()
  return JSON.parse(lines.join('')).level
}

let templates: Templates
beforeAll(async () => {
  templates = await templatesOf('sandbox')
})

/** What counts lines of its log: of which level, into which metric. */
const countersOf = (name: string) => {
  const fn = ofType(templates, 'AWS::Lambda::Function').find(
    ({ properties }) => properties.FunctionName === named(name),
  )
  const log = JSON.stringify(fn?.properties.LoggingConfig)
  return ofType(templates, 'AWS::Logs::MetricFilter').filter(
    ({ stack, properties }) => stack === fn?.stack && log.includes(JSON.stringify(properties.LogGroupName)),
  )
}

describe('what only a person can mend at a payment channel', () => {
  it('can be met by these functions', () => {
    expect(asking).toEqual(expect.arrayContaining(['payment-refund', 'payment-order', 'complaints-follow']))
  })

  it.each(asking)('rings %s at its first line', (name) => {
    const level = levelOf(() => observer.alarm('payment_channel_needs_repair', { channel: 'alipay', code: 'X' }))
    const counters = countersOf(name)
    expect(counters.map(({ properties }) => properties)).toMatchObject([
      { FilterPattern: `{ $.level = "${level}" }`, MetricTransformations: [{ MetricValue: '1' }] },
    ])
    const counted = JSON.stringify(counters[0]?.properties.MetricTransformations)
    const alarms = ofType(templates, 'AWS::CloudWatch::Alarm').filter(
      ({ properties }) => properties.Namespace === 'Shiming' && counted.includes(`"${properties.MetricName}"`),
    )
    expect(alarms.map(({ properties }) => properties)).toMatchObject([
      { Threshold: 1, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold', Statistic: 'Sum' },
    ])
  })
})
