import * as z from 'zod/mini'
import { attributesIn, expressions, keyPlaceholder } from './expressions.ts'
import { LEADING_KEYS, type Request } from './policy.ts'

/** A table as IAM sees it: its ARN, and which attribute is the partition key of the table and of each index. */
export type TableKeys = { arn: string; partitionKey: string; indexes: Readonly<Record<string, string>> }

const value = z.record(z.string(), z.unknown())
const item = z.record(z.string(), value)
const parts = {
  TableName: z.string(),
  ReturnValues: z.optional(z.string()),
  ExpressionAttributeValues: z.optional(item),
  ...expressions,
}
const onItem = z.object({ ...parts, Key: item })
const put = z.object({ ...parts, Item: item })
const query = z.object({ ...parts, IndexName: z.optional(z.string()) })
const batch = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(item), ...expressions })) })
const transaction = z.object({
  TransactItems: z.array(
    z.object({
      ConditionCheck: z.optional(onItem),
      Delete: z.optional(onItem),
      Get: z.optional(onItem),
      Put: z.optional(put),
      Update: z.optional(onItem),
    }),
  ),
})
const other = z.object({ TableName: z.optional(z.string()) })

/** One access to one item or partition. */
type Access = { operation: string; table: string; index?: string; key: string; attributes: string[]; returns?: string }

type Tables = (name: string) => TableKeys

const textOf = (found: z.output<typeof value> | undefined): string => String(Object.values(found ?? {})[0])

const keyOf = (of: z.output<typeof item>, attribute: string): string => textOf(of[attribute])

type OnItem = z.output<typeof onItem> | z.output<typeof put>

const accessTo = (operation: string, input: OnItem, tables: Tables): Access => {
  const named = 'Item' in input ? input.Item : input.Key
  return {
    operation,
    table: input.TableName,
    key: keyOf(named, tables(input.TableName).partitionKey),
    attributes: [...Object.keys(named), ...attributesIn(input)],
    returns: input.ReturnValues,
  }
}

const queried = (body: unknown, tables: Tables): Access => {
  const input = z.parse(query, body)
  const { partitionKey, indexes } = tables(input.TableName)
  const attribute = input.IndexName === undefined ? partitionKey : indexes[input.IndexName]
  const placeholder = attribute && keyPlaceholder(input, attribute)
  const key = placeholder && input.ExpressionAttributeValues?.[placeholder]
  // Without it a condition about keys would hold of no key at all.
  if (!key) throw new Error(`the key of this query is not understood: ${input.KeyConditionExpression}`)
  return {
    operation: 'Query',
    table: input.TableName,
    index: input.IndexName,
    key: textOf(key),
    attributes: attributesIn(input),
  }
}

const batched = (body: unknown, tables: Tables): Access[] =>
  Object.entries(z.parse(batch, body).RequestItems).flatMap(([table, { Keys, ...input }]) =>
    Keys.map((Key) => ({
      operation: 'BatchGetItem',
      table,
      key: keyOf(Key, tables(table).partitionKey),
      attributes: [...Object.keys(Key), ...attributesIn(input)],
    })),
  )

/** Each write of a transaction needs the permission of its own; the transaction as a whole needs none. */
const MEMBERS = {
  ConditionCheck: 'ConditionCheckItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
} as const

const transacted = (body: unknown, tables: Tables): Access[] =>
  z.parse(transaction, body).TransactItems.flatMap((member) =>
    (['ConditionCheck', 'Delete', 'Get', 'Put', 'Update'] as const).flatMap((name) => {
      const input = member[name]
      return input ? [accessTo(MEMBERS[name], input, tables)] : []
    }),
  )

const accessesOf = (operation: string, body: unknown, tables: Tables): Access[] | undefined => {
  switch (operation) {
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [accessTo(operation, z.parse(onItem, body), tables)]
    case 'PutItem':
      return [accessTo(operation, z.parse(put, body), tables)]
    case 'Query':
      return [queried(body, tables)]
    case 'BatchGetItem':
      return batched(body, tables)
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return transacted(body, tables)
    default:
      return undefined
  }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

/** Everything one operation does with one table or index, at once: so the keys of a batch are judged together. */
const requestOf = (all: readonly Access[], enclosing: string | undefined, tables: Tables): Request[] => {
  const [first] = all
  if (!first) return []
  const { arn } = tables(first.table)
  const returns = all.flatMap((access) => access.returns ?? [])
  return [
    {
      action: `dynamodb:${first.operation}`,
      resource: first.index === undefined ? arn : `${arn}/index/${first.index}`,
      context: {
        [LEADING_KEYS]: distinct(all.map(({ key }) => key)),
        'dynamodb:Attributes': distinct(all.flatMap(({ attributes }) => attributes)),
        ...(returns.length > 0 && { 'dynamodb:ReturnValues': distinct(returns) }),
        ...(enclosing !== undefined && { 'dynamodb:EnclosingOperation': [enclosing] }),
      },
    },
  ]
}

/**
 * What IAM is asked for a call to DynamoDB. The reading is the strictest that AWS's pages allow: an operation on a table is judged
 * with all its keys together. Throws for requests that are not understood.
 */
export const dynamodbRequests = (operation: string, body: unknown, tables: Tables): Request[] => {
  const accesses = accessesOf(operation, body, tables)
  if (!accesses) {
    const { TableName } = z.parse(other, body)
    const resource = TableName === undefined ? '*' : tables(TableName).arn
    return [{ action: `dynamodb:${operation}`, resource, context: {} }]
  }
  const enclosing = operation.startsWith('Transact') ? operation : undefined
  const groups = Map.groupBy(accesses, (access) => `${access.operation} ${access.table} ${access.index}`)
  return [...groups.values()].flatMap((all) => requestOf(all, enclosing, tables))
}
