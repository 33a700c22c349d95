import * as z from 'zod/mini'
import { keyIdOf } from '../kms/ciphertext.ts'
import type { WireCall } from '../proxy/call.ts'
import { secretArn } from '../template/arn.ts'
import type { BucketSpec } from '../template/buckets.ts'
import { urlSuffixOf } from '../template/resolve.ts'
import type { System } from '../template/system.ts'
import type { TableSpec } from '../template/tables.ts'
import type { Context } from './condition.ts'
import { dynamodbRequests, type TableKeys } from './dynamodb-requests.ts'
import type { Request } from './policy.ts'

/** What of a call says what it asks for. */
export type Asked = Pick<WireCall, 'service' | 'operation' | 'input'>

/** Turns a call into what IAM is asked for it. Throws for calls it does not understand. */
export type Asking = (call: Asked) => Request[]

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

/** S3 names some of its permissions otherwise than its operations. */
const objectActions: Record<string, string> = {
  ListObjectsV2: 's3:ListBucket',
  HeadObject: 's3:GetObject',
  PostObject: 's3:PutObject',
}

/** What S3 asks of KMS, in its caller's name, for a file that is encrypted under a key. */
const keyActions: Record<string, string> = {
  PutObject: 'kms:GenerateDataKey',
  PostObject: 'kms:GenerateDataKey',
  GetObject: 'kms:Decrypt',
}

type Bucket = Pick<BucketSpec, 'nameOnAws' | 'arn' | 'region' | 'keyArn'>

/** With a key of its own for the bucket, S3 names the bucket to KMS, and no file. */
const askedOfKms = (operation: string, { keyArn, arn, region }: Bucket): Request[] => {
  const action = keyActions[operation]
  if (action === undefined || keyArn === undefined) return []
  const context = {
    'kms:ViaService': [`s3.${region}.${urlSuffixOf(region)}`],
    'kms:EncryptionContext:aws:s3:arn': [arn],
    'kms:EncryptionContextKeys': ['aws:s3:arn'],
  }
  return [{ action, resource: keyArn, context }]
}

/** The ARN of a bucket, which has no place in it. */
const bucketArn = (place: Place, name: string): string => {
  const [arn, partition] = place('s3').split(':')
  return `${arn}:${partition}:s3:::${name}`
}

const askingS3 =
  (place: Place, buckets: readonly Bucket[]): Asking =>
  ({ operation, input }) => {
    const { Bucket, Key } = z.parse(objectInput, input)
    const arn = bucketArn(place, Bucket)
    const found = buckets.find(({ nameOnAws }) => nameOnAws === Bucket)
    const asked = {
      action: objectActions[operation] ?? `s3:${operation}`,
      resource: Key === undefined ? arn : `${arn}/${Key}`,
      context: { 's3:authType': [operation === 'PostObject' ? 'POST' : 'REST-HEADER'] },
    }
    return [asked, ...(found ? askedOfKms(operation, found) : [])]
  }

/** Of whom S3 keeps to itself that a file is not there: who may not list its bucket is refused instead. */
export const askedIfMissing = (functionArn: string, { service, operation, input }: Asked): Request | undefined =>
  service === 's3' && (operation === 'GetObject' || operation === 'HeadObject')
    ? {
        action: 's3:ListBucket',
        resource: bucketArn(inPlaceOf(functionArn), z.parse(objectInput, input).Bucket),
        context: {},
      }
    : undefined

/** What IAM is asked for the calls of a function with this ARN: what it does not name fully is beside it. */
export const askingFor = (functionArn: string, { tables, buckets }: Pick<System, 'tables' | 'buckets'>): Asking => {
  const place = inPlaceOf(functionArn)
  const asking = {
    dynamodb: askingDynamodb(tables, place),
    kms: askingKms(place),
    sqs: askingSqs(place),
    secretsmanager: askingSecrets(place),
    monitoring: askingCloudwatch(place),
    s3: askingS3(place, buckets),
  }
  return (call) => asking[call.service](call)
}
