import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { RawResource, Stack } from './assembly.ts'
import { partitionOf, resolveValue, type Scope, TemplateError } from './resolve.ts'

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

/** All stacks together: finds resources by type and by what refers to them, and reads their properties. */
export type World = {
  ofType: (type: string) => Resource[]
  /** The label of a thing by its name on AWS. */
  label: (name: string) => string
  /** The resource's properties, resolved and checked against `schema`; throws TemplateError naming the property. */
  read: <S extends z.core.$ZodType>(resource: Resource, schema: S) => z.core.output<S>
}

/** The property that names a resource of this type. */
const NAME_PROPERTY: Record<string, string> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::ApiGatewayV2::Stage': 'StageName',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::Events::Rule': 'Name',
}

/** `service:resource` part of the ARN of this type, after which comes the name. */
const ARN_PART: Record<string, string> = {
  'AWS::Lambda::Function': 'lambda:{place}:function:',
  'AWS::SQS::Queue': 'sqs:{place}:',
  'AWS::DynamoDB::Table': 'dynamodb:{place}:table/',
  'AWS::DynamoDB::GlobalTable': 'dynamodb:{place}:table/',
  'AWS::KMS::Key': 'kms:{place}:key/',
  'AWS::IAM::Role': 'iam::{account}:role/',
  'AWS::Logs::LogGroup': 'logs:{place}:log-group:',
  'AWS::SNS::Topic': 'sns:{place}:',
  'AWS::SecretsManager::Secret': 'secretsmanager:{place}:secret:',
  'AWS::Scheduler::Schedule': 'scheduler:{place}:schedule/default/',
  'AWS::Events::Rule': 'events:{place}:rule/',
}

/** Key ids look like UUIDs and must be the same at every start, or data sealed earlier could not be opened. */
const keyId = (stack: Stack, logicalId: string): string => {
  const hex = createHash('sha256').update(`${stack.name}/${logicalId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const arnOf = (stack: Stack, type: string, name: string): string => {
  const { region, account } = stack
  const part = (ARN_PART[type] ?? `${type.split('::')[1]?.toLowerCase() ?? 'local'}:{place}:`)
    .replace('{place}', `${region}:${account}`)
    .replace('{account}', account)
  return `arn:${partitionOf(region)}:${part}${name}`
}

/** What all stacks' names begin with, up to a dash: the app and its stage. */
const commonPrefix = (names: readonly string[]): string => {
  const [first = '', ...others] = names
  const parts = first.split('-')
  for (let count = parts.length - 1; count > 0 && others.length > 0; count -= 1) {
    const prefix = `${parts.slice(0, count).join('-')}-`
    if (others.every((name) => name.startsWith(prefix))) return prefix
  }
  return ''
}

/** Joins stacks into one world. `addresses` gives what Ref and GetAtt of queues and of the API lead to. */
export const worldOf = (stacks: readonly Stack[], addresses: Addresses): World => {
  const prefix = commonPrefix(stacks.map(({ name }) => name))
  const label = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name)

  const propertiesOf = (raw: RawResource): Record<string, unknown> => Object(raw.properties)

  const scopeOf = (stack: Stack, at: string): Scope => ({
    stack,
    at,
    reference: (id) => referenceTo(resourceOf(stack, id)),
    attribute: (id, name) => attributeOf(resourceOf(stack, id), name, at),
    imported: (name) => importedValue(name),
    secret: addresses.secret,
  })

  const nameOf = (stack: Stack, logicalId: string, raw: RawResource): string => {
    if (raw.type === 'AWS::KMS::Key') return keyId(stack, logicalId)
    const given = propertiesOf(raw)[NAME_PROPERTY[raw.type] ?? '']
    const name =
      given === undefined ? `${stack.name}-${logicalId}` : resolveValue(given, scopeOf(stack, `resource ${logicalId}`))
    return String(name)
  }

  const resourceOf = (stack: Stack, logicalId: string): Resource => {
    const raw = stack.resources.get(logicalId)
    if (!raw) throw new TemplateError(`stack ${stack.name} has no resource ${logicalId}`)
    const name = nameOf(stack, logicalId, raw)
    const at = `resource ${logicalId} (${raw.type})`
    return { stack, logicalId, type: raw.type, name, label: label(name), arn: arnOf(stack, raw.type, name), at }
  }

  const referenceTo = ({ type, name, arn }: Resource): string => {
    if (type === 'AWS::SQS::Queue') return addresses.queueUrl(name)
    if (type === 'AWS::SNS::Topic' || type === 'AWS::SecretsManager::Secret') return arn
    return name
  }

  const attributeOf = ({ type, name, arn, stack }: Resource, attribute: string, at: string): string => {
    const known: Record<string, string> = { Arn: arn }
    if (type === 'AWS::SQS::Queue') Object.assign(known, { QueueName: name, QueueUrl: addresses.queueUrl(name) })
    if (type === 'AWS::KMS::Key') Object.assign(known, { KeyId: name })
    if (type === 'AWS::ApiGatewayV2::Api') Object.assign(known, { ApiId: name, ApiEndpoint: addresses.publicUrl })
    if (type === 'AWS::SNS::Topic') Object.assign(known, { TopicArn: arn, TopicName: name })
    if (type === 'AWS::SecretsManager::Secret') Object.assign(known, { Id: arn })
    const value = known[attribute]
    if (value === undefined) {
      throw new TemplateError(`stack ${stack.name}, ${at}: the local engine knows no ${attribute} of ${type}`)
    }
    return value
  }

  const exported = new Map(
    stacks.flatMap((stack) =>
      stack.exports.map(({ name, value }): [unknown, { stack: Stack; value: unknown }] => {
        return [resolveValue(name, scopeOf(stack, 'the name of an export')), { stack, value }]
      }),
    ),
  )

  const importedValue = (name: string): unknown => {
    const found = exported.get(name)
    return found && resolveValue(found.value, scopeOf(found.stack, `export ${name}`))
  }

  return {
    label,
    ofType: (type) =>
      stacks.flatMap((stack) =>
        [...stack.resources].filter(([, raw]) => raw.type === type).map(([id]) => resourceOf(stack, id)),
      ),
    read: ({ stack, logicalId, at }, schema) => {
      const resolved = resolveValue(stack.resources.get(logicalId)?.properties, scopeOf(stack, at))
      const parsed = z.safeParse(schema, resolved)
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      throw new TemplateError(`stack ${stack.name}, ${at}: property ${issue?.path.join('.')}: ${issue?.message}`)
    },
  }
}
