import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dynamoTable } from '../../../shared/table/dynamodb.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { put } from '../../../shared/table/write.ts'
import { APART } from './apart.contract.ts'
import { clientOn, createTable, dynoxide } from './dynoxide.ts'
import { tableContract } from './table.contract.ts'

let database: Awaited<ReturnType<typeof dynoxide>>
beforeAll(async () => {
  database = await dynoxide()
})
afterAll(() => database.stop())

tableContract('table in memory', async () => memoryTable())

tableContract('table on DynamoDB', async () => {
  const client = clientOn(database.port)
  const name = randomUUID()
  await createTable(client, name)
  await createTable(client, `${name}-apart`)
  return dynamoTable({
    client,
    name,
    apart: new Map([[APART, `${name}-apart`]]),
    token: randomUUID,
    pause: async () => {},
  })
})

it('keeps the kinds that have a table of their own there, and all others in the main one', async () => {
  const client = clientOn(database.port)
  const [name, apart] = [randomUUID(), randomUUID()]
  for (const one of [name, apart]) await createTable(client, one)
  const options = { client, token: randomUUID, pause: async () => {} }
  const both = dynamoTable({ ...options, name, apart: new Map([[APART, apart]]) })
  await both.commit([put(keyAt(`${APART}#1`, 'a'), { n: 1 }), put(keyAt('ELSE#1', 'a'), { n: 2 })])
  for (const [of, found] of [
    [name, [undefined, 2]],
    [apart, [1, undefined]],
  ] as const) {
    const alone = dynamoTable({ ...options, name: of })
    const items = await alone.getMany([keyAt(`${APART}#1`, 'a'), keyAt('ELSE#1', 'a')])
    expect(items.map((item) => item?.n)).toEqual(found)
  }
})
