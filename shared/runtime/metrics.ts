import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import { client } from './aws.ts'

/** A metric of our own, by its name and what it is told apart by. */
type Told = { name: string; dimensions: Readonly<Record<string, string>> }

const NAMESPACE = 'Shiming'
const HOUR_SECONDS = 3600
/** As many as one call takes. */
const MOST = 500

const queryOf = ({ name, dimensions }: Told, at: number): MetricDataQuery => ({
  Id: `m${at}`,
  MetricStat: {
    Metric: {
      Namespace: NAMESPACE,
      MetricName: name,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    },
    // Begins wherever a day of any place does that is whole hours off, and is kept for 15 months.
    Period: HOUR_SECONDS,
    Stat: 'Sum',
  },
})

/**
 * What each of these metrics (at most 500) comes to from one moment to before another (epoch ms, both on the hour). One call, and one more for
 * each further page. The SDK is loaded when somebody asks.
 */
export const sumsOf = async (metrics: readonly Told[], from: number, until: number): Promise<number[]> => {
  if (metrics.length > MOST) throw new Error(`no more than ${MOST} metrics in one call`)
  const { CloudWatchClient, GetMetricDataCommand } = await import('@aws-sdk/client-cloudwatch')
  const watch = new CloudWatchClient(client)
  const sums = metrics.map(() => 0)
  let NextToken: string | undefined
  do {
    const page = await watch.send(
      new GetMetricDataCommand({
        MetricDataQueries: metrics.map(queryOf),
        StartTime: new Date(from),
        EndTime: new Date(until),
        NextToken,
      }),
    )
    for (const { Id = '', Values = [] } of page.MetricDataResults ?? []) {
      const at = Number(Id.slice(1))
      sums[at] = Values.reduce((sum, value) => sum + value, sums[at] ?? 0)
    }
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  return sums
}
