import { createHash } from 'node:crypto'
import type { Stack } from './assembly.ts'
import { partitionOf, urlSuffixOf } from './resolve.ts'

/** What only the running engine knows. */
export type Addresses = {
  /** Where the HTTP API is reached, without a slash at the end. */
  publicUrl: string
  queueUrl: (queueName: string) => string
  secret: (name: string) => string | undefined
}

/** A resource and how it is called: `name` on AWS, `label` (without what all names begin with) on this machine. */
export type Resource = {
  stack: Stack
  logicalId: string
  type: string
  name: string
  label: string
  arn: string
  /** For error messages. */
  at: string
}

/** The property that names a resource of this type. */
const NAME_PROPERTY: Record<string, string> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::ApiGatewayV2::Stage': 'StageName',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::Events::Rule': 'Name',
}

/** Empty for types that are never named. */
export const nameProperty = (type: string): string => NAME_PROPERTY[type] ?? ''

/** `service:resource` part of the ARN of this type, after which comes the name. */
const ARN_PART: Record<string, string> = {
  'AWS::Lambda::Function': 'lambda:{place}:function:',
  'AWS::SQS::Queue': 'sqs:{place}:',
  'AWS::DynamoDB::Table': 'dynamodb:{place}:table/',
  'AWS::DynamoDB::GlobalTable': 'dynamodb:{place}:table/',
  'AWS::KMS::Key': 'kms:{place}:key/',
  'AWS::S3::Bucket': 's3:::',
  'AWS::IAM::Role': 'iam::{account}:role/',
  'AWS::Logs::LogGroup': 'logs:{place}:log-group:',
  'AWS::SNS::Topic': 'sns:{place}:',
  'AWS::SecretsManager::Secret': 'secretsmanager:{place}:secret:',
  'AWS::Scheduler::Schedule': 'scheduler:{place}:schedule/default/',
  'AWS::Events::Rule': 'events:{place}:rule/',
}

/** Key ids look like UUIDs and must be the same at every start, or data sealed earlier could not be opened. */
export const keyId = (stack: Stack, logicalId: string): string => {
  const hex = createHash('sha256').update(`${stack.name}/${logicalId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const arnOf = (stack: Stack, type: string, name: string): string => {
  const { region, account } = stack
  const part = (ARN_PART[type] ?? `${type.split('::')[1]?.toLowerCase() ?? 'local'}:{place}:`)
    .replace('{place}', `${region}:${account}`)
    .replace('{account}', account)
  return `arn:${partitionOf(region)}:${part}${name}${type === 'AWS::Logs::LogGroup' ? ':*' : ''}`
}

/** What all stacks' names begin with, up to a dash: the app and its stage. */
export const commonPrefix = (names: readonly string[]): string => {
  const [first = '', ...others] = names
  const parts = first.split('-')
  for (let count = parts.length - 1; count > 0 && others.length > 0; count -= 1) {
    const prefix = `${parts.slice(0, count).join('-')}-`
    if (others.every((name) => name.startsWith(prefix))) return prefix
  }
  return ''
}

/** The host under which AWS has a bucket. */
export const bucketDomain = (name: string, region: string): string => `${name}.s3.${region}.${urlSuffixOf(region)}`

/** What Fn::GetAtt can ask of a resource. */
export const attributesOf = (
  { type, name, arn, stack }: Resource,
  { queueUrl, publicUrl }: Addresses,
): Record<string, string> => {
  switch (type) {
    case 'AWS::SQS::Queue':
      return { Arn: arn, QueueName: name, QueueUrl: queueUrl(name) }
    case 'AWS::S3::Bucket':
      return {
        Arn: arn,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: bucketDomain(name, stack.region),
      }
    case 'AWS::KMS::Key':
      return { Arn: arn, KeyId: name }
    case 'AWS::ApiGatewayV2::Api':
      return { Arn: arn, ApiId: name, ApiEndpoint: publicUrl }
    case 'AWS::SNS::Topic':
      return { Arn: arn, TopicArn: arn, TopicName: name }
    case 'AWS::SecretsManager::Secret':
      return { Arn: arn, Id: arn }
    default:
      return { Arn: arn }
  }
}
