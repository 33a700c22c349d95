import * as z from 'zod/mini'
import { nameInArn } from './arn.ts'
import type { World } from './world.ts'

/** A queue; times in seconds, as SQS has them. */
export type QueueSpec = {
  name: string
  nameOnAws: string
  arn: string
  region: string
  visibilitySeconds: number
  delaySeconds: number
  retentionSeconds: number
  /** Where messages go that were received so often; `queue` as on AWS. */
  deadLetter?: { queue: string; maxReceiveCount: number }
}

/** Which function serves which queue, and how. */
export type EventSourceSpec = {
  queue: string
  queueArn: string
  region: string
  fn: string
  batchSize: number
  maxConcurrency: number
  /** The function names the messages that failed instead of failing as a whole. */
  partial: boolean
}

const queue = z.object({
  VisibilityTimeout: z._default(z.number(), 30),
  DelaySeconds: z._default(z.number(), 0),
  MessageRetentionPeriod: z._default(z.number(), 345_600),
  RedrivePolicy: z.optional(
    z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.pipe(z.coerce.number(), z.int()) }),
  ),
})

/** Every queue of the templates, dead-letter queues included. */
export const readQueues = (world: World): QueueSpec[] =>
  world.ofType('AWS::SQS::Queue').map((resource) => {
    const { VisibilityTimeout, DelaySeconds, MessageRetentionPeriod, RedrivePolicy } = world.read(resource, queue)
    return {
      name: resource.label,
      nameOnAws: resource.name,
      arn: resource.arn,
      region: resource.stack.region,
      visibilitySeconds: VisibilityTimeout,
      delaySeconds: DelaySeconds,
      retentionSeconds: MessageRetentionPeriod,
      deadLetter: RedrivePolicy && {
        queue: nameInArn(RedrivePolicy.deadLetterTargetArn),
        maxReceiveCount: RedrivePolicy.maxReceiveCount,
      },
    }
  })

const eventSource = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z._default(z.boolean(), true),
  BatchSize: z._default(z.number(), 10),
  ScalingConfig: z.optional(z.object({ MaximumConcurrency: z.optional(z.number()) })),
  FunctionResponseTypes: z._default(z.array(z.string()), []),
})

/** Lambda stops adding pollers for one queue there unless the mapping sets its own limit. */
const MAX_CONCURRENCY = 1_000

/** Every enabled mapping of a queue to a function. */
export const readEventSources = (world: World): EventSourceSpec[] =>
  world
    .ofType('AWS::Lambda::EventSourceMapping')
    .map((resource) => ({ region: resource.stack.region, ...world.read(resource, eventSource) }))
    .filter(({ Enabled }) => Enabled)
    .map(({ region, EventSourceArn, FunctionName, BatchSize, ScalingConfig, FunctionResponseTypes }) => ({
      queue: world.label(nameInArn(EventSourceArn)),
      queueArn: EventSourceArn,
      region,
      fn: world.label(nameInArn(FunctionName)),
      // SQS hands out at most ten messages at once; larger batches need a batching window, which nothing here has.
      batchSize: Math.min(BatchSize, 10),
      maxConcurrency: ScalingConfig?.MaximumConcurrency ?? MAX_CONCURRENCY,
      partial: FunctionResponseTypes.includes('ReportBatchItemFailures'),
    }))
