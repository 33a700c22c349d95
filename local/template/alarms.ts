import * as z from 'zod/mini'
import { type Fits, fitsPattern } from '../alarms/filter-pattern.ts'
import { arnOf } from './names.ts'
import { TemplateError } from './resolve.ts'
import type { World } from './world.ts'

/** A metric of our own, by namespace and name. */
export type MetricName = `${string}/${string}`

/** Counts the lines of a log that fit in a metric. */
export type MetricFilterSpec = {
  /** ARN of the log group; `:*` stands for its streams. */
  logGroup: string
  fits: Fits
  metric: MetricName
  /** What the metric is told apart by: each dimension, and the member of the line that it has its value from. */
  dimensions: readonly { name: string; member: string }[]
}

/** An alarm on a metric of our own. `ringsAt`: at so many lines; undefined where their share of something else counts. */
export type AlarmSpec = { name: string; metric: MetricName; ringsAt: number | undefined }

const LOG_GROUP = 'AWS::Logs::LogGroup'

const filter = z.object({
  LogGroupName: z.string(),
  FilterPattern: z.string(),
  // A line is one line: what else it could count for is for other templates than ours.
  MetricTransformations: z.tuple([
    z.object({
      MetricNamespace: z.string(),
      MetricName: z.string(),
      MetricValue: z.literal('1'),
      Dimensions: z._default(z.array(z.object({ Key: z.string(), Value: z.string().check(z.regex(/^\$\.\w+$/)) })), []),
    }),
  ]),
})

/** Every metric filter of the templates. Throws TemplateError for a pattern the engine cannot read. */
export const readMetricFilters = (world: World): MetricFilterSpec[] =>
  world.ofType('AWS::Logs::MetricFilter').map((resource) => {
    const { LogGroupName, FilterPattern, MetricTransformations } = world.read(resource, filter)
    const fits = fitsPattern(FilterPattern)
    const { stack, at } = resource
    if (!fits)
      throw new TemplateError(`stack ${stack.name}, ${at}: the local engine does not know the pattern ${FilterPattern}`)
    const [{ MetricNamespace, MetricName, Dimensions }] = MetricTransformations
    const dimensions = Dimensions.map(({ Key, Value }) => ({ name: Key, member: Value.slice('$.'.length) }))
    return {
      logGroup: arnOf(stack, LOG_GROUP, LogGroupName),
      fits,
      metric: `${MetricNamespace}/${MetricName}`,
      dimensions,
    }
  })

/** What AWS counts by itself; nothing that runs here publishes it. */
const isOfAws = (namespace: string | undefined): boolean => namespace?.startsWith('AWS/') ?? false

const metric = { Namespace: z.optional(z.string()), MetricName: z.optional(z.string()) }
const named = z.object({ Metric: z.object(metric) })
const alarm = z.object({
  ...metric,
  Metrics: z.optional(z.array(z.object({ MetricStat: z.optional(named) }))),
})

const counting = z.object({
  Namespace: z.string(),
  MetricName: z.string(),
  // With any of them it would be the alarm of another metric.
  Dimensions: z.optional(z.tuple([])),
  Statistic: z.literal('Sum'),
  ComparisonOperator: z.literal('GreaterThanOrEqualToThreshold'),
  Threshold: z.number(),
  EvaluationPeriods: z.literal(1),
  ActionsEnabled: z.optional(z.literal(true)),
})

/** Every alarm of the templates on lines of logs, once for each metric it looks at. Throws TemplateError for others of that kind. */
export const readAlarms = (world: World): AlarmSpec[] =>
  world.ofType('AWS::CloudWatch::Alarm').flatMap((resource): AlarmSpec[] => {
    const { Namespace, Metrics } = world.read(resource, alarm)
    const name = resource.label
    if (Metrics)
      return Metrics.flatMap(({ MetricStat }) =>
        MetricStat && !isOfAws(MetricStat.Metric.Namespace)
          ? [{ name, metric: `${MetricStat.Metric.Namespace}/${MetricStat.Metric.MetricName}`, ringsAt: undefined }]
          : [],
      )
    if (isOfAws(Namespace)) return []
    const read = world.read(resource, counting)
    return [{ name, metric: `${read.Namespace}/${read.MetricName}`, ringsAt: read.Threshold }]
  })
