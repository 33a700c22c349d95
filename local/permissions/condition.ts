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
  'aws:PrincipalArn',
  'aws:SecureTransport',
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

const operators: Record<string, Operator> = {
  StringEquals: equal,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: equal,
}

const QUALIFIED = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/

const fault = (what: string): never => {
  throw new TemplateError(`a policy has the condition ${what}, which the local engine does not know`)
}

/**
 * Reads a condition. Throws TemplateError for operators and keys the engine cannot judge: to pass over one would allow what AWS
 * forbids.
 */
export const conditionOf = ({ operator, key, values }: ConditionSpec): Condition => {
  const [, qualifier, name = '', ifExists] = QUALIFIED.exec(operator) ?? []
  if (!isKnown(key)) return fault(`key ${key}`)
  if (values.some((value) => value.includes('${'))) return fault(`variable ${values.join(', ')}`)
  if (operator === 'Null') return { key, holds: (context) => values.includes(String(context[key] === undefined)) }
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
