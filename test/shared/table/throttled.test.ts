import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dynamoTable } from '../../../shared/table/dynamodb.ts'
import { NotNow, type Table } from '../../../shared/table/table.ts'
import { below, exists, isNew, type Key, put, remove, update } from '../../../shared/table/write.ts'
import { clientOn, createTable, dynoxide } from './dynoxide.ts'
import { cancelled, failed, faultyProxy } from './faulty-proxy.ts'

const NAME = 'throttled'

let database: Awaited<ReturnType<typeof dynoxide>>
let proxy: Awaited<ReturnType<typeof faultyProxy>>
let table: Table
let pauses: number[] = []
let tokens = 0

beforeAll(async () => {
  database = await dynoxide()
  proxy = await faultyProxy(database.port)
  await createTable(clientOn(database.port), NAME)
  const pause = async (tries: number) => void pauses.push(tries)
  const token = () => {
    tokens += 1
    return randomUUID()
  }
  table = dynamoTable({ client: clientOn(proxy.port), name: NAME, token, pause })
})
afterAll(async () => {
  await proxy.stop()
  await database.stop()
})
beforeEach(() => {
  pauses = []
  tokens = 0
})

let count = 0
const fresh = (): Key => {
  count += 1
  return { pk: `throttled ${count}`, sk: 'item' }
}
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)
const lost = { kind: 'answer lost' } as const

const REASONS = ['ThrottlingError', 'ProvisionedThroughputExceeded', 'TransactionConflict']
const NOT_DONE = ['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'].map(
  (name) => ({ name, status: 400 }),
)
const PERHAPS_DONE = [
  { name: 'InternalServerError', status: 500 },
  { name: 'ServiceUnavailable', status: 503 },
  { name: 'TransactionInProgressException', status: 400 },
]

describe('a transaction that was cancelled because the table was throttled', () => {
  it.each(REASONS)('%s: is repeated under the same token after a pause, and performed once', async (Code) => {
    const [a, b] = [fresh(), fresh()]
    proxy.plan(...times(3, cancelled({ Code: 'None' }, { Code })))
    const writes = [put(a, { n: 1 }, isNew), update(b, { add: { n: 1 } })]
    expect(await table.commit(writes)).toEqual({ kind: 'committed' })
    expect(pauses).toEqual([1, 2, 3])
    expect(tokens).toBe(1)
    expect((await table.getMany([a, b])).map((item) => item?.n)).toEqual([1, 1])
  })

  it('for good: throws NotNow, with the reason for the log and nothing written', async () => {
    const [a, b] = [fresh(), fresh()]
    proxy.plan(...times(5, cancelled({ Code: 'ThrottlingError' }, { Code: 'None' })))
    const commit = table.commit([put(a, {}, isNew), put(b, {})])
    await expect(commit).rejects.toMatchObject({ name: 'NotNow', code: 'ThrottlingError' })
    expect(proxy.left()).toBe(0)
    expect(await table.getMany([a, b])).toEqual([undefined, undefined])
  })

  it('and whose condition failed at another item: the condition is the answer', async () => {
    const [a, b] = [fresh(), fresh()]
    const Item = { pk: { S: a.pk }, sk: { S: a.sk }, n: { N: '1' } }
    proxy.plan(cancelled({ Code: 'ConditionalCheckFailed', Item }, { Code: 'ThrottlingError' }))
    const answer = await table.commit([put(a, {}, isNew, 'taken'), put(b, {})])
    expect(answer.kind === 'conflict' && answer.conflicts).toMatchObject([{ because: 'taken', item: { n: 1 } }])
    expect(pauses).toEqual([])
  })

  it('and that could not be performed anyway is not repeated', async () => {
    proxy.plan(cancelled({ Code: 'ValidationError' }, { Code: 'ThrottlingError' }))
    const commit = table.commit([put(fresh(), {}, isNew), put(fresh(), {})])
    await expect(commit).rejects.toMatchObject({ name: 'TransactionCanceledException' })
    expect(pauses).toEqual([])
  })
})

