import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { QueueName } from '../../functions/queues.ts'
import { FIRST_VERSION } from '../../shared/vault/vault.ts'
import { keyPolicy } from '../constructs/key-policy.ts'
import { pointerQueue } from '../constructs/queue.ts'
import type { KeyUse } from '../purpose.ts'
import type { Site } from '../site.ts'
import { type AuditRoots, auditRoots } from './audit-roots.ts'
import { type MaterialBuckets, materialBuckets } from './material-buckets.ts'

export type Data = {
  table: Table
  /** What was done on others' behalf, and who looked at whom. No function may change or delete any of it. */
  audit: Table
  /** What proves that nothing of it was changed. */
  auditRoots: AuditRoots
  materialBuckets: MaterialBuckets
  dueIndex: string
  listIndex: string
  /** Wraps the data keys of verifications. */
  dataKey: Key
  /** Wraps those of materials. */
  materialKey: Key
  /** HMAC key of the blind indexes of phones, number segments and last fours, and of people under the first version. */
  macKey: Key
  /** HMAC keys that people are indexed under by now, by version, the one that is written first. */
  indexKeys: ReadonlyMap<string, Key>
  /** Signs what anybody is told of certificates. */
  certificateKey: Key
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

/** The versions behind the first, up to the newest of these. */
const versionsAfterFirst = (live: readonly string[]): string[] => {
  const newest = Math.max(...live.map((version) => Number(version.slice(1))))
  return Array.from({ length: newest - 1 }, (_none, nth) => `v${nth + 2}`)
}

type Keys = Pick<Data, 'dataKey' | 'materialKey' | 'macKey' | 'indexKeys' | 'certificateKey'>

const keys = (scope: Construct, site: Site): Keys => {
  const production = site.config.stage === 'production'
  const kept = {
    removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(production ? 30 : 7),
  }
  const { indexVersions } = site.config
  const dataKey = new Key(scope, 'DataKey', {
    ...kept,
    policy: keyPolicy(scope, site, ['seal', 'open']),
    enableKeyRotation: true,
    description: 'Wraps the data key of each verification',
  })
  const materialKey = new Key(scope, 'MaterialKey', {
    ...kept,
    policy: keyPolicy(scope, site, ['seal_material', 'open_material']),
    enableKeyRotation: true,
    description: 'Wraps the data key of each picture that is kept',
  })
  // KMS does not rotate keys that sign; whoever checks a statement asks which there are.
  const certificateKey = new Key(scope, 'CertificateKey', {
    ...kept,
    policy: keyPolicy(scope, site, ['attest', 'show_attesting']),
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    description: 'Signs what anybody is told of certificates',
  })
  // KMS does not rotate HMAC keys, and a blind index must outlive rotation; a new key is a new version of the index.
  const hmacKey = (id: string, uses: readonly KeyUse[], description: string): Key =>
    new Key(scope, id, {
      ...kept,
      policy: keyPolicy(scope, site, uses),
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      description,
    })
  const uses = (version: string): KeyUse[] => (indexVersions.includes(version) ? ['index'] : [])
  const macKey = hmacKey(
    'MacKey',
    ['mac', ...uses(FIRST_VERSION)],
    'Blind indexes of identity numbers and phones, version v1',
  )
  // Of a retired version too: CloudFormation takes back no name that another stack may still use.
  const later = versionsAfterFirst(indexVersions).map((version): [string, Key] => {
    const key = hmacKey(`IndexKey ${version}`, uses(version), `Blind indexes of identity numbers, version ${version}`)
    Stack.of(scope).exportValue(key.keyArn)
    return [version, key]
  })
  const made = new Map([[FIRST_VERSION, macKey], ...later])
  const live = indexVersions.flatMap((version): [string, Key][] => {
    const key = made.get(version)
    return key ? [[version, key]] : []
  })
  return {
    dataKey,
    materialKey,
    macKey,
    indexKeys: new Map(live),
    certificateKey,
  }
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
  const ownKeys = keys(stack, site)
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
    ...ownKeys,
    queues,
  }
}
