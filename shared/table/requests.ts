import { marshall } from '@aws-sdk/util-dynamodb'
import { conditionExpression, type Names, names, updateExpression } from './expression.ts'
import type { Changes, Key, Put, Update, Write } from './write.ts'

/** A key as DynamoDB takes it. */
export const keyOf = (key: Key) => ({ pk: { S: key.pk }, sk: { S: key.sk } })

/** The condition of a write; `once` is a further one, already rendered. A failed one is to answer the item. */
export const conditioned = (write: Write, using = names(), once?: string) => {
  const conditions = [write.when && conditionExpression(write.when, using), once]
  const condition = conditions.filter(Boolean).join(' AND ')
  return {
    ...(condition && { ConditionExpression: condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
    ...using.members(),
  }
}

const marked = (changes: Changes, op: string): Changes => ({ ...changes, set: { ...changes.set, op } })

/** An update that leaves the token behind. */
export const updating = (write: Update, op: string, once?: (using: Names) => string) => {
  const using = names()
  const expression = updateExpression(marked(write.changes, op), using)
  return { Key: keyOf(write.key), UpdateExpression: expression, ...conditioned(write, using, once?.(using)) }
}

/** A put that leaves the token behind. */
export const putting = (write: Put, op: string) => ({
  Item: marshall({ ...write.item, ...write.key, op }, { removeUndefinedValues: true }),
  ...conditioned(write),
})

/**
 * Not by an earlier try of this very commit. A request whose answer was lost is repeated, and a counter would count twice:
 * its own condition may well hold a second time. Transactions need none of this, they are repeated under a ClientRequestToken.
 */
export const notYetBy = (op: string) => (using: Names) =>
  `(attribute_not_exists(${using.attr('op')}) OR ${using.attr('op')} <> ${using.value(op)})`
