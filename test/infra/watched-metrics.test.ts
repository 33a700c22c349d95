import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { schedules } from '../../functions/schedules.ts'
import { published } from './aws-metrics.ts'
import { everyStage } from './stages.ts'
import { ofType, type Templates } from './templates.ts'

let stages: [string, Templates][]
beforeAll(async () => {
  stages = await everyStage()
})

const metric = {
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z._default(z.array(z.object({ Name: z.string(), Value: z.string() })), []),
}
const simple = z.object({ ...metric, Statistic: z.string(), Period: z.number() })
const within = z.object({ Metric: z.object(metric), Stat: z.string(), Period: z.number() })
const rate = z.object({
  Metrics: z.array(
    z.object({
      Id: z.string(),
      Expression: z.optional(z.string()),
      MetricStat: z.optional(within),
      ReturnData: z.optional(z.boolean()),
    }),
  ),
})

type Watched = { namespace: string; name: string; by: Record<string, string>; statistic: string; period: number }

const watched = (
  { Namespace, MetricName, Dimensions }: z.output<z.ZodMiniObject<typeof metric>>,
  statistic: string,
  period: number,
): Watched => ({
  namespace: Namespace,
  name: MetricName,
  by: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])),
  statistic,
  period,
})

/** The metrics that an alarm looks at. */
const watchedBy = (alarm: object): Watched[] => {
  const one = simple.safeParse(alarm).data
  if (one) return [watched(one, one.Statistic, one.Period)]
  return z
    .parse(rate, alarm)
    .Metrics.flatMap(({ MetricStat }) =>
      MetricStat ? [watched(MetricStat.Metric, MetricStat.Stat, MetricStat.Period)] : [],
    )
}

const alarmsOf = (all: Templates) => ofType(all, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties)

/** What a dimension may name: what there is, by the name under which AWS publishes. */
const named = (all: Templates): Record<string, (value: string) => boolean> => {
  const functions = new Set(ofType(all, 'AWS::Lambda::Function').map(({ properties }) => properties.FunctionName))
  const queues = ofType(all, 'AWS::SQS::Queue').flatMap(({ stack, id, properties }) => [
    `${stack}/${id}.QueueName`,
    String(properties.QueueName),
  ])
  const apis = ofType(all, 'AWS::ApiGatewayV2::Api').map(({ stack, id }) => `${stack}/${id}`)
  const stagesOfApi = ofType(all, 'AWS::ApiGatewayV2::Stage').flatMap(({ stack, id, properties }) => [
    `${stack}/${id}`,
    String(properties.StageName),
  ])
  return {
    FunctionName: (value) => functions.has(value),
    QueueName: (value) => queues.includes(value),
    ApiId: (value) => apis.includes(value),
    Stage: (value) => stagesOfApi.includes(value),
  }
}

const faultOf = (all: Templates, { namespace, name, by, statistic, period }: Watched): string | undefined => {
  if (period < 60 || period % 60 !== 0) return 'has no period that is kept'
  if (namespace === 'Shiming') {
    const filled = ofType(all, 'AWS::Logs::MetricFilter').filter(({ properties }) =>
      JSON.stringify(properties.MetricTransformations).includes(`"MetricName":"${name}","MetricNamespace":"Shiming"`),
    )
    if (filled.length !== 1) return 'is filled by no filter, or by several'
    return Object.keys(by).length === 0 && statistic === 'Sum'
      ? undefined
      : 'is published without dimensions, to be summed'
  }
  const known = published[namespace]
  if (!known?.metrics[name]?.includes(statistic)) return 'is nothing that AWS publishes'
  const dimensions = Object.keys(by).toSorted()
  if (!known.dimensions.some((one) => one.join() === dimensions.join())) return 'is not published by these dimensions'
  const strange = Object.entries(by).find(([dimension, value]) => !named(all)[dimension]?.(value))
  return strange ? `is of no ${strange[0]} that there is` : undefined
}

