import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import {
  changed,
  created,
  listDocuments,
  readDocument,
  readDocuments,
  removed,
  untilCommitted,
} from '../../functions/sandbox/documents.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { Contended } from '../../shared/table/table.ts'

const schema = z.object({ count: z.int() })
const key = { pk: 'counter', sk: 'one' }
const life = { now: 0, days: 1 }

const started = async () => {
  const table = memoryTable()
  await table.commit([created(key, { count: 0 }, life)])
  const add = () =>
    untilCommitted(async () => {
      const before = await readDocument(table, key, schema)
      if (!before) return 'missing'
      const done = await table.commit([changed(before, { count: before.value.count + 1 }, life)])
      return done.kind === 'committed' ? 'added' : 'overtaken'
    })
  return { table, add }
}

describe('documents', () => {
  it('loses no change when many write at once', async () => {
    const { table, add } = await started()
    await Promise.all(Array.from({ length: 8 }, add))
    expect((await readDocument(table, key, schema))?.value).toEqual({ count: 8 })
  })

  it('creates only once and removes only what it read', async () => {
    const { table, add } = await started()
    expect((await table.commit([created(key, { count: 9 }, life)])).kind).toBe('conflict')
    const stale = await readDocument(table, key, schema)
    await add()
    expect(stale && (await table.commit([removed(stale)])).kind).toBe('conflict')
  })

  it('lists a partition page by page, oldest first', async () => {
    const table = memoryTable()
    for (let at = 0; at < 450; at += 1)
      await table.commit([created({ pk: 'many', sk: String(at).padStart(4, '0') }, { count: at }, life)])
    const found = await listDocuments(table, 'many', schema)
    expect(found.map(({ value }) => value.count)).toEqual(Array.from({ length: 450 }, (_, at) => at))
  })

  it('finds nothing under what cannot be a key', async () => {
    const table = memoryTable()
    await table.commit([created(key, { count: 1 }, life)])
    for (const text of ['', '\ud800', 'x'.repeat(5000)]) {
      const none = { pk: key.pk, sk: text }
      expect(await readDocument(table, none, schema)).toBeUndefined()
      expect((await readDocuments(table, [none, key, none], schema)).map(({ value }) => value.count)).toEqual([1])
    }
  })

  it('tries again after contention, and lets any other failure through', async () => {
    let tried = 0
    const step = async () => {
      tried += 1
      if (tried === 1) throw new Contended('busy')
      return 'done'
    }
    expect(await untilCommitted(step)).toBe('done')
    await expect(untilCommitted(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  it('gives up when it is overtaken for ever', async () => {
    await expect(untilCommitted(async () => 'overtaken')).rejects.toBeInstanceOf(Contended)
  })

  it('refuses to read what does not fit', async () => {
    const table = memoryTable()
    await table.commit([created(key, { count: 'many' }, life)])
    await expect(readDocument(table, key, schema)).rejects.toThrow()
  })
})
