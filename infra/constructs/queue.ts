import { Duration, Validations } from 'aws-cdk-lib'
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

type DeadQueueOptions = Pick<PointerQueueOptions, 'name' | 'impact' | 'topicArn'> & { holds: string; kept: Duration }

/** Where what failed for good is kept for a person to see, with an alarm on it. */
const deadQueue = (home: Construct, { name, impact, topicArn, holds, kept }: DeadQueueOptions): Queue => {
  const dead = new Queue(home, 'Dead', { ...common, queueName: `${name}-dead`, retentionPeriod: kept })
  impactAlarm(home, 'DeadAlarm', {
    metric: dead.metricApproximateNumberOfMessagesVisible({
      statistic: 'Maximum',
      period: Duration.millis(5 * MINUTE),
    }),
    impact,
    advice: `${name}-dead holds ${holds}`,
    threshold: 1,
    topicArn,
  })
  return dead
}

/** What a scheduled function could not do, or was never given to do. The next tick makes up for it, so it is kept for a day. */
export const missedRuns = (scope: Construct, id: string, options: Omit<DeadQueueOptions, 'holds' | 'kept'>): Queue => {
  const dead = deadQueue(new Construct(scope, id), {
    ...options,
    holds: 'runs that failed or were never begun; look at the log of the function',
    kept: Duration.days(1),
  })
  Validations.of(dead).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is a dead-letter queue itself: of a schedule and of what it invokes, not of another queue.',
  })
  return dead
}

/** A queue of pointers with its dead-letter queue, and an alarm on that one. */
export const pointerQueue = (scope: Construct, id: string, options: PointerQueueOptions): Queue => {
  const home = new Construct(scope, id)
  const dead = deadQueue(home, {
    ...options,
    holds: `pointers to work that failed ${MAX_RECEIVES} times; look at the log of its worker`,
    kept: Duration.days(14),
  })
  return new Queue(home, 'Queue', {
    ...common,
    queueName: options.name,
    visibilityTimeout: Duration.millis(VISIBILITY_PER_TIMEOUT * options.timeoutMs),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: dead, maxReceiveCount: MAX_RECEIVES },
  })
}
