import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dynamoTable } from '../../../shared/table/dynamodb.ts'
import type { Table } from '../../../shared/table/table.ts'
import { below, equals, exists, guard, isNew, type Key, put, remove, update } from '../../../shared/table/write.ts'
import { clientOn, createTable, dynoxide } from './dynoxide.ts'
import { faultyProxy } from './faulty-proxy.ts'
import { seen } from './seen.ts'

let database: Awaited<ReturnType<typeof dynoxide>>
let proxy: Awaited<ReturnType<typeof faultyProxy>>
/** Goes through the proxy. */
let table: Table
/** Goes straight to the database: what another caller does. */
let other: Table

beforeAll(async () => {
  database = await dynoxide()
  proxy = await faultyProxy(database.port)
  const name = 'lost-answers'
  await createTable(clientOn(database.port), name)
  const tableOn = (port: number) =>
    dynamoTable({ client: clientOn(port), name, token: randomUUID, pause: async () => {} })
  table = tableOn(proxy.port)
  other = tableOn(database.port)
})
afterAll(async () => {
  await proxy.stop()
  await database.stop()
})

let count = 0
const fresh = (): Key => {
  count += 1
  return { pk: `lost ${count}`, sk: 'item' }
}
const committed = { kind: 'committed' }

/** Loses the answer of the next request; it is sent again. */
const losingAnswer = async <T>(run: () => Promise<T>, meanwhile?: () => Promise<void>): Promise<T> => {
  const before = proxy.passed()
  proxy.plan({ kind: 'answer lost', meanwhile })
  const answer = await run()
  expect(proxy.passed() - before).toBeGreaterThanOrEqual(2)
  return answer
}

describe('a write whose answer was lost and that is sent again', () => {
  it('conditional put: counts as committed', async () => {
    const key = fresh()
    expect(await losingAnswer(() => table.commit([put(key, { n: 1 }, isNew)]))).toEqual(committed)
    expect(seen(await table.get(key))).toEqual({ ...key, n: 1 })
  })
  it('conditional update: counts as committed', async () => {
    const key = fresh()
    await table.commit([put(key, { status: 'due' })])
    const write = update(key, { set: { status: 'submitted' }, add: { tries: 1 } }, equals('status', 'due'))
    expect(await losingAnswer(() => table.commit([write]))).toEqual(committed)
    expect(seen(await table.get(key))).toEqual({ ...key, status: 'submitted', tries: 1 })
  })
  it('conditional update that answers the item: answers it as this update left it', async () => {
    const key = fresh()
    await table.commit([put(key, { status: 'ready' })])
    const write = update(key, { set: { status: 'calling' } }, equals('status', 'ready'))
    const answer = await losingAnswer(() => table.update(write))
    expect(answer.kind === 'updated' && seen(answer.item)).toEqual({ ...key, status: 'calling' })
  })
  it('counter below its limit: counted once', async () => {
    const key = fresh()
    const answer = await losingAnswer(() => table.update(update(key, { add: { used: 1 } }, below('used', 5))))
    expect(answer.kind).toBe('conflict')
    await table.commit([put(key, { used: 1 })])
    const second = await losingAnswer(() => table.update(update(key, { add: { used: 1 } }, below('used', 5))))
    expect(second.kind === 'updated' && second.item.used).toBe(2)
    expect((await table.get(key))?.used).toBe(2)
  })
  it('counter without a condition: counted once', async () => {
    const key = fresh()
    expect(await losingAnswer(() => table.commit([update(key, { add: { used: 1 } })]))).toEqual(committed)
    const sum = { until: { of: 'until', or: 100, plus: 10 } }
    expect((await losingAnswer(() => table.update(update(key, { sum })))).kind).toBe('updated')
    expect(seen(await table.get(key))).toEqual({ ...key, used: 1, until: 110 })
  })
  it('conditional remove: counts as committed', async () => {
    const key = fresh()
    await table.commit([put(key, { owner: 'me' })])
    expect(await losingAnswer(() => table.commit([remove(key, exists('owner'))]))).toEqual(committed)
    expect(await table.get(key)).toBeUndefined()
  })
  it('several writes: counts as committed, and every counter is counted once', async () => {
    const [a, b, c] = [fresh(), fresh(), fresh()]
    await table.commit([put(c, { open: true })])
    const writes = [
      put(a, { n: 1 }, isNew),
      update(b, { add: { n: 1 } }),
      update(c, { remove: ['open'] }, exists('open')),
    ]
    expect(await losingAnswer(() => table.commit(writes))).toEqual(committed)
    expect((await table.getMany([a, b, c])).map(seen)).toEqual([{ ...a, n: 1 }, { ...b, n: 1 }, c])
  })
  it('a check alone stays what it was', async () => {
    const key = fresh()
    expect(await losingAnswer(() => table.commit([guard(key, isNew)]))).toEqual(committed)
  })
})

describe('a lost answer that is not ours to claim', () => {
  it('a conflict stays a conflict', async () => {
    const key = fresh()
    await table.commit([put(key, { n: 1 })])
    const answer = await losingAnswer(() => table.commit([put(key, { n: 2 }, isNew, 'taken')]))
    expect(answer.kind === 'conflict' && answer.conflicts.map(({ because }) => because)).toEqual(['taken'])
    expect((await table.get(key))?.n).toBe(1)
  })
  it('an item that another commit wrote is not taken for ours', async () => {
    const key = fresh()
    await other.commit([put(key, { n: 1 }, isNew)])
    expect((await table.commit([put(key, { n: 2 }, isNew)])).kind).toBe('conflict')
  })
  it('what another commit did in between is not undone', async () => {
    const key = fresh()
    await table.commit([put(key, { status: 'due' })])
    const ours = update(key, { set: { status: 'submitted' } }, equals('status', 'due'))
    await losingAnswer(
      () => table.commit([ours]),
      async () => void (await other.commit([update(key, { set: { status: 'succeeded' } })])),
    )
    expect((await table.get(key))?.status).toBe('succeeded')
  })
})
