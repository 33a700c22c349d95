import * as z from 'zod/mini'
import { policyOf } from '../permissions/policy.ts'
import type { Resource } from './names.ts'
import { readServiceStatements } from './policies.ts'
import { TemplateError } from './resolve.ts'
import type { World } from './world.ts'

/** Which files that are posted to a bucket are told to which queue. */
export type NotificationSpec = { queueArn: string; prefix: string; suffix: string }

const rule = z.strictObject({ Name: z.enum(['prefix', 'suffix']), Value: z.string() })

/** Strict, because S3 can tell of much else, and to others than queues. */
export const notification = z.strictObject({
  QueueConfigurations: z.array(
    z.strictObject({
      Event: z.literal('s3:ObjectCreated:Post'),
      Queue: z.string(),
      Filter: z.optional(z.strictObject({ S3Key: z.strictObject({ Rules: z.array(rule) }) })),
    }),
  ),
})

/** What a bucket's template says of that. */
export const toldOf = (said: z.output<typeof notification> | undefined): NotificationSpec[] =>
  (said?.QueueConfigurations ?? []).map(({ Queue, Filter }) => {
    const partOf = (name: string) => Filter?.S3Key.Rules.find(({ Name }) => Name === name)?.Value ?? ''
    return { queueArn: Queue, prefix: partOf('prefix'), suffix: partOf('suffix') }
  })

/** Throws TemplateError unless a queue takes messages of S3 for that bucket. */
export type Notifying = (by: Resource, queueArn: string) => void

/** Reads which queue takes messages of S3, for which bucket. AWS makes no bucket that could not tell the queue it names. */
export const readNotifying = (world: World): Notifying => {
  const judge = policyOf(readServiceStatements(world, 's3.amazonaws.com'))
  return ({ stack, at, arn }, queueArn) => {
    const { kind } = judge({
      action: 'sqs:SendMessage',
      resource: queueArn,
      context: { 'aws:SourceArn': [arn], 'aws:SourceAccount': [stack.account], 'aws:SecureTransport': ['true'] },
    })
    if (kind !== 'allowed')
      throw new TemplateError(`stack ${stack.name}, ${at}: the policy of ${queueArn} lets S3 send nothing for ${arn}`)
  }
}
