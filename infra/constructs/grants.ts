import { ArnFormat, Stack } from 'aws-cdk-lib'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { auditPartitions } from '../../functions/audit/keys.ts'
import { type QueueName, queues } from '../../functions/queues.ts'
import { openChannels } from '../accounts.ts'
import { type Config, NOT_USED, SANDBOX_SECRET, type SecretName } from '../config.ts'
import type { ItemAction, KeyUse, Partition, Purpose } from '../purpose.ts'
import type { Data } from '../stacks/data.ts'
import type { StandIns } from '../stacks/stand-ins.ts'
import { keyUses } from './key-policy.ts'

/** A permission and the variable that says where to use it always come together. */
export type Granted = { environment: Record<string, string>; statements: PolicyStatement[] }

export type Resources = { data: Data; standIns: StandIns | undefined }

/** TransactWriteItems has no action of its own: each write in it needs its own. */
const itemActions: Record<ItemAction, string> = {
  get: 'dynamodb:GetItem',
  getMany: 'dynamodb:BatchGetItem',
  query: 'dynamodb:Query',
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
  check: 'dynamodb:ConditionCheckItem',
}
const everyItemAction = Object.keys(itemActions) as ItemAction[]

export const allow = (
  actions: string[],
  resources: string[],
  conditions?: Record<string, Record<string, unknown>>,
): PolicyStatement => new PolicyStatement({ effect: Effect.ALLOW, actions, resources, conditions })

/** Of all the table, only what begins like one of these: AWS compares every key that a request names. */
const within = (kinds: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `${kind}#*`) },
})

/** What an update names whatever it changes: its key, the token by which a repeat knows itself, and the keys of the indexes. */
const ALWAYS_NAMED = ['pk', 'sk', 'op', 'dueShard', 'dueAt', 'listName', 'listAt']

const touching = (attributes: readonly string[]) => ({
  'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...new Set([...ALWAYS_NAMED, ...attributes])] },
})

/** One statement for the actions that reach the same partitions, so that a role stays short and can be read. */
const itemStatements = (
  { items = {}, updatesOnly }: Purpose,
  tableArn: string,
  isHere: (kind: Partition) => boolean,
): PolicyStatement[] => {
  const used = everyItemAction.flatMap((action) => {
    const kinds = items[action]?.filter(isHere) ?? []
    return kinds.length > 0 ? [{ action, kinds, only: action === 'update' ? updatesOnly : undefined }] : []
  })
  const alike = Map.groupBy(used, ({ kinds, only }) => JSON.stringify([kinds, only]))
  return [...alike.values()].flatMap(([first, ...others]) =>
    first
      ? [
          allow(
            [first, ...others].map(({ action }) => itemActions[action]),
            [tableArn],
            { ...within(first.kinds), ...(first.only && touching(first.only)) },
          ),
        ]
      : [],
  )
}

/** Kinds whose partitions are in the audit table. */
const isAudit = (kind: Partition): boolean => auditPartitions.some((one) => one === kind)

const tableGrant = (purpose: Purpose, { data }: Resources): Granted[] => {
  const { items, due, lists } = purpose
  if (!items) return []
  const { audit } = data
  const apart = [...new Set(Object.values(items).flat())].filter(isAudit).toSorted()
  const indexed = (name: string): string => `${data.table.tableArn}/index/${name}`
  const statements = [
    ...itemStatements(purpose, data.table.tableArn, (kind) => !isAudit(kind)),
    ...itemStatements(purpose, audit.tableArn, isAudit),
    ...(due ? [allow(['dynamodb:Query'], [indexed(data.dueIndex)])] : []),
    ...(lists ? [allow(['dynamodb:Query'], [indexed(data.listIndex)], within(lists))] : []),
  ]
  const tablesApart = apart.map((kind) => `${kind}=${audit.tableName}`).join(' ')
  const environment = { TABLE: data.table.tableName, ...(apart.length > 0 && { TABLES_APART: tablesApart }) }
  return [{ environment, statements }]
}

type Grant = { use: KeyUse; variable: string; value: string; keys: readonly string[] }

const keyGrantOf = (use: KeyUse, { dataKey, macKey, indexKeys, auditRoots }: Data): Grant => {
  const live = [...indexKeys]
  if (use === 'index')
    return {
      use,
      variable: 'INDEX_KEYS',
      value: live.map(([version, { keyArn }]) => `${version}=${keyArn}`).join(' '),
      keys: live.map(([, { keyArn }]) => keyArn),
    }
  if (use === 'sign') {
    const { keyArn } = auditRoots.signingKey
    return { use, variable: 'SIGNING_KEY', value: keyArn, keys: [keyArn] }
  }
  const [variable, { keyArn }] = use === 'mac' ? ['MAC_KEY_ID', macKey] : ['DATA_KEY_ID', dataKey]
  return { use, variable, value: keyArn, keys: [keyArn] }
}

/** One statement for an action, however many uses it has. */
const keyGrants = (uses: readonly KeyUse[], { data }: Resources): Granted[] => {
  const grants = uses.map((use) => keyGrantOf(use, data))
  const alike = Map.groupBy(grants, ({ use }) => keyUses[use])
  return [...alike].map(([{ action, conditions }, all]) => ({
    environment: Object.fromEntries(all.map(({ variable, value }) => [variable, value])),
    statements: [allow([action], [...new Set(all.flatMap((one) => one.keys))], conditions)],
  }))
}

