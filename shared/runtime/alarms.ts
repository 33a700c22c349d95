import type { AlarmHistoryItem, MetricAlarm } from '@aws-sdk/client-cloudwatch'
import { client } from './aws.ts'

/** An alarm of CloudWatch: since when it is in its state (epoch ms), and what CloudWatch gives as the reason. */
type Described = { name: string; text: string; state: string; since: number; because: string }

const PAGE = 100

const describedIn = ({
  AlarmName,
  AlarmDescription,
  StateValue,
  StateUpdatedTimestamp,
  StateReason,
}: MetricAlarm): Described => ({
  name: AlarmName ?? '',
  text: AlarmDescription ?? '',
  state: StateValue ?? '',
  since: StateUpdatedTimestamp?.getTime() ?? 0,
  because: StateReason ?? '',
})

/** Every alarm whose name begins so. One call for each hundred. The SDK is loaded when somebody asks. */
export const describeAlarms = async (prefix: string): Promise<Described[]> => {
  const { CloudWatchClient, DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch')
  const watch = new CloudWatchClient(client)
  const found: Described[] = []
  let NextToken: string | undefined
  do {
    const asked = { AlarmNamePrefix: prefix, AlarmTypes: ['MetricAlarm' as const], MaxRecords: PAGE, NextToken }
    const page = await watch.send(new DescribeAlarmsCommand(asked))
    found.push(...(page.MetricAlarms ?? []).map(describedIn))
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  return found
}

/** That an alarm went from one state to another, when (epoch ms). */
type Changed = { name: string; at: number; was: string; is: string }

const stateIn = (data: unknown, which: 'oldState' | 'newState'): string => {
  const state: unknown =
    typeof data === 'object' && data !== null && which in data ? Reflect.get(data, which) : undefined
  const value: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'stateValue') : undefined
  return typeof value === 'string' ? value : ''
}

const changedIn = ({ AlarmName, Timestamp, HistoryData }: AlarmHistoryItem): Changed => {
  const data: unknown = JSON.parse(HistoryData ?? 'null')
  return {
    name: AlarmName ?? '',
    at: Timestamp?.getTime() ?? 0,
    was: stateIn(data, 'oldState'),
    is: stateIn(data, 'newState'),
  }
}

/**
 * Every change of state of an alarm whose name begins so from that moment on (epoch ms; CloudWatch keeps a month of them), the oldest first.
 * One call for each hundred of the account and region, as they cannot be asked for by the beginning of a name.
 */
export const alarmChanges = async (prefix: string, from: number): Promise<Changed[]> => {
  const { CloudWatchClient, DescribeAlarmHistoryCommand } = await import('@aws-sdk/client-cloudwatch')
  const watch = new CloudWatchClient(client)
  const found: Changed[] = []
  let NextToken: string | undefined
  do {
    const asked = {
      AlarmTypes: ['MetricAlarm' as const],
      HistoryItemType: 'StateUpdate' as const,
      StartDate: new Date(from),
      ScanBy: 'TimestampAscending' as const,
      MaxRecords: PAGE,
      NextToken,
    }
    const page = await watch.send(new DescribeAlarmHistoryCommand(asked))
    found.push(...(page.AlarmHistoryItems ?? []).map(changedIn))
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  return found.filter(({ name, at }) => name.startsWith(prefix) && at >= from)
}
