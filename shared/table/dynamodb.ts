import {
  BatchGetItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { itemOf } from './failures.ts'
import { kindOf } from './keys.ts'
import { placeOf } from './list-place.ts'
import { type Database, patientTable } from './patient-table.ts'
import { conditioned, keyOf, notYetBy, putting, updating } from './requests.ts'
import type { Table } from './table.ts'
import type { Item, Key, Write } from './write.ts'

type Options = {
  /** Sends each request once: the patient table repeats, because it knows what the SDK does not. */
  client: DynamoDBClient
  name: string
  /** Kinds of partitions that have a table of their own, each with its name. Such a table has no indexes. */
  apart?: ReadonlyMap<string, string>
}

/** What one conditional request of its own can do. A conditional delete leaves no token to find, so it is a transaction. */
const isSingle = (write: Write): write is Exclude<Write, { kind: 'guard' }> =>
  write.kind !== 'guard' && !(write.kind === 'delete' && write.when)

/** Keys of one table, in a request of which a part is of each. */
const ofTable = (keys: readonly Key[]) => ({ Keys: keys.map(keyOf), ConsistentRead: true })

const dynamoDatabase = ({ client, name, apart = new Map() }: Options): Database => {
  const table = { TableName: name }
  const nameFor = ({ pk }: Pick<Key, 'pk'>): string => apart.get(kindOf(pk)) ?? name
  const tableOf = (key: Pick<Key, 'pk'>) => ({ TableName: nameFor(key) })

  const single = async (write: Exclude<Write, { kind: 'guard' }>, op: string): Promise<Item | undefined> => {
    const table = tableOf(write.key)
    if (write.kind === 'put') await client.send(new PutItemCommand({ ...table, ...putting(write, op) }))
    if (write.kind === 'delete')
      await client.send(new DeleteItemCommand({ ...table, Key: keyOf(write.key), ...conditioned(write) }))
    if (write.kind !== 'update') return undefined
    const done = await client.send(
      new UpdateItemCommand({ ...table, ...updating(write, op, notYetBy(op)), ReturnValues: 'ALL_NEW' }),
    )
    return itemOf(done.Attributes)
  }

  const transact = async (writes: readonly Write[], op: string): Promise<void> => {
    const TransactItems = writes.map((write) => {
      const table = tableOf(write.key)
      if (write.kind === 'put') return { Put: { ...table, ...putting(write, op) } }
      if (write.kind === 'update') return { Update: { ...table, ...updating(write, op) } }
      const rest = { ...table, Key: keyOf(write.key), ...conditioned(write) }
      return write.kind === 'delete'
        ? { Delete: rest }
        : { ConditionCheck: { ...rest, ConditionExpression: rest.ConditionExpression ?? '' } }
    })
    await client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: op }))
  }

  return {
    async get(key) {
      const found = await client.send(new GetItemCommand({ ...tableOf(key), Key: keyOf(key), ConsistentRead: true }))
      return itemOf(found.Item)
    },
    async getMany(keys) {
      const asked = [...Map.groupBy(keys, nameFor)].map(([of, its]) => [of, ofTable(its)])
      const page = await client.send(new BatchGetItemCommand({ RequestItems: Object.fromEntries(asked) }))
      const left = Object.values(page.UnprocessedKeys ?? {}).flatMap(({ Keys = [] }) => Keys)
      return {
        items: Object.values(page.Responses ?? {}).flatMap((items) => items.map((item) => unmarshall(item) as Item)),
        left: left.map((key) => unmarshall(key) as Key),
      }
    },
    async query({ pk, prefix = '', limit, newestFirst, after }) {
      const page = await client.send(
        new QueryCommand({
          ...tableOf({ pk }),
          ConsistentRead: true,
          KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk }, ...(prefix && { ':prefix': { S: prefix } }) },
          ScanIndexForward: !newestFirst,
          Limit: limit,
          ...(after !== undefined && { ExclusiveStartKey: keyOf({ pk, sk: after }) }),
        }),
      )
      const items = (page.Items ?? []).map((item) => unmarshall(item) as Item)
      const next = page.LastEvaluatedKey?.sk?.S
      return next === undefined ? { items } : { items, next }
    },
    async due({ shard, until, limit, after }) {
      const page = await client.send(
        new QueryCommand({
          ...table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :until',
          ExpressionAttributeValues: { ':shard': { N: String(shard) }, ':until': { N: String(until) } },
          Limit: limit,
          ...(after && { ExclusiveStartKey: marshall({ dueShard: shard, dueAt: after.dueAt, ...after.key }) }),
        }),
      )
      return (page.Items ?? []).map((item) => {
        const { pk, sk, dueAt } = unmarshall(item) as Item
        return { key: { pk, sk }, dueAt: Number(dueAt) }
      })
    },
    async list({ list, from = 0, until = Number.MAX_SAFE_INTEGER, limit, newestFirst, after }) {
      const start = after === undefined ? undefined : placeOf(after)
      const page = await client.send(
        new QueryCommand({
          ...table,
          IndexName: 'list',
          KeyConditionExpression: 'listName = :list AND listAt BETWEEN :from AND :until',
          ExpressionAttributeValues: marshall({ ':list': list, ':from': from, ':until': until }),
          ScanIndexForward: !newestFirst,
          Limit: limit,
          ...(start && {
            ExclusiveStartKey: marshall({ listName: list, listAt: start[0], pk: start[1], sk: start[2] }),
          }),
        }),
      )
      const items = (page.Items ?? []).map((item) => unmarshall(item) as Item)
      const last = page.LastEvaluatedKey && unmarshall(page.LastEvaluatedKey)
      return last ? { items, next: JSON.stringify([last.listAt, last.pk, last.sk]) } : { items }
    },
    update: (write, op) => single(write, op),
    async commit(writes, op) {
      const [only] = writes
      if (writes.length === 1 && only && isSingle(only)) await single(only, op)
      else await transact(writes, op)
    },
  }
}

/** The real table on DynamoDB: one, and beside it those of the kinds that are kept apart; a commit may write to all of them. */
export const dynamoTable = ({ token, pause, ...options }: Options & Parameters<typeof patientTable>[1]): Table =>
  patientTable(dynamoDatabase(options), { token, pause })
