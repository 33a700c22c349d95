import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import { dynamoTable } from '../../../shared/table/dynamodb.ts'
import type { Table } from '../../../shared/table/table.ts'

const key = { pk: 'ORDER#1', sk: 'ORDER' }

/** What is sent for a read; the answer is empty. */
const sentFor = async (read: (table: Table) => Promise<unknown>): Promise<object[]> => {
  const sent: object[] = []
  const send = async ({ input }: { input: object }) => {
    sent.push(input)
    return {}
  }
  const client = { send } as unknown as DynamoDBClient
  await read(
    dynamoTable({
      client,
      name: 'table',
      apart: new Map([['APART', 'apart']]),
      token: () => 'op',
      pause: async () => {},
    }),
  )
  return sent
}

const reads: [string, (table: Table) => Promise<unknown>, boolean][] = [
  ['one item', (table) => table.get(key), true],
  ['many items', (table) => table.getMany([key]), true],
  ['many items of another table', (table) => table.getMany([{ pk: 'APART#1', sk: 'a' }]), true],
  ['a partition', (table) => table.query({ pk: key.pk, limit: 9 }), true],
  ['a part of one', (table) => table.query({ pk: key.pk, prefix: 'A', limit: 9, newestFirst: true, after: 'B' }), true],
  // An index has no consistent reads: DynamoDB refuses a request for one.
  ['what is due', (table) => table.due({ shard: 0, until: 9, limit: 9 }), false],
  ['a list', (table) => table.list({ list: 'L', limit: 9 }), false],
]

it.each(reads)('a read of %s asks for what was written last where it can', async (_what, read, isConsistent) => {
  const [sent, ...more] = await sentFor(read)
  expect(more).toEqual([])
  const asked = { ...sent, ...Object(Object.values(Object(Object(sent).RequestItems))[0]) }
  expect([asked.ConsistentRead, asked.IndexName === undefined]).toEqual([isConsistent || undefined, isConsistent])
})
