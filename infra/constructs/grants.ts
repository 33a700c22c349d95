import { ArnFormat, Stack } from 'aws-cdk-lib'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { type QueueName, queues } from '../../functions/queues.ts'
import { type Config, NOT_USED, SANDBOX_SECRET } from '../config.ts'
import type { KeyUse, Purpose } from '../purpose.ts'
import type { Data } from '../stacks/data.ts'
import type { StandIns } from '../stacks/stand-ins.ts'

/** A permission and the variable that says where to use it always come together. */
export type Granted = { environment: Record<string, string>; statements: PolicyStatement[] }

export type Resources = { data: Data; standIns: StandIns | undefined }

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
/** TransactWriteItems has no action of its own: each write in it needs its own. */
const writing = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem']

export const allow = (
  actions: string[],
  resources: string[],
  conditions?: Record<string, Record<string, unknown>>,
): PolicyStatement => new PolicyStatement({ effect: Effect.ALLOW, actions, resources, conditions })

const tableGrant = ({ table, due, lists }: Purpose, { data }: Resources): Granted[] => {
  if (!table) return []
  const actions = table === 'write' ? [...reading, ...writing] : reading
  const named = [...(due ? [data.dueIndex] : []), ...(lists ? [data.listIndex] : [])]
  const paged = named.map((name) => `${data.table.tableArn}/index/${name}`)
  const index = paged.length ? [allow(['dynamodb:Query'], paged)] : []
  return [
    {
      environment: { TABLE: data.table.tableName },
      statements: [allow(actions, [data.table.tableArn]), ...index],
    },
  ]
}

/** A data key is only made or opened for a named account and verification, so that no call can leave out what it is for. */
const bound = {
  Null: { 'kms:EncryptionContext:account': 'false', 'kms:EncryptionContext:verification': 'false' },
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['account', 'verification'] },
}

const keyGrant = (use: KeyUse, { data }: Resources): Granted => {
  if (use === 'mac') {
    const onlyThis = { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } }
    return {
      environment: { MAC_KEY_ID: data.macKey.keyArn },
      statements: [allow(['kms:GenerateMac'], [data.macKey.keyArn], onlyThis)],
    }
  }
  const action = use === 'seal' ? 'kms:GenerateDataKey' : 'kms:Decrypt'
  return {
    environment: { DATA_KEY_ID: data.dataKey.keyArn },
    statements: [allow([action], [data.dataKey.keyArn], bound)],
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

const standInGrants = (scope: Construct, { standIns }: Resources): Granted[] => {
  if (!standIns) throw new Error('stand-ins exist only in the sandbox stage')
  const { table } = standIns
  return [
    {
      environment: { SANDBOX_TABLE: table.tableName },
      statements: [allow([...reading, ...writing], [table.tableArn])],
    },
    secretGrant(scope, 'SECRET_SANDBOX', SANDBOX_SECRET),
  ]
}

const settingsOf = (purpose: Purpose, config: Config): Record<string, string> =>
  purpose.standIn ? { SANDBOX_SETTINGS: config.sandboxSettings } : { SETTINGS: config.settings }

/** All a function may touch and how it finds it, from its purpose. */
export const grantedTo = (scope: Construct, purpose: Purpose, config: Config, resources: Resources): Granted => {
  const { keys = [], sends = [], secrets = [], vendors = [] } = purpose
  const all: Granted[] = [
    ...tableGrant(purpose, resources),
    ...keys.map((use) => keyGrant(use, resources)),
    ...sends.map((queue) => sendGrant(queue, resources)),
    ...secrets
      .filter((name) => config.secrets[name] !== NOT_USED)
      .map((name) => secretGrant(scope, name, config.secrets[name])),
    ...(purpose.standIn ? standInGrants(scope, resources) : []),
  ]
  return {
    environment: Object.assign(
      { STAGE: config.stage, PUBLIC_URL: config.publicUrl, ...settingsOf(purpose, config) },
      purpose.testers && config.testerKey && { TESTER_KEY: config.testerKey },
      ...vendors.filter((name) => config.vendors[name] !== '').map((name) => ({ [name]: config.vendors[name] })),
      ...all.map((granted) => granted.environment),
    ),
    statements: all.flatMap((granted) => granted.statements),
  }
}
