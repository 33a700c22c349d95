import { ForPeople } from '../../shared/command/for-people.ts'
import { secretName } from './arn.ts'
import type { Stack } from './assembly.ts'

/** What a value is resolved in: the stack it stands in, and what the rest of the assembly and the engine know. */
export type Scope = {
  stack: Stack
  /** The resource or output being read, for error messages. */
  at: string
  /** Value of Ref to a resource of this stack. */
  reference: (logicalId: string) => unknown
  attribute: (logicalId: string, name: string) => unknown
  imported: (name: string) => unknown
  /** Plain text of a secret, for dynamic references; undefined if there is none of that name. */
  secret: (name: string) => string | undefined
}

/** The templates hold something the local engine does not know. Says which stack and resource. */
export class TemplateError extends ForPeople {
  override readonly name = 'TemplateError'
}

const fault = (scope: Scope, what: string): never => {
  throw new TemplateError(`stack ${scope.stack.name}, ${scope.at}: ${what}`)
}

/** Stands for AWS::NoValue until the property that has it is left out. */
const nothing = Symbol('AWS::NoValue')

/** aws or aws-cn, by the region. */
export const partitionOf = (region: string): string => (region.startsWith('cn-') ? 'aws-cn' : 'aws')

/** amazonaws.com or that of China, by the region. */
export const urlSuffixOf = (region: string): string => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')

const pseudoParameters: Record<string, (stack: Stack) => unknown> = {
  'AWS::Region': ({ region }) => region,
  'AWS::Partition': ({ region }) => partitionOf(region),
  'AWS::AccountId': ({ account }) => account,
  'AWS::URLSuffix': ({ region }) => urlSuffixOf(region),
  'AWS::StackName': ({ name }) => name,
  'AWS::StackId': ({ name, region, account }) =>
    `arn:${partitionOf(region)}:cloudformation:${region}:${account}:stack/${name}/local`,
  'AWS::NoValue': () => nothing,
}

const text = (value: unknown, scope: Scope, what: string): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return fault(scope, `${what} must be text, but is ${JSON.stringify(value)}`)
}

const list = (value: unknown, scope: Scope, what: string): unknown[] =>
  Array.isArray(value) ? value : fault(scope, `${what} must be a list, but is ${JSON.stringify(value)}`)

const ref = (name: string, scope: Scope): unknown => {
  const pseudo = pseudoParameters[name]
  if (pseudo) return pseudo(scope.stack)
  if (scope.stack.resources.has(name)) return scope.reference(name)
  if (scope.stack.parameters.has(name)) {
    return scope.stack.parameters.get(name) ?? fault(scope, `parameter ${name} has no default value`)
  }
  return fault(scope, `Ref to ${name}, which this stack does not have`)
}

const getAtt = (argument: unknown, scope: Scope): unknown => {
  const parts =
    typeof argument === 'string' ? argument.split(/\.(.*)/s).slice(0, 2) : list(argument, scope, 'Fn::GetAtt')
  const [id, name] = parts.map((part) => text(resolveValue(part, scope), scope, 'Fn::GetAtt'))
  if (id === undefined || name === undefined) return fault(scope, 'Fn::GetAtt takes a resource and an attribute')
  if (!scope.stack.resources.has(id)) return fault(scope, `Fn::GetAtt of ${id}, which this stack does not have`)
  return scope.attribute(id, name)
}

const substitute = (argument: unknown, scope: Scope): string => {
  const [template, given] = Array.isArray(argument) ? argument : [argument, {}]
  const variables = new Map(Object.entries(Object(resolveValue(given, scope))))
  return text(template, scope, 'Fn::Sub').replaceAll(/\$\{([^${}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`
    if (variables.has(name)) return text(variables.get(name), scope, `Fn::Sub \${${name}}`)
    const value = name.includes('.') ? getAtt(name, scope) : ref(name, scope)
    return text(value, scope, `Fn::Sub \${${name}}`)
  })
}

const intrinsics: Record<string, (argument: unknown, scope: Scope) => unknown> = {
  Ref: (argument, scope) => ref(text(argument, scope, 'Ref'), scope),
  'Fn::GetAtt': getAtt,
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, scope, 'Fn::Join')
    const resolved = list(resolveValue(parts, scope), scope, 'Fn::Join')
    return resolved.map((part) => text(part, scope, 'Fn::Join')).join(text(separator, scope, 'Fn::Join'))
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(argument, scope, 'Fn::Select').map((part) => resolveValue(part, scope))
    const found = list(values, scope, 'Fn::Select')[Number(index)]
    return found === undefined ? fault(scope, `Fn::Select has nothing at ${String(index)}`) : found
  },
  'Fn::Split': (argument, scope) => {
    const [separator, value] = list(argument, scope, 'Fn::Split')
    return text(resolveValue(value, scope), scope, 'Fn::Split').split(text(separator, scope, 'Fn::Split'))
  },
  'Fn::ImportValue': (argument, scope) => {
    const name = text(resolveValue(argument, scope), scope, 'Fn::ImportValue')
    return scope.imported(name) ?? fault(scope, `no stack exports ${name}`)
  },
}

const DYNAMIC = /\{\{resolve:([^{}]+)\}\}/g

/** `secretsmanager:<name or ARN>:SecretString:<JSON key>:…`; an ARN has five colons before its name. */
const SECRET_REFERENCE = /^secretsmanager:(arn:(?:[^:]*:){5}[^:]+|[^:]+)(?::SecretString)?(?::([^:]*))?/

const dynamicReference = (reference: string, scope: Scope): string => {
  const found = SECRET_REFERENCE.exec(reference)
  if (!found) return fault(scope, `the local engine does not know {{resolve:${reference}}}`)
  const [, name = '', key = ''] = found
  const value = scope.secret(secretName(name))
  if (value === undefined) return fault(scope, `there is no secret ${name}`)
  if (key === '') return value
  const field: unknown = Object(JSON.parse(value))[key]
  return text(field, scope, `key ${key} of secret ${name}`)
}

const withSecrets = (value: string, scope: Scope): string =>
  value.replaceAll(DYNAMIC, (_, reference: string) => dynamicReference(reference, scope))

const intrinsicOf = (value: object): [string, unknown] | undefined => {
  const [only, ...others] = Object.entries(value)
  if (!only || others.length > 0) return undefined
  return only[0] === 'Ref' || only[0].startsWith('Fn::') ? only : undefined
}

const kept = (value: unknown): boolean => value !== nothing

/**
 * The value with every intrinsic function and dynamic reference replaced; properties that are AWS::NoValue are left out.
 * Throws TemplateError for a function it does not know and for references that lead nowhere.
 */
export const resolveValue = (value: unknown, scope: Scope): unknown => {
  if (typeof value === 'string') return withSecrets(value, scope)
  if (Array.isArray(value)) return value.map((part) => resolveValue(part, scope)).filter(kept)
  if (typeof value !== 'object' || value === null) return value
  const intrinsic = intrinsicOf(value)
  if (intrinsic) {
    const [name, argument] = intrinsic
    const evaluate = intrinsics[name] ?? fault(scope, `the local engine does not know ${name}`)
    const result = evaluate(argument, scope)
    // A reference to a secret is often joined from parts, so it can be seen only in the result.
    return typeof result === 'string' ? withSecrets(result, scope) : result
  }
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => [name, resolveValue(part, scope)])
  return Object.fromEntries(entries.filter(([, part]) => kept(part)))
}
