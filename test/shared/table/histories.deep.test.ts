import { randomUUID } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dynamoTable } from '../../../shared/table/dynamodb.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Item, nameOf, type Write } from '../../../shared/table/write.ts'
import { clientOn, createTable, dynoxide } from './dynoxide.ts'
import { histories } from './histories.ts'
import { seen } from './seen.ts'

let database: Awaited<ReturnType<typeof dynoxide>>
beforeAll(async () => {
  database = await dynoxide()
})
afterAll(() => database.stop())

/** What a caller learns from one commit. */
const answerOf = async (table: Table, writes: readonly Write[]) => {
  try {
    const answer = await table.commit(writes)
    if (answer.kind === 'committed') return 'committed'
    return answer.conflicts.map(({ write, item }) => ({ of: nameOf(write.key), item: seen(item) }))
  } catch {
    return 'thrown'
  }
}

const sorted = (items: readonly Item[]) => items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).map(seen)

describe('both tables', () => {
  it('give the same answers and hold the same items after any history', async () => {
    const seenAnswers = { committed: 0, thrown: 0, conflict: 0 }
    const client = clientOn(database.port)
    const history = fc.asyncProperty(histories, async (commits) => {
      const name = randomUUID()
      await createTable(client, name)
      const real = dynamoTable({ client, name, token: randomUUID, pause: async () => {} })
      const memory = memoryTable()
      for (const writes of commits) {
        const answer = await answerOf(real, writes)
        expect(await answerOf(memory, writes)).toEqual(answer)
        seenAnswers[typeof answer === 'string' ? answer : 'conflict'] += 1
      }
      const scanned = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))
      const items = (scanned.Items ?? []).map((item): Item => ({ pk: '', sk: '', ...unmarshall(item) }))
      expect(sorted(memory.items())).toEqual(sorted(items))
    })
    await fc.assert(history, { numRuns: 30 })
    expect(Math.min(...Object.values(seenAnswers))).toBeGreaterThan(10)
  })
})
