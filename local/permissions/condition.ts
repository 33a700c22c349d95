import type { ConditionSpec } from '../template/policies.ts'
import { TemplateError } from '../template/resolve.ts'
import { fitting } from './pattern.ts'

/** What a request says of itself, by condition key. A key it says nothing of is absent. */
export type Context = { readonly [key: string]: readonly string[] | undefined }

/** A condition, ready to be asked. */
export type Condition = { key: string; holds(context: Context): boolean }

/** Keys of which a request may have several values; AWS wants a qualifier with them. */
const MANY = new Set(['dynamodb:LeadingKeys', 'dynamodb:Attributes', 'kms:EncryptionContextKeys'])
const ONE = new Set([
  'dynamodb:EnclosingOperation',
  'dynamodb:ReturnValues',
  'kms:MacAlgorithm',
  'kms:SigningAlgorithm',
  'kms:ViaService',
  's3:authType',
  'aws:PrincipalArn',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
])
/** `kms:EncryptionContext:account` is the value under `account`. */
const CONTEXT_ENTRY = /^kms:EncryptionContext:[\w:-]+$/

const isKnown = (key: string): boolean => MANY.has(key) || ONE.has(key) || CONTEXT_ENTRY.test(key)

type Operator = (values: readonly string[]) => (value: string) => boolean

const equal: Operator = (values) => (value) => values.includes(value)
const like: Operator = (values) => {
  const patterns = values.map(fitting)
  return (value) => patterns.some((fits) => fits(value))
}

const fault = (what: string): never => {
  throw new TemplateError(`a policy has the condition ${what}, which the local engine does not know`)
}

const ARN_PARTS = 6

/** The parts of an ARN, of which only the last may have colons within; undefined for what is none. */
const partsOf = (text: string): string[] | undefined => {
  const parts = text.split(':')
  const last = parts.slice(ARN_PARTS - 1).join(':')
  return parts.length < ARN_PARTS ? undefined : [...parts.slice(0, ARN_PARTS - 1), last]
}

/** AWS compares the parts one by one, so that `*` reaches over none of the colons between them. */
const likeArn: Operator = (values) => {
  const patterns = values.map((value) => (partsOf(value) ?? fault(`ARN ${value}`)).map(fitting))
  return (value) => {
    const parts = partsOf(value)
    return parts !== undefined && patterns.some((fits) => parts.every((part, at) => fits[at]?.(part)))
  }
}

const lower = (values: readonly string[]): string[] => values.map((value) => value.toLowerCase())

/** `True` is true, too. */
const truth: Operator = (values) => (value) => lower(values).includes(value.toLowerCase())

const operators: Record<string, Operator> = {
  StringEquals: equal,
  StringLike: like,
  ArnEquals: likeArn,
  ArnLike: likeArn,
  Bool: truth,
}

const QUALIFIED = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/

/**
 * Reads a condition. Throws TemplateError for operators and keys the engine cannot judge: to pass over one would allow what AWS
 * forbids.
 */
export const conditionOf = ({ operator, key, values }: ConditionSpec): Condition => {
  const [, qualifier, name = '', ifExists] = QUALIFIED.exec(operator) ?? []
  if (!isKnown(key)) return fault(`key ${key}`)
  if (values.some((value) => value.includes('${'))) return fault(`variable ${values.join(', ')}`)
  if (operator === 'Null')
    return { key, holds: (context) => lower(values).includes(String(context[key] === undefined)) }
  const test = operators[name]?.(values) ?? fault(`operator ${operator}`)
  if (MANY.has(key) && qualifier === undefined) return fault(`${operator} of ${key} without ForAllValues`)
  return {
    key,
    holds: (context) => {
      const found = context[key]
      // AWS: of no value, every one fits, and none does.
      if (found === undefined) return ifExists !== undefined || qualifier === 'ForAllValues'
      return qualifier === 'ForAnyValue' ? found.some(test) : found.every(test)
    },
  }
}
