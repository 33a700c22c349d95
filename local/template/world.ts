import * as z from 'zod/mini'
import type { RawResource, Stack } from './assembly.ts'
import { type Addresses, arnOf, attributesOf, commonPrefix, keyId, nameProperty, type Resource } from './names.ts'
import { resolveValue, type Scope, TemplateError } from './resolve.ts'

/** All stacks together: finds resources by type and by what refers to them, and reads their properties. */
export type World = {
  ofType: (type: string) => Resource[]
  /** The label of a thing by its name on AWS. */
  label: (name: string) => string
  /** The resource's properties, resolved and checked against `schema`; throws TemplateError naming the property. */
  read: <S extends z.core.$ZodType>(resource: Resource, schema: S) => z.core.output<S>
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
    const given = propertiesOf(raw)[nameProperty(raw.type)]
    const name =
      given === undefined ? `${stack.name}-${logicalId}` : resolveValue(given, scopeOf(stack, `resource ${logicalId}`))
    // Names of buckets are in lower case, also those that AWS makes up.
    return raw.type === 'AWS::S3::Bucket' ? String(name).toLowerCase() : String(name)
  }

  /** The ARN of a role has its path before its name, without the first slash. */
  const pathOf = (stack: Stack, raw: RawResource, at: string): string =>
    String(resolveValue(propertiesOf(raw).Path ?? '/', scopeOf(stack, at))).slice(1)

  const resourceOf = (stack: Stack, logicalId: string): Resource => {
    const raw = stack.resources.get(logicalId)
    if (!raw) throw new TemplateError(`stack ${stack.name} has no resource ${logicalId}`)
    const name = nameOf(stack, logicalId, raw)
    const at = `resource ${logicalId} (${raw.type})`
    const path = raw.type === 'AWS::IAM::Role' ? pathOf(stack, raw, at) : ''
    return { stack, logicalId, type: raw.type, name, label: label(name), arn: arnOf(stack, raw.type, path + name), at }
  }

  const referenceTo = ({ type, name, arn }: Resource): string => {
    if (type === 'AWS::SQS::Queue') return addresses.queueUrl(name)
    if (type === 'AWS::SNS::Topic' || type === 'AWS::SecretsManager::Secret') return arn
    return name
  }

  const attributeOf = (resource: Resource, attribute: string, at: string): string => {
    const value = attributesOf(resource, addresses)[attribute]
    if (value !== undefined) return value
    const { type, stack } = resource
    throw new TemplateError(`stack ${stack.name}, ${at}: the local engine knows no ${attribute} of ${type}`)
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