describe('what an alarm looks at', () => {
  it('is published, by AWS or by one filter of ours, of something that there is', () => {
    for (const [stage, all] of stages) {
      const faults = alarmsOf(all)
        .flatMap(watchedBy)
        .flatMap((one) => {
          const fault = faultOf(all, one)
          return fault === undefined ? [] : [`${one.namespace} ${one.name} ${fault}: ${JSON.stringify(one.by)}`]
        })
      expect([stage, ...faults]).toEqual([stage])
    }
  })

  it('may be missing, because nothing to do is not a fault, but for what runs by the clock', () => {
    for (const [stage, all] of stages) {
      const silent = alarmsOf(all).filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
      expect(silent.length).toBe(ofType(all, 'AWS::Events::Rule').length)
      for (const alarm of silent) {
        expect(alarm).toMatchObject({ ComparisonOperator: 'LessThanThreshold', Threshold: 1, EvaluationPeriods: 1 })
        const [{ name, by, period } = expect.fail(stage)] = watchedBy(alarm)
        const schedule = schedules.find(({ fn }) => by.FunctionName?.endsWith(`-${fn}`))
        expect([name, period]).toEqual(['Invocations', 5 * 60 * (schedule?.everyMinutes ?? Number.NaN)])
      }
      for (const alarm of alarmsOf(all).filter((one) => !silent.includes(one)))
        expect(alarm.TreatMissingData).toBe('notBreaching')
    }
  })

  it('is every function’s errors and lines, every queue of the dead, what runs by the clock, and the API', () => {
    for (const [stage, all] of stages) {
      const [clocked, api] = [ofType(all, 'AWS::Events::Rule').length, ofType(all, 'AWS::ApiGatewayV2::Stage').length]
      const looked = alarmsOf(all).flatMap(watchedBy)
      const of = (name: string) =>
        looked.filter((one) => one.name === name).flatMap(({ by }) => Object.values(by)[0] ?? [])
      const functions = ofType(all, 'AWS::Lambda::Function').map(({ properties }) => String(properties.FunctionName))
      const dead = ofType(all, 'AWS::SQS::Queue').filter(({ id }) => id.includes('Dead'))
      expect([stage, ...of('Errors').toSorted()]).toEqual([stage, ...functions.toSorted()])
      expect(of('Invocations')).toHaveLength(2 * functions.length + clocked)
      for (const part of ['faults', 'rung'])
        expect(looked.map(({ name }) => name)).toEqual(expect.arrayContaining(functions.map((fn) => `${fn}-${part}`)))
      expect(of('ApproximateNumberOfMessagesVisible').toSorted()).toEqual(
        dead.map(({ stack, id }) => `${stack}/${id}.QueueName`).toSorted(),
      )
      expect([of('5xx').length, of('Count').length]).toEqual([api, api])
      expect(looked).toHaveLength(5 * functions.length + clocked + dead.length + 2 * api)
    }
  })

  it('is in one period for all metrics of a rate, and its expression is what rings', () => {
    for (const [, all] of stages)
      for (const alarm of alarmsOf(all)) {
        const read = rate.safeParse(alarm).data
        if (!read) continue
        expect(new Set(watchedBy(alarm).map(({ period }) => period)).size).toBe(1)
        expect(read.Metrics.filter(({ ReturnData = true }) => ReturnData).map(({ Expression }) => Expression)).toEqual([
          expect.stringMatching(/^IF\(failed >= \d+, 100 \* failed \/ all, 0\)$/),
        ])
        expect(read.Metrics.map(({ Id }) => Id).toSorted()).toEqual(expect.arrayContaining(['all', 'failed']))
      }
  })
})

describe('what the dashboard shows', () => {
  it('is published, of something that there is', () => {
    for (const [stage, all] of stages) {
      const [board] = ofType(all, 'AWS::CloudWatch::Dashboard')
      const { widgets } = JSON.parse(String(board?.properties.DashboardBody))
      const rows: unknown[][] = widgets.flatMap(
        ({ properties }: { properties: { metrics: unknown[][] } }) => properties.metrics,
      )
      expect(rows.length).toBeGreaterThan(50)
      const faults = rows.flatMap((row) => {
        const [namespace, name, ...rest] = row.filter((part) => typeof part === 'string')
        const by = Object.fromEntries(rest.flatMap((part, at) => (at % 2 === 0 ? [[part, rest[at + 1] ?? '']] : [])))
        const { stat: statistic = 'Average', period = 300 } = Object(row.at(-1))
        const fault = faultOf(all, { namespace: namespace ?? '', name: name ?? '', by, statistic, period })
        return fault === undefined ? [] : [`${namespace} ${name} ${fault}: ${JSON.stringify(by)}`]
      })
      expect([stage, ...faults]).toEqual([stage])
    }
  })
})
