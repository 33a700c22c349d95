import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { QueueName } from '../../functions/queues.ts'
import { pointerQueue } from '../constructs/queue.ts'
import type { Site } from '../site.ts'
import { type AuditRoots, auditRoots } from './audit-roots.ts'
import { type DataKeys, dataKeys } from './data-keys.ts'
import { type MaterialBuckets, materialBuckets } from './material-buckets.ts'

export type Data = DataKeys & {
  table: Table
  /** What was done on others' behalf, and who looked at whom. No function may change or delete any of it. */
  audit: Table
  /** What proves that nothing of it was changed. */
  auditRoots: AuditRoots
  materialBuckets: MaterialBuckets
  dueIndex: string
  listIndex: string
  queues: ReadonlyMap<QueueName, Queue>
}

const DUE_INDEX = 'due'
const LIST_INDEX = 'list'

const lasting = (production: boolean): TableProps => ({
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: production,
  removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
})

const mainTable = (scope: Construct, production: boolean): Table => {
  const table = new Table(scope, 'Table', { ...lasting(production), timeToLiveAttribute: 'ttl' })
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

const verifying = ({ table, audit, signingKey, bucket }: AuditRoots & { table: Table; audit: Table }): string =>
  `--table ${table.tableName} --audit-table ${audit.tableName} --bucket ${bucket.bucketName} --key ${signingKey.keyArn}`

const queuesOf = (scope: Construct, { name, config, plan }: Site): Map<QueueName, Queue> => {
  const ours = plan.queues.filter((queue) => queue.name !== 'sandbox')
  const made = ours.map(({ name: queue, timeoutMs, impact }): [QueueName, Queue] => [
    queue,
    pointerQueue(scope, queue, { name: name(queue), timeoutMs, impact, topicArn: config.alarmTopicArn }),
  ])
  return new Map(made)
}

/** The queue that is told of something. Throws where a plan has none. */
const theirQueue = (queues: ReadonlyMap<QueueName, Queue>, name: QueueName): Queue => {
  const found = queues.get(name)
  if (!found) throw new Error(`this stage has no queue ${name}`)
  return found
}

/** What lasts: the tables, the keys, the queues, the buckets. */
export const dataStack = (scope: Construct, site: Site): Data => {
  const { name, config } = site
  const production = config.stage === 'production'
  const stack = new Stack(scope, name('data'), { terminationProtection: production })
  const queues = queuesOf(stack, site)
  const table = mainTable(stack, production)
  const audit = new Table(stack, 'AuditTable', lasting(production))
  const keys = dataKeys(stack, site)
  const roots = auditRoots(stack, site)
  const where = { table, audit, ...roots }
  new CfnOutput(stack, 'AuditVerify', { value: verifying(where), description: 'Flags of npm run audit:verify' })
  return {
    table,
    audit,
    auditRoots: roots,
    materialBuckets: materialBuckets(stack, site, theirQueue(queues, 'materials')),
    dueIndex: DUE_INDEX,
    listIndex: LIST_INDEX,
    ...keys,
    queues,
  }
}
