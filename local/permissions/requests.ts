import * as z from 'zod/mini'
import { keyIdOf } from '../kms/ciphertext.ts'
import type { WireCall } from '../proxy/call.ts'
import { secretArn } from '../template/arn.ts'
import type { System } from '../template/system.ts'
import type { TableSpec } from '../template/tables.ts'
import type { Context } from './condition.ts'
import { dynamodbRequests, type TableKeys } from './dynamodb-requests.ts'
import type { Request } from './policy.ts'

/** Turns a call into what IAM is asked for it. Throws for calls it does not understand. */
export type Asking = (call: WireCall) => Request[]

/** What an ARN of a place begins with: `arn:aws:sqs:us-east-1:000000000000`. */
type Place = (service: string) => string

const inPlaceOf =
  (arn: string): Place =>
  (service) => {
    const [, partition, , region, account] = arn.split(':')
    return `arn:${partition}:${service}:${region}:${account}`
  }

const tableKeys = ({ arn, partitionKey, indexKeys }: TableSpec): TableKeys => ({
  arn,
  partitionKey,
  indexes: indexKeys,
})

const askingDynamodb = (tables: readonly TableSpec[], place: Place): Asking => {
  const known = new Map(tables.map((table) => [table.nameOnAws, tableKeys(table)]))
  const tableOf = (name: string): TableKeys =>
    known.get(name) ?? { arn: `${place('dynamodb')}:table/${name}`, partitionKey: 'pk', indexes: {} }
  return ({ operation, input }) => dynamodbRequests(operation, input, tableOf)
}

const kmsInput = z.object({
  KeyId: z.optional(z.string()),
  CiphertextBlob: z.optional(z.string()),
  EncryptionContext: z._default(z.record(z.string(), z.string()), {}),
  MacAlgorithm: z.optional(z.string()),
  SigningAlgorithm: z.optional(z.string()),
})

const kmsContext = ({ EncryptionContext, MacAlgorithm, SigningAlgorithm }: z.output<typeof kmsInput>): Context => {
  const entries = Object.entries(EncryptionContext)
  return {
    ...Object.fromEntries(entries.map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]])),
    ...(entries.length > 0 && { 'kms:EncryptionContextKeys': entries.map(([name]) => name) }),
    ...(MacAlgorithm !== undefined && { 'kms:MacAlgorithm': [MacAlgorithm] }),
    ...(SigningAlgorithm !== undefined && { 'kms:SigningAlgorithm': [SigningAlgorithm] }),
  }
}

const askingKms =
  (place: Place): Asking =>
  ({ operation, input }) => {
    const asked = z.parse(kmsInput, input)
    // Whoever decrypts need not name the key: the ciphertext does.
    const id = asked.KeyId ?? keyIdOf(Buffer.from(asked.CiphertextBlob ?? '', 'base64')) ?? '*'
    const resource = id.startsWith('arn:') ? id : `${place('kms')}:key/${id}`
    return [{ action: `kms:${operation}`, resource, context: kmsContext(asked) }]
  }

const sqsInput = z.object({ QueueUrl: z.optional(z.string()), QueueName: z.optional(z.string()) })

const askingSqs =
  (place: Place): Asking =>
  ({ operation, input }) => {
    const { QueueUrl = '', QueueName } = z.parse(sqsInput, input)
    const queue = QueueName ?? QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1)
    // Many at once need no other permission than one.
    const action = `sqs:${operation.replace(/Batch$/, '')}`
    return [{ action, resource: `${place('sqs')}:${queue}`, context: {} }]
  }

const secretInput = z.object({ SecretId: z.optional(z.string()) })

const askingSecrets =
  (place: Place): Asking =>
  ({ operation, input }) => {
    const { SecretId = '' } = z.parse(secretInput, input)
    return [
      { action: `secretsmanager:${operation}`, resource: secretArn(place('secretsmanager'), SecretId), context: {} },
    ]
  }

/** Signed for `monitoring`, and permitted as `cloudwatch`. */
const askingCloudwatch =
  (place: Place): Asking =>
  ({ operation }) => {
    // Numbers have no ARN: they can be permitted for all of an account alone.
    const resource = operation === 'GetMetricData' ? '*' : `${place('cloudwatch')}:alarm:*`
    return [{ action: `cloudwatch:${operation}`, resource, context: {} }]
  }

const objectInput = z.object({ Bucket: z.string(), Key: z.optional(z.string()) })

/** S3 names some of its permissions otherwise than its operations, and its ARNs have no place. */
const objectActions: Record<string, string> = { ListObjectsV2: 's3:ListBucket', HeadObject: 's3:GetObject' }

const askingS3 =
  (place: Place): Asking =>
  ({ operation, input }) => {
    const { Bucket, Key } = z.parse(objectInput, input)
    const [arn, partition] = place('s3').split(':')
    const bucket = `${arn}:${partition}:s3:::${Bucket}`
    const resource = Key === undefined ? bucket : `${bucket}/${Key}`
    return [{ action: objectActions[operation] ?? `s3:${operation}`, resource, context: {} }]
  }

/** What IAM is asked for the calls of a function with this ARN: what it does not name fully is beside it. */
export const askingFor = (functionArn: string, { tables }: Pick<System, 'tables'>): Asking => {
  const place = inPlaceOf(functionArn)
  const asking = {
    dynamodb: askingDynamodb(tables, place),
    kms: askingKms(place),
    sqs: askingSqs(place),
    secretsmanager: askingSecrets(place),
    monitoring: askingCloudwatch(place),
    s3: askingS3(place),
  }
  return (call) => asking[call.service](call)
}
