import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import { impactAlarm } from './alarm.ts'

export type PointerQueueOptions = {
  name: string
  /** Time-out of the function that serves it. */
  timeoutMs: Millis
  impact: string
  topicArn: string | undefined
}

/** After five failed deliveries a pointer waits for an operator; the sweep sends a fresh one meanwhile. */
const MAX_RECEIVES = 5

/** Lambda's advice for event sources: room for retries of a throttled batch before the message shows up again. */
const VISIBILITY_PER_TIMEOUT = 6

const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true }

/** A queue of pointers with its dead-letter queue, and an alarm on that one. */
export const pointerQueue = (scope: Construct, id: string, options: PointerQueueOptions): Queue => {
  const home = new Construct(scope, id)
  const dead = new Queue(home, 'Dead', {
    ...common,
    queueName: `${options.name}-dead`,
    retentionPeriod: Duration.days(14),
  })
  impactAlarm(home, 'DeadAlarm', {
    metric: dead.metricApproximateNumberOfMessagesVisible({
      statistic: 'Maximum',
      period: Duration.millis(5 * MINUTE),
    }),
    impact: options.impact,
    advice: `${options.name}-dead holds pointers to work that failed ${MAX_RECEIVES} times; look at the log of its worker`,
    threshold: 1,
    topicArn: options.topicArn,
  })
  return new Queue(home, 'Queue', {
    ...common,
    queueName: options.name,
    visibilityTimeout: Duration.millis(VISIBILITY_PER_TIMEOUT * options.timeoutMs),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: dead, maxReceiveCount: MAX_RECEIVES },
  })
}
