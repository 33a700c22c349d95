import * as z from 'zod/mini'
import type { Clock, Millis } from '../../shared/kernel/time.ts'
import { MINUTE, SECOND } from '../../shared/kernel/time.ts'
import { AwsRefusal, awsAnswer } from '../proxy/aws-answer.ts'
import type { Backend } from '../proxy/proxy.ts'
import type { ToldAlarmSpec } from '../template/told-alarms.ts'
import type { Heard } from './heard.ts'

/** What is known here of an alarm. `since`: undefined for as long as anybody looked. */
type State = { value: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'; because: string; since?: Millis }

/** The period of the alarms that ring at a line: after it without another they are quiet again. */
const PERIOD: Millis = 5 * MINUTE

const asked = z.object({
  AlarmNamePrefix: z._default(z.string(), ''),
  MaxRecords: z._default(z.int(), 50),
  NextToken: z.optional(z.string()),
})

const stampOf = ({ line }: Heard): Millis => Date.parse(String(line.timestamp))

type Sources = {
  alarms: readonly ToldAlarmSpec[]
  /** Labels of alarms that ring at a line alone. */
  ringing: ReadonlySet<string>
  heard: () => readonly Heard[]
  /** How many messages of a queue are to be received. */
  depth: (queue: string) => Promise<number>
  clock: Clock
}

const ofLines = ({ clock }: Sources, label: string, heard: readonly Heard[]): State => {
  const last = Math.max(...heard.filter(({ rings }) => rings.includes(label)).map(stampOf))
  if (!Number.isFinite(last)) return { value: 'OK', because: 'no line has rung it' }
  return clock.now() < last + PERIOD
    ? { value: 'ALARM', because: 'a line of the log rang it', since: last }
    : { value: 'OK', because: 'no line has rung it for five minutes', since: last + PERIOD }
}

const stateOf = async (sources: Sources, alarm: ToldAlarmSpec, heard: readonly Heard[]): Promise<State> => {
  const { label, queue, threshold } = alarm
  if (queue !== undefined) {
    const depth = await sources.depth(queue)
    return { value: depth >= threshold ? 'ALARM' : 'OK', because: `${depth} messages in ${queue}` }
  }
  if (sources.ringing.has(label)) return ofLines(sources, label, heard)
  return { value: 'INSUFFICIENT_DATA', because: 'what it looks at only CloudWatch counts' }
}

/**
 * DescribeAlarms of CloudWatch, as far as it is known here: what rings at a line of a log, and what looks at the depth of a queue. All others have
 * insufficient data. Since when a queue is so deep is since when somebody asked.
 */
export const describedAlarms = (sources: Sources): Backend => {
  const seen = new Map<string, State & { since: Millis }>()
  const remember = (name: string, state: State): State & { since: Millis } => {
    const before = seen.get(name)
    const since = state.since ?? (before?.value === state.value ? before.since : sources.clock.now())
    const known = { ...state, since }
    seen.set(name, known)
    return known
  }
  return async ({ operation, input }) => {
    if (operation !== 'DescribeAlarms')
      throw new AwsRefusal('UnknownOperationException', `${operation} does not run here`)
    const { AlarmNamePrefix, MaxRecords, NextToken } = z.parse(asked, input)
    const all = sources.alarms.filter(({ name }) => name.startsWith(AlarmNamePrefix))
    const from = Number(NextToken ?? 0)
    const heard = sources.heard()
    const told = all.slice(from, from + MaxRecords).map(async (alarm) => {
      const { value, because, since } = remember(alarm.name, await stateOf(sources, alarm, heard))
      return {
        AlarmName: alarm.name,
        AlarmDescription: alarm.description,
        StateValue: value,
        StateReason: because,
        StateUpdatedTimestamp: since / SECOND,
      }
    })
    const MetricAlarms = await Promise.all(told)
    const next = from + MaxRecords
    return awsAnswer('monitoring', { MetricAlarms, ...(next < all.length && { NextToken: String(next) }) })
  }
}
