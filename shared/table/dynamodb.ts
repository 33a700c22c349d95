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
import { conflictsOf, isContended, itemOf } from './failures.ts'
import { placeOf } from './list-place.ts'
import { conditioned, keyOf, notYetBy, putting, updating } from './requests.ts'
import { assertDistinct, type Committed, Contended, type Table } from './table.ts'
import { type Item, nameOf, type Write } from './write.ts'

type Options = {
  client: DynamoDBClient
  name: string
  /** A fresh token for each commit: an item that already carries it was written by an earlier try of the same commit. */
  token: () => string
  /** Waits between tries of a contended commit; jittered by the caller. */
  pause: (tries: number) => Promise<void>
}

const TRIES = 4

/** What one conditional request of its own can do. A conditional delete leaves no token to find, so it is a transaction. */
const isSingle = (write: Write): write is Exclude<Write, { kind: 'guard' }> =>
  write.kind !== 'guard' && !(write.kind === 'delete' && write.when)

/** The real table on DynamoDB. */
export const dynamoTable = ({ client, name, token, pause }: Options): Table => {
  let calls = 0
  const table = { TableName: name }
  const call = <T>(sent: Promise<T>): Promise<T> => {
    calls += 1
    return sent
  }

  const single = async (write: Exclude<Write, { kind: 'guard' }>, op: string): Promise<Item | undefined> => {
    if (write.kind === 'put') await call(client.send(new PutItemCommand({ ...table, ...putting(write, op) })))
    if (write.kind === 'delete')
      await call(client.send(new DeleteItemCommand({ ...table, Key: keyOf(write.key), ...conditioned(write) })))
    if (write.kind !== 'update') return undefined
    const done = await call(
      client.send(new UpdateItemCommand({ ...table, ...updating(write, op, notYetBy(op)), ReturnValues: 'ALL_NEW' })),
    )
    return itemOf(done.Attributes)
  }

  const transact = async (writes: readonly Write[], op: string): Promise<void> => {
    const TransactItems = writes.map((write) => {
      if (write.kind === 'put') return { Put: { ...table, ...putting(write, op) } }
      if (write.kind === 'update') return { Update: { ...table, ...updating(write, op) } }
      const rest = { ...table, Key: keyOf(write.key), ...conditioned(write) }
      return write.kind === 'delete'
        ? { Delete: rest }
        : { ConditionCheck: { ...rest, ConditionExpression: rest.ConditionExpression ?? '' } }
    })
    await call(client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: op })))
  }

  /** Runs one commit until it is decided. `run` answers the item after a single update. */
  const settle = async <T>(writes: readonly Write[], run: (op: string) => Promise<T>) => {
    const op = token()
    for (let tries = 1; ; tries += 1) {
      try {
        return { kind: 'committed' as const, value: await run(op) }
      } catch (error) {
        const conflicts = conflictsOf(error, writes)
        const own = conflicts?.find(({ item }) => item?.op === op)
        if (own) return { kind: 'replayed' as const, item: own.item }
        if (conflicts) return { kind: 'conflict' as const, conflicts }
        if (!isContended(error)) throw error
        if (tries === TRIES) throw new Contended('other transactions keep touching the same items')
        await pause(tries)
      }
    }
  }

  return {
    calls: () => calls,
    async get(key) {
      const found = await call(client.send(new GetItemCommand({ ...table, Key: keyOf(key), ConsistentRead: true })))
      return itemOf(found.Item)
    },
    async getMany(keys) {
      const found = new Map<string, Item>()
      // DynamoDB refuses a key that is asked for twice.
      let wanted = [...new Map(keys.map((key) => [nameOf(key), keyOf(key)])).values()]
      while (wanted.length) {
        const page = await call(
          client.send(new BatchGetItemCommand({ RequestItems: { [name]: { Keys: wanted, ConsistentRead: true } } })),
        )
        for (const item of page.Responses?.[name] ?? []) {
          const read = unmarshall(item) as Item
          found.set(nameOf(read), read)
        }
        wanted = (page.UnprocessedKeys?.[name]?.Keys ?? []) as typeof wanted
      }
      return keys.map((key) => found.get(nameOf(key)))
    },
    async query({ pk, prefix = '', limit, newestFirst, after }) {
      const page = await call(
        client.send(
          new QueryCommand({
            ...table,
            ConsistentRead: true,
            KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
            ExpressionAttributeValues: { ':pk': { S: pk }, ...(prefix && { ':prefix': { S: prefix } }) },
            ScanIndexForward: !newestFirst,
            Limit: limit,
            ...(after !== undefined && { ExclusiveStartKey: keyOf({ pk, sk: after }) }),
          }),
        ),
      )
      const items = (page.Items ?? []).map((item) => unmarshall(item) as Item)
      const next = page.LastEvaluatedKey?.sk?.S
      return next === undefined ? { items } : { items, next }
    },
    async due({ shard, until, limit }) {
      const page = await call(
        client.send(
          new QueryCommand({
            ...table,
            IndexName: 'due',
            KeyConditionExpression: 'dueShard = :shard AND dueAt <= :until',
            ExpressionAttributeValues: { ':shard': { N: String(shard) }, ':until': { N: String(until) } },
            Limit: limit,
          }),
        ),
      )
      return (page.Items ?? []).map((item) => {
        const { pk, sk, dueAt } = unmarshall(item) as Item
        return { key: { pk, sk }, dueAt: Number(dueAt) }
      })
    },
    async list({ list, from = 0, until = Number.MAX_SAFE_INTEGER, limit, newestFirst, after }) {
      const start = after === undefined ? undefined : placeOf(after)
      const page = await call(
        client.send(
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
        ),
      )
      const items = (page.Items ?? []).map((item) => unmarshall(item) as Item)
      const last = page.LastEvaluatedKey && unmarshall(page.LastEvaluatedKey)
      return last ? { items, next: JSON.stringify([last.listAt, last.pk, last.sk]) } : { items }
    },
    async update(write) {
      const settled = await settle([write], (op) => single(write, op))
      if (settled.kind === 'conflict') return { kind: 'conflict', item: settled.conflicts[0]?.item }
      const item = settled.kind === 'committed' ? settled.value : settled.item
      if (!item) throw new Error('an update left no item')
      return { kind: 'updated', item }
    },
    async commit(writes): Promise<Committed> {
      assertDistinct(writes)
      const [only] = writes
      if (!only) return { kind: 'committed' }
      const settled = await settle<unknown>(writes, (op) =>
        writes.length === 1 && isSingle(only) ? single(only, op) : transact(writes, op),
      )
      return settled.kind === 'conflict' ? settled : { kind: 'committed' }
    },
  }
}
