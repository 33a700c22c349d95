import type { MetricAlarm } from '@aws-sdk/client-cloudwatch'
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
