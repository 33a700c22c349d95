import * as z from 'zod/mini'
import { HOUR, type Millis, SECOND } from '../../shared/kernel/time.ts'
import { AwsRefusal, awsAnswer } from '../proxy/aws-answer.ts'
import type { Backend } from '../proxy/proxy.ts'
import { type AlarmSources, alarmStates, type KnownState, type StateChange } from './alarm-states.ts'
import type { Heard } from './heard.ts'

const page = { MaxRecords: z._default(z.int(), 50), NextToken: z.optional(z.string()) }
/** The SDK sends moments as seconds. */
const moment = z.number()

const described = z.object({ AlarmNamePrefix: z._default(z.string(), ''), ...page })

// What is asked for otherwise would be answered wrongly here.
const history = z.object({
  HistoryItemType: z.literal('StateUpdate'),
  ScanBy: z.literal('TimestampAscending'),
  StartDate: moment,
  ...page,
})

const data = z.object({
  MetricDataQueries: z.array(
    z.object({
      Id: z.string(),
      MetricStat: z.object({
        Metric: z.object({
          Namespace: z.string(),
          MetricName: z.string(),
          Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })),
        }),
        Period: z.literal(HOUR / SECOND),
        Stat: z.literal('Sum'),
      }),
    }),
  ),
  StartTime: moment,
  EndTime: moment,
})

/** A part of a list, and where the rest begins. */
const paged = <T>(
  all: readonly T[],
  { MaxRecords, NextToken }: { MaxRecords: number; NextToken?: string | undefined },
) => {
  const from = Number(NextToken ?? 0)
  const next = from + MaxRecords
  return { rows: all.slice(from, next), ...(next < all.length && { NextToken: String(next) }) }
}

const shownAlarm = ({ alarm, value, because, since }: KnownState) => ({
  AlarmName: alarm.name,
  AlarmDescription: alarm.description,
  StateValue: value,
  StateReason: because,
  StateUpdatedTimestamp: since / SECOND,
})

const shownChange = ({ name, at, was, is, because }: StateChange) => ({
  AlarmName: name,
  AlarmType: 'MetricAlarm',
  Timestamp: at / SECOND,
  HistoryItemType: 'StateUpdate',
  HistorySummary: `Alarm updated from ${was} to ${is}`,
  HistoryData: JSON.stringify({
    version: '1.0',
    oldState: { stateValue: was },
    newState: { stateValue: is, stateReason: because },
  }),
})

/** The hours of a metric in which any line was counted, each with how many; the newest first, as CloudWatch tells them. */
const hoursOf = (
  heard: readonly Heard[],
  metric: string,
  told: Record<string, string>,
  from: Millis,
  until: Millis,
) => {
  const name = JSON.stringify(Object.entries(told).sort())
  const hours = new Map<Millis, number>()
  for (const { line, metrics } of heard) {
    const at = Date.parse(String(line.timestamp))
    if (at < from || at >= until) continue
    if (!metrics.some((one) => one.metric === metric && JSON.stringify(Object.entries(one.dimensions).sort()) === name))
      continue
    const hour = from + Math.floor((at - from) / HOUR) * HOUR
    hours.set(hour, (hours.get(hour) ?? 0) + 1)
  }
  return [...hours].sort(([one], [other]) => other - one)
}

/**
 * CloudWatch, as far as it is known here: DescribeAlarms and DescribeAlarmHistory of what rings at a line of a log or looks at the depth of a
 * queue, and GetMetricData of metrics that count lines of logs, by the hour.
 */
export const cloudwatch = (sources: AlarmSources): Backend => {
  const { states, changes } = alarmStates(sources)
  const operations: Record<string, (input: unknown) => Promise<object>> = {
    async DescribeAlarms(input) {
      const asked = z.parse(described, input)
      const all = (await states()).filter(({ alarm }) => alarm.name.startsWith(asked.AlarmNamePrefix))
      const { rows, ...rest } = paged(all, asked)
      return { MetricAlarms: rows.map(shownAlarm), ...rest }
    },
    async DescribeAlarmHistory(input) {
      const asked = z.parse(history, input)
      const all = (await changes()).filter(({ at }) => at >= asked.StartDate * SECOND)
      const { rows, ...rest } = paged(all, asked)
      return { AlarmHistoryItems: rows.map(shownChange), ...rest }
    },
    async GetMetricData(input) {
      const { MetricDataQueries, StartTime, EndTime } = z.parse(data, input)
      const heard = sources.heard().filter(({ metrics }) => metrics.length > 0)
      return {
        MetricDataResults: MetricDataQueries.map(({ Id, MetricStat: { Metric } }) => {
          const told = Object.fromEntries(Metric.Dimensions.map(({ Name, Value }) => [Name, Value]))
          const name = `${Metric.Namespace}/${Metric.MetricName}`
          const hours = hoursOf(heard, name, told, StartTime * SECOND, EndTime * SECOND)
          return {
            Id,
            Label: Metric.MetricName,
            Timestamps: hours.map(([at]) => at / SECOND),
            Values: hours.map(([, count]) => count),
            StatusCode: 'Complete',
          }
        }),
      }
    },
  }
  return async ({ operation, input }) => {
    const run = operations[operation]
    if (!run) throw new AwsRefusal('UnknownOperationException', `${operation} does not run here`)
    return awsAnswer('monitoring', await run(input))
  }
}
