import { RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { pointerQueue } from '../constructs/queue.ts'
import type { Site } from '../site.ts'

/** What the stand-ins of the sandbox keep: apart from everything the service itself keeps. */
export type StandIns = { table: Table; queue: Queue }

/** Made inside the stack of the sandbox's own functions, so that production has neither. */
export const standIns = (stack: Stack, { name, config, plan }: Site): StandIns => {
  const row = plan.queues.find((queue) => queue.name === 'sandbox')
  if (!row) throw new Error('the sandbox has no queue')
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'ttl',
    removalPolicy: RemovalPolicy.DESTROY,
  })
  Validations.of(table).acknowledge({
    id: 'AwsSolutions-DDB3',
    reason: 'Holds the payments and texts of test people only; nothing in it is worth recovering.',
  })
  const queue = pointerQueue(stack, 'sandbox', {
    name: name('sandbox'),
    timeoutMs: row.timeoutMs,
    impact: row.impact,
    topicArn: config.alarmTopicArn,
  })
  return { table, queue }
}
