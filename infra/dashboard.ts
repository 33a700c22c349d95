import { Duration } from 'aws-cdk-lib'
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { Dashboard, GraphWidget, type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { MINUTE } from '../shared/kernel/time.ts'
import { lambdaMetric } from './constructs/function.ts'
import type { Site } from './site.ts'

const period = Duration.millis(5 * MINUTE)

const queueMetric = (queueName: string, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: queueName },
    statistic: 'Maximum',
    period,
    label: queueName,
  })

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 12, height: 6 })

/** One page: what callers see on top, then the functions of each capability, then the queues and what died in them. */
export const dashboard = (scope: Construct, { name, plan }: Site, stage: HttpStage): Dashboard => {
  const ofFunctions = (metricName: string, statistic: string) =>
    plan.capabilities.map((capability) => {
      const metrics = capability.functions.map((fn) => lambdaMetric(name(fn.name), metricName, statistic, period))
      return graph(`${capability.name}: ${metricName} (${statistic})`, metrics)
    })
  const queues = plan.queues.map((queue) => name(queue.name))
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: name('overview'),
    widgets: [
      [
        graph('Requests', [stage.metricCount({ period }), stage.metricClientError({ period })]),
        graph('Failures and latency', [stage.metricServerError({ period }), stage.metricLatency({ statistic: 'p95' })]),
      ],
      ofFunctions('Errors', 'Sum'),
      ofFunctions('Duration', 'p95'),
      [
        graph(
          'Oldest message (s)',
          queues.map((queue) => queueMetric(queue, 'ApproximateAgeOfOldestMessage')),
        ),
        graph(
          'Dead letters',
          queues.map((queue) => queueMetric(`${queue}-dead`, 'ApproximateNumberOfMessagesVisible')),
        ),
      ],
    ],
  })
}
