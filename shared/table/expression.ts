import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { convertToAttr } from '@aws-sdk/util-dynamodb'
import type { Changes, Condition, Value } from './write.ts'

/** The names and values one DynamoDB request refers to; every attribute goes through it, so reserved words never matter. */
export type Names = {
  attr(name: string): string
  value(value: Value): string
  /** Request members; left out where nothing was referred to, because DynamoDB refuses empty maps. */
  members(): {
    ExpressionAttributeNames?: Record<string, string>
    ExpressionAttributeValues?: Record<string, AttributeValue>
  }
}

export const names = (): Names => {
  const attrs = new Map<string, string>()
  const values: AttributeValue[] = []
  return {
    attr(name) {
      const known = attrs.get(name) ?? `#a${attrs.size}`
      attrs.set(name, known)
      return known
    },
    value(value) {
      values.push(convertToAttr(value, { removeUndefinedValues: true }) as AttributeValue)
      return `:v${values.length - 1}`
    },
    members: () => ({
      ...(attrs.size && {
        ExpressionAttributeNames: Object.fromEntries([...attrs].map(([name, alias]) => [alias, name])),
      }),
      ...(values.length && {
        ExpressionAttributeValues: Object.fromEntries(values.map((value, at) => [`:v${at}`, value])),
      }),
    }),
  }
}

const comparators = { equals: '=', atMost: '<=', atLeast: '>=', below: '<' } as const

/** DynamoDB refuses redundant parentheses. */
const joined = ([first = '', ...more]: string[], by: string): string =>
  more.length === 0 ? first : `(${[first, ...more].join(by)})`

/** A condition as a DynamoDB ConditionExpression. */
export const conditionExpression = (condition: Condition, using: Names): string => {
  switch (condition.op) {
    case 'exists':
      return `attribute_exists(${using.attr(condition.attr)})`
    case 'absent':
      return `attribute_not_exists(${using.attr(condition.attr)})`
    case 'oneOf':
      return `${using.attr(condition.attr)} IN (${condition.values.map((value) => using.value(value)).join(', ')})`
    case 'contains':
      return `contains(${using.attr(condition.attr)}, ${using.value(condition.value)})`
    case 'sizeBelow':
      return `size(${using.attr(condition.attr)}) < ${using.value(condition.value)}`
    case 'all':
    case 'any':
      return joined(
        condition.of.map((one) => conditionExpression(one, using)),
        condition.op === 'all' ? ' AND ' : ' OR ',
      )
    default:
      return `${using.attr(condition.attr)} ${comparators[condition.op]} ${using.value(condition.value)}`
  }
}

/** Changes as a DynamoDB UpdateExpression. */
export const updateExpression = (changes: Changes, using: Names): string => {
  const set = Object.entries(changes.set ?? {})
    .filter((entry): entry is [string, Value] => entry[1] !== undefined)
    .map(([name, value]) => `${using.attr(name)} = ${using.value(value)}`)
  const sums = Object.entries(changes.sum ?? {}).map(
    ([name, sum]) =>
      `${using.attr(name)} = if_not_exists(${using.attr(sum.of)}, ${using.value(sum.or)}) + ${using.value(sum.plus)}`,
  )
  const appended = Object.entries(changes.append ?? {}).map(
    ([name, values]) =>
      `${using.attr(name)} = list_append(if_not_exists(${using.attr(name)}, ${using.value([])}), ${using.value([...values])})`,
  )
  const assigned = [...set, ...sums, ...appended]
  const add = Object.entries(changes.add ?? {}).map(([name, by]) => `${using.attr(name)} ${using.value(by)}`)
  const members = Object.entries(changes.addToSet ?? {}).map(
    ([name, member]) => `${using.attr(name)} ${using.value(new Set([member]))}`,
  )
  const removed = (changes.remove ?? []).map((name) => using.attr(name))
  return [
    assigned.length && `SET ${assigned.join(', ')}`,
    add.length + members.length && `ADD ${[...add, ...members].join(', ')}`,
    removed.length && `REMOVE ${removed.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' ')
}
