import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dynamoTable } from '../../../shared/table/dynamodb.ts'
import { Contended, NotNow, type Table } from '../../../shared/table/table.ts'
import { isNew, type Key, put, update } from '../../../shared/table/write.ts'
import { clientOn, createTable, dynoxide } from './dynoxide.ts'
import { cancelled, faultyProxy, singleConflict, transactionConflict } from './faulty-proxy.ts'

let database: Awaited<ReturnType<typeof dynoxide>>
let proxy: Awaited<ReturnType<typeof faultyProxy>>
let table: Table
let pauses: number[] = []

beforeAll(async () => {
  database = await dynoxide()
  proxy = await faultyProxy(database.port)
  await createTable(clientOn(database.port), 'contended')
  const pause = async (attempt: number) => void pauses.push(attempt)
  table = dynamoTable({ client: clientOn(proxy.port), name: 'contended', token: randomUUID, pause })
})
afterAll(async () => {
  await proxy.stop()
  await database.stop()
})
beforeEach(() => {
  pauses = []
})

let count = 0
const fresh = (): Key => {
  count += 1
  return { pk: `contended ${count}`, sk: 'item' }
}
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)

describe('other transactions on the same items', () => {
  it('are waited for, and the commit is performed once', async () => {
    const [a, b] = [fresh(), fresh()]
    proxy.plan(...times(3, transactionConflict(2, 1)))
    const before = table.calls()
    const answer = await table.commit([put(a, { n: 1 }, isNew), update(b, { add: { n: 1 } })])
    expect(answer).toEqual({ kind: 'committed' })
    expect(pauses).toEqual([1, 2, 3])
    expect(table.calls() - before).toBe(4)
    expect((await table.getMany([a, b])).map((item) => item?.n)).toEqual([1, 1])
  })
  it('that do not end make the commit throw Contended after four retries, with nothing written', async () => {
    const [a, b] = [fresh(), fresh()]
    proxy.plan(...times(5, transactionConflict(2, 0)))
    const before = table.calls()
    await expect(table.commit([put(a, {}, isNew), put(b, {})])).rejects.toBeInstanceOf(Contended)
    expect(pauses).toEqual([1, 2, 3, 4])
    expect(table.calls() - before).toBe(5)
    expect(proxy.left()).toBe(0)
    expect(await table.getMany([a, b])).toEqual([undefined, undefined])
  })
  it('are waited for by a single write too', async () => {
    const key = fresh()
    proxy.plan(...times(2, singleConflict))
    expect((await table.update(update(key, { add: { n: 1 } }))).kind).toBe('updated')
    expect(pauses).toEqual([1, 2])
    proxy.plan(...times(5, singleConflict))
    await expect(table.commit([put(key, {})])).rejects.toBeInstanceOf(Contended)
    expect((await table.get(key))?.n).toBe(1)
  })
  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'are no excuse for a database that is in trouble: %s',
    async (Code) => {
      const trouble = cancelled({ Code: 'TransactionConflict' }, { Code })
      const conflict = transactionConflict(2, 0)
      for (const plan of [times(5, trouble), [trouble, ...times(4, conflict)], [...times(4, conflict), trouble]]) {
        proxy.plan(...plan)
        const thrown: unknown = await table
          .commit([put(fresh(), {}), put(fresh(), {})])
          .catch((error: unknown) => error)
        expect(thrown).toBeInstanceOf(NotNow)
        expect(thrown).not.toBeInstanceOf(Contended)
        expect(thrown).toMatchObject({ code: Code })
      }
      expect(proxy.left()).toBe(0)
    },
  )
  it('do not hide a condition that failed', async () => {
    const [a, b] = [fresh(), fresh()]
    await table.commit([put(a, { n: 1 })])
    proxy.plan(transactionConflict(2, 1))
    const answer = await table.commit([put(a, { n: 2 }, isNew, 'taken'), put(b, {})])
    expect(answer.kind === 'conflict' && answer.conflicts.map(({ because }) => because)).toEqual(['taken'])
    expect(pauses).toEqual([1])
  })
  it('are no conflict of ours when the answer names both: the condition decides', async () => {
    const [a, b] = [fresh(), fresh()]
    const Item = { pk: { S: a.pk }, sk: { S: a.sk }, n: { N: '1' } }
    proxy.plan(cancelled({ Code: 'ConditionalCheckFailed', Item }, { Code: 'TransactionConflict' }))
    const answer = await table.commit([put(a, {}, isNew), put(b, {})])
    expect(answer.kind === 'conflict' && answer.conflicts.map(({ item }) => item)).toEqual([{ ...a, n: 1 }])
    expect(pauses).toEqual([])
  })
})

describe('any other failure of the database', () => {
  it('is thrown as it came, not taken for a conflict', async () => {
    const failed = { __type: 'com.amazonaws.dynamodb.v20120810#AccessDeniedException', message: 'no' }
    proxy.plan({ kind: 'answered', status: 400, body: failed })
    await expect(table.commit([put(fresh(), {}, isNew)])).rejects.toThrow(/^no$/)
    expect(pauses).toEqual([])
  })
})
