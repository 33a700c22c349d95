import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { dynamoTable } from '../../../shared/table/dynamodb.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
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
  return dynamoTable({ client, name, token: randomUUID, pause: async () => {} })
})
