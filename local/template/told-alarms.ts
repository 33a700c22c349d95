import * as z from 'zod/mini'
import type { World } from './world.ts'

/** An alarm as DescribeAlarms tells it. `label`: how it is called on this machine. `queue`: the name on AWS of the queue whose depth it looks at. */
export type ToldAlarmSpec = {
  name: string
  label: string
  description: string
  threshold: number
  queue: string | undefined
}

const alarm = z.object({
  AlarmDescription: z.string(),
  Threshold: z.number(),
  Namespace: z.optional(z.string()),
  MetricName: z.optional(z.string()),
  Dimensions: z._default(z.array(z.object({ Name: z.string(), Value: z.string() })), []),
})

/** Every alarm of the templates. */
export const readToldAlarms = (world: World): ToldAlarmSpec[] =>
  world.ofType('AWS::CloudWatch::Alarm').map((resource) => {
    const { AlarmDescription, Threshold, Namespace, MetricName, Dimensions } = world.read(resource, alarm)
    const isDepth = Namespace === 'AWS/SQS' && MetricName === 'ApproximateNumberOfMessagesVisible'
    const queue = isDepth ? Dimensions.find(({ Name }) => Name === 'QueueName')?.Value : undefined
    return { name: resource.name, label: resource.label, description: AlarmDescription, threshold: Threshold, queue }
  })
