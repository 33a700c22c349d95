import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { QueueName } from '../../functions/queues.ts'
import { keyPolicy } from '../constructs/key-policy.ts'
import { pointerQueue } from '../constructs/queue.ts'
import type { Site } from '../site.ts'

export type Data = {
  table: Table
  dueIndex: string
  listIndex: string
  /** Wraps the data keys of verifications. */
  dataKey: Key
  /** HMAC key of the blind indexes. */
  macKey: Key
  queues: ReadonlyMap<QueueName, Queue>
}

const DUE_INDEX = 'due'
const LIST_INDEX = 'list'

const mainTable = (scope: Construct, production: boolean): Table => {
  const table = new Table(scope, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'ttl',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: production,
    removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  table.addGlobalSecondaryIndex({
    indexName: DUE_INDEX,
    partitionKey: { name: 'dueShard', type: AttributeType.NUMBER },
    sortKey: { name: 'dueAt', type: AttributeType.NUMBER },
    projectionType: ProjectionType.KEYS_ONLY,
  })
  table.addGlobalSecondaryIndex({
    indexName: LIST_INDEX,
    partitionKey: { name: 'listName', type: AttributeType.STRING },
    sortKey: { name: 'listAt', type: AttributeType.NUMBER },
    projectionType: ProjectionType.ALL,
  })
  return table
}

const keys = (scope: Construct, site: Site): Pick<Data, 'dataKey' | 'macKey'> => {
  const production = site.config.stage === 'production'
  const kept = {
    removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(production ? 30 : 7),
  }
  return {
    dataKey: new Key(scope, 'DataKey', {
      ...kept,
      policy: keyPolicy(scope, site, ['seal', 'open']),
      enableKeyRotation: true,
      description: 'Wraps the data key of each verification',
    }),
    // KMS does not rotate HMAC keys, and a blind index must outlive rotation; a new key would be a new index version.
    macKey: new Key(scope, 'MacKey', {
      ...kept,
      policy: keyPolicy(scope, site, ['mac']),
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      description: 'Blind indexes of identity numbers and phones, version v1',
    }),
  }
}

/** What lasts: the table, the keys, the queues. */
export const dataStack = (scope: Construct, site: Site): Data => {
  const { name, config, plan } = site
  const production = config.stage === 'production'
  const stack = new Stack(scope, name('data'), { terminationProtection: production })
  const queues = plan.queues
    .filter((queue) => queue.name !== 'sandbox')
    .map((queue): [QueueName, Queue] => {
      const made = pointerQueue(stack, queue.name, {
        name: name(queue.name),
        timeoutMs: queue.timeoutMs,
        impact: queue.impact,
        topicArn: config.alarmTopicArn,
      })
      return [queue.name, made]
    })
  return {
    table: mainTable(stack, production),
    dueIndex: DUE_INDEX,
    listIndex: LIST_INDEX,
    ...keys(stack, site),
    queues: new Map(queues),
  }
}