describe('a request that was refused for now, or answered by nobody', () => {
  const key = { pk: 'read', sk: 'item' }
  beforeAll(() => table.commit([put(key, { n: 1, dueShard: 1, dueAt: 1, listName: 'l', listAt: 1 })]))

  const reads: Record<string, () => Promise<unknown>> = {
    get: async () => (await table.get(key))?.n,
    getMany: async () => (await table.getMany([key]))[0]?.n,
    query: async () => (await table.query({ pk: 'read', limit: 1 })).items[0]?.n,
    due: async () => (await table.due({ shard: 1, until: 1, limit: 1 })).length,
    list: async () => (await table.list({ list: 'l', limit: 1 })).items[0]?.n,
  }
  it.each(Object.keys(reads))('%s: asks again, and throws NotNow in the end', async (name) => {
    const ask = reads[name]
    for (const { name: error, status } of [...NOT_DONE, ...PERHAPS_DONE]) {
      proxy.plan(failed(error, status), failed(error, status))
      expect(await ask?.()).toBe(1)
    }
    proxy.plan(lost)
    expect(await ask?.()).toBe(1)
    proxy.plan(...times(4, failed('InternalServerError', 500)), failed('ThrottlingException'))
    await expect(ask?.()).rejects.toMatchObject({ name: 'NotNow', code: 'ThrottlingException' })
    expect(proxy.left()).toBe(0)
  })

  const writes = (): Record<string, () => Promise<unknown>> => {
    const [a, b] = [fresh(), fresh()]
    return {
      'several writes': () => table.commit([put(a, { n: 1 }, isNew), update(b, { add: { n: 1 } })]),
      'a put': () => table.commit([put(a, { n: 1 }, isNew)]),
      'an update': () => table.update(update(a, { add: { n: 1 } })),
      'a delete': () => table.commit([remove(a)]),
      'a conditional delete': () => table.commit([remove(key, exists('nothing'))]),
    }
  }
  it.each(Object.keys(writes()))('%s: is tried again, and NotNow only if nothing was written', async (name) => {
    for (const { name: error, status } of [...NOT_DONE, ...PERHAPS_DONE]) {
      const write = writes()[name]
      const expected = name === 'a conditional delete' ? { kind: 'conflict' } : { kind: /committed|updated/ }
      proxy.plan(failed(error, status))
      expect(JSON.stringify(await write?.())).toMatch(expected.kind)
      proxy.plan(...times(5, failed(error, status)))
      const left = status === 400 && error !== 'TransactionInProgressException' ? 'NotNow' : error
      await expect(writes()[name]?.()).rejects.toMatchObject({ name: left })
    }
    expect(proxy.left()).toBe(0)
  })

  it('is not taken for undone when an earlier try is open: the last word is that nobody knows', async () => {
    const [a, b] = [fresh(), fresh()]
    proxy.plan(lost, ...times(4, cancelled({ Code: 'ThrottlingError' }, { Code: 'None' })))
    const error: unknown = await table.commit([put(a, { n: 1 }, isNew), put(b, {})]).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(NotNow)
    expect((await table.get(a))?.n).toBe(1)
  })

  it('was performed already when its answer was lost and the next try throttled: it counts once', async () => {
    const [a, b, c] = [fresh(), fresh(), fresh()]
    await table.commit([put(c, { used: 1 })])
    proxy.plan(lost, cancelled({ Code: 'ThrottlingError' }, { Code: 'None' }), failed('TransactionInProgressException'))
    expect(await table.commit([put(a, { n: 1 }, isNew), update(b, { add: { n: 1 } })])).toEqual({ kind: 'committed' })
    proxy.plan(lost, failed('ThrottlingException'))
    expect((await table.update(update(c, { add: { used: 1 } }, below('used', 5)))).kind).toBe('updated')
    expect((await table.getMany([a, b])).map((item) => item?.n)).toEqual([1, 1])
    expect((await table.get(c))?.used).toBe(2)
  })
})

describe('keys a read did not get to', () => {
  const partly = (read: Key[], left: Key[]) => {
    const ofKey = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } })
    const body = { Responses: { [NAME]: read.map(ofKey) }, UnprocessedKeys: { [NAME]: { Keys: left.map(ofKey) } } }
    return { kind: 'answered', status: 200, body } as const
  }

  it('are asked for again after a pause, without those that were read', async () => {
    const [a, b] = [fresh(), fresh()]
    await table.commit([put(a, { n: 1 }), put(b, { n: 2 })])
    proxy.plan(partly([a], [b]), partly([], [b]))
    // The first answer had no attributes: it shows that nobody asked for that item again.
    expect((await table.getMany([a, b])).map((item) => item?.n)).toEqual([undefined, 2])
    expect(pauses).toEqual([1, 2])
  })

  it('for good: throws NotNow after four pauses', async () => {
    const [a, b] = [fresh(), fresh()]
    proxy.plan(...times(5, partly([a], [b])))
    await expect(table.getMany([a, b])).rejects.toMatchObject({ name: 'NotNow', code: 'UnprocessedKeys' })
    expect(pauses).toEqual([1, 2, 3, 4])
    expect(proxy.left()).toBe(0)
  })

  it('none are asked for when none are wanted', async () => {
    const before = table.calls()
    expect(await table.getMany([])).toEqual([])
    expect(table.calls()).toBe(before)
  })
})