/** Of a day, YYYYMMDD. An object that is locked cannot be replaced, but a version put on top of it would hide it: the function asks for new names only. */
const rootsGrant = ({ data }: Resources): Granted => {
  const { bucketName, bucketArn } = data.auditRoots.bucket
  return {
    environment: { AUDIT_ROOTS: bucketName },
    statements: [
      allow(['s3:ListBucket'], [bucketArn]),
      allow(['s3:GetObject', 's3:PutObject'], [`${bucketArn}/roots/????????.jsonl`]),
    ],
  }
}

/** A queue by its name. Throws if there is none in this stage. */
export const queueNamed = (name: QueueName, { data, standIns }: Resources): Queue => {
  const queue = name === 'sandbox' ? standIns?.queue : data.queues.get(name)
  if (!queue) throw new Error(`this stage has no queue ${name}`)
  return queue
}

const sendGrant = (name: QueueName, resources: Resources): Granted => {
  const queue = queueNamed(name, resources)
  const kind = queues.find((row) => row.queue === name)?.kind ?? name
  return {
    environment: { [`QUEUE_${kind.toUpperCase()}`]: queue.queueUrl },
    statements: [allow(['sqs:SendMessage'], [queue.queueArn])],
  }
}

const deadActions = ['ReceiveMessage', 'ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes']

/** `<queue> <kind> <worker> <address>` of each, as shared/runtime/dead-letters.ts reads them. */
const deadLettersGrant = ({ data }: Resources): Granted => {
  const dead = queues.flatMap(({ queue, kind, fn }) => {
    const found = data.queues.get(queue)?.deadLetterQueue?.queue
    return found ? [{ row: `${queue} ${kind} ${fn} ${found.queueUrl}`, arn: found.queueArn }] : []
  })
  return {
    environment: { DEAD_LETTERS: dead.map(({ row }) => row).join(',') },
    statements: [
      allow(
        deadActions.map((action) => `sqs:${action}`),
        dead.map(({ arn }) => arn),
      ),
    ],
  }
}

const secretGrant = (scope: Construct, variable: string, name: string): Granted => {
  const secret = Stack.of(scope).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    // Secrets Manager appends a dash and six characters of its own to the name.
    resourceName: `${name}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
  return { environment: { [variable]: name }, statements: [allow(['secretsmanager:GetSecretValue'], [secret])] }
}

/** `secrets`: where both sides hold the very same, the stand-in reads that in place of its own. */
const standInGrants = (
  scope: Construct,
  actions: readonly ItemAction[],
  secrets: readonly SecretName[],
  { standIns }: Resources,
): Granted[] => {
  if (!standIns) throw new Error('stand-ins exist only in the sandbox stage')
  const { table } = standIns
  return [
    {
      environment: { SANDBOX_TABLE: table.tableName },
      statements: [
        allow(
          actions.map((action) => itemActions[action]),
          [table.tableArn],
        ),
      ],
    },
    ...(secrets.length > 0 ? [] : [secretGrant(scope, 'SECRET_SANDBOX', SANDBOX_SECRET)]),
  ]
}

const settingsOf = (purpose: Purpose, config: Config): Record<string, string> =>
  purpose.standIn ? { SANDBOX_SETTINGS: config.sandboxSettings } : { SETTINGS: config.settings }

/** Where there is an account, and nothing of it. */
const accountsIn = ({ secrets }: Config): Record<string, string> => ({
  PAYMENT_CHANNELS: openChannels(secrets).join(','),
  ...(secrets.SECRET_WECHAT !== NOT_USED && { WECHAT_CONNECTED: 'yes' }),
})

/** CloudWatch asks for the right to see all alarms of the account where somebody asks by the beginning of names. */
const alarmsGrant = (scope: Construct, { stage }: Config): Granted => ({
  environment: { ALARM_PREFIX: `shiming-${stage}-` },
  statements: [
    allow(
      ['cloudwatch:DescribeAlarms'],
      [
        Stack.of(scope).formatArn({
          service: 'cloudwatch',
          resource: 'alarm',
          resourceName: '*',
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
    ),
  ],
})

/** By which names there are secrets, none of which may be read by that. */
const secretNamesIn = ({ secrets }: Config): Record<string, string> => ({
  NAMES_OF_SECRETS: Object.entries(secrets)
    .map(([name, storedAs]) => `${name}=${storedAs === NOT_USED ? '' : storedAs}`)
    .join(' '),
})

/** All a function may touch and how it finds it, from its purpose. */
export const grantedTo = (scope: Construct, purpose: Purpose, config: Config, resources: Resources): Granted => {
  const { keys = [], sends = [], secrets = [], vendors = [] } = purpose
  const all: Granted[] = [
    ...tableGrant(purpose, resources),
    ...keyGrants(keys, resources),
    ...(purpose.keepsRoots ? [rootsGrant(resources)] : []),
    ...sends.map((queue) => sendGrant(queue, resources)),
    ...(purpose.deadLetters ? [deadLettersGrant(resources)] : []),
    ...(purpose.alarms ? [alarmsGrant(scope, config)] : []),
    ...secrets
      .filter((name) => config.secrets[name] !== NOT_USED)
      .map((name) => secretGrant(scope, name, config.secrets[name])),
    ...(purpose.standIn ? standInGrants(scope, purpose.standIn, secrets, resources) : []),
  ]
  return {
    environment: Object.assign(
      { STAGE: config.stage, PUBLIC_URL: config.publicUrl, ...settingsOf(purpose, config) },
      purpose.testers && config.testerKey && { TESTER_KEY: config.testerKey },
      purpose.knowsChannels && accountsIn(config),
      purpose.namesSecrets && secretNamesIn(config),
      ...vendors.filter((name) => config.vendors[name] !== '').map((name) => ({ [name]: config.vendors[name] })),
      ...all.map((granted) => granted.environment),
    ),
    statements: all.flatMap((granted) => granted.statements),
  }
}
