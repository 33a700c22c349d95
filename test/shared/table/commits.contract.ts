import { beforeAll, describe, expect, it } from 'vitest'
import type { Committed, Table } from '../../../shared/table/table.ts'
import {
  atLeast,
  below,
  equals,
  exists,
  guard,
  isNew,
  type Key,
  put,
  remove,
  update,
} from '../../../shared/table/write.ts'
import { seen } from './seen.ts'

/** Conditional commits: which conditions failed, on which items, and that nothing happened then. */
export const commitsContract = (open: () => Promise<Table>): void => {
  let table: Table
  let count = 0
  const fresh = (): Key => {
    count += 1
    return { pk: `commits ${count}`, sk: 'item' }
  }
  beforeAll(async () => {
    table = await open()
  })
  const conflicts = (answer: Committed) =>
    answer.kind === 'conflict' &&
    answer.conflicts.map(({ write, because, item }) => ({ key: write.key, because, item: seen(item) }))

  describe('commit of one write', () => {
    it.each([
      ['put', (key: Key) => put(key, { n: 2 }, equals('n', 9), 'moved')],
      ['update', (key: Key) => update(key, { set: { n: 2 } }, equals('n', 9), 'moved')],
      ['remove', (key: Key) => remove(key, equals('n', 9), 'moved')],
      ['guard', (key: Key) => guard(key, equals('n', 9), 'moved')],
    ])('%s: a failed condition answers its label and the item as it was', async (_, write) => {
      const [key, missing] = [fresh(), fresh()]
      await table.commit([put(key, { n: 1, m: 'x' })])
      expect(conflicts(await table.commit([write(key)]))).toEqual([
        { key, because: 'moved', item: { ...key, n: 1, m: 'x' } },
      ])
      expect(conflicts(await table.commit([write(missing)]))).toEqual([
        { key: missing, because: 'moved', item: undefined },
      ])
      expect(seen(await table.get(key))).toEqual({ ...key, n: 1, m: 'x' })
      expect(await table.get(missing)).toBeUndefined()
    })
    it('performs a write whose condition holds', async () => {
      const key = fresh()
      expect(await table.commit([put(key, { n: 1 }, isNew)])).toEqual({ kind: 'committed' })
      expect(await table.commit([update(key, { add: { n: 1 } }, equals('n', 1))])).toEqual({ kind: 'committed' })
      expect(await table.commit([guard(key, equals('n', 2))])).toEqual({ kind: 'committed' })
      expect(await table.commit([remove(key, equals('n', 2))])).toEqual({ kind: 'committed' })
      expect(await table.get(key)).toBeUndefined()
    })
  })

  describe('update', () => {
    it('answers the item as it is afterwards', async () => {
      const key = fresh()
      const answer = await table.update(update(key, { add: { n: 1 }, set: { at: 'x' } }, isNew))
      expect(answer.kind === 'updated' && seen(answer.item)).toEqual({ ...key, n: 1, at: 'x' })
    })
    it('answers the item as it was when the condition fails', async () => {
      const key = fresh()
      await table.commit([put(key, { n: 3 })])
      const answer = await table.update(update(key, { add: { n: 1 } }, below('n', 3)))
      expect(answer.kind === 'conflict' && seen(answer.item)).toEqual({ ...key, n: 3 })
    })
    it('answers no item where there was none', async () => {
      const answer = await table.update(update(fresh(), { add: { n: 1 } }, exists('pk')))
      expect(answer.kind === 'conflict' && answer.item).toBeUndefined()
    })
  })

  describe('commit of several writes', () => {
    it('performs all kinds together', async () => {
      const [a, b, c, d] = [fresh(), fresh(), fresh(), fresh()]
      await table.commit([put(b, { n: 1 }), put(c, {}), put(d, { open: true })])
      const answer = await table.commit([
        put(a, { n: 1 }, isNew),
        update(b, { add: { n: 1 } }),
        remove(c),
        guard(d, equals('open', true)),
      ])
      expect(answer).toEqual({ kind: 'committed' })
      const found = await table.getMany([a, b, c, d])
      expect(found.map(seen)).toEqual([{ ...a, n: 1 }, { ...b, n: 2 }, undefined, { ...d, open: true }])
    })
    it('names every failed condition with its old item, and performs nothing', async () => {
      const [a, b, c, d] = [fresh(), fresh(), fresh(), fresh()]
      await table.commit([put(a, { n: 1 }), put(c, { n: 3 })])
      const answer = await table.commit([
        put(a, { n: 9 }, isNew, 'taken'),
        update(b, { add: { n: 1 } }, isNew, 'fine'),
        remove(c, atLeast('n', 4), 'too few'),
        guard(d, exists('pk')),
      ])
      expect(conflicts(answer)).toEqual([
        { key: a, because: 'taken', item: { ...a, n: 1 } },
        { key: c, because: 'too few', item: { ...c, n: 3 } },
        { key: d, because: undefined, item: undefined },
      ])
      const found = await table.getMany([a, b, c, d])
      expect(found.map(seen)).toEqual([{ ...a, n: 1 }, undefined, { ...c, n: 3 }, undefined])
    })
    it('judges conditions on what was there before, not on each other', async () => {
      const [a, b] = [fresh(), fresh()]
      await table.commit([put(a, { n: 1 })])
      expect((await table.commit([remove(a, exists('n')), put(b, {}, isNew)])).kind).toBe('committed')
    })
    it('takes writes that differ only in the sort key, and keys that only look alike', async () => {
      const writes = [
        put({ pk: 'like', sk: 'a b' }, {}),
        put({ pk: 'like a', sk: 'b' }, {}),
        put({ pk: 'like\na', sk: 'b' }, { n: 1 }),
        put({ pk: 'like', sk: 'a\nb' }, { n: 2 }),
      ]
      expect((await table.commit(writes)).kind).toBe('committed')
      expect((await table.getMany(writes.map((one) => one.key))).map((item) => item?.n)).toEqual([
        undefined,
        undefined,
        1,
        2,
      ])
    })
    it('refuses two writes for one item as a bug, and performs neither', async () => {
      const key = fresh()
      await expect(table.commit([put(key, { n: 1 }), guard(key, isNew)])).rejects.toThrow('two writes')
      expect(await table.get(key)).toBeUndefined()
    })
    it('has nothing to do for no writes', async () => {
      const before = table.calls()
      expect(await table.commit([])).toEqual({ kind: 'committed' })
      expect(table.calls()).toBe(before)
    })
  })

  describe('calls', () => {
    it('counts one for each operation', async () => {
      const key = fresh()
      const before = table.calls()
      await table.commit([put(key, {})])
      await table.commit([update(key, { set: { n: 1 } }), put(fresh(), {})])
      await table.update(update(key, { add: { n: 1 } }, equals('n', 7)))
      await table.get(key)
      await table.getMany([key, fresh()])
      await table.query({ pk: key.pk, limit: 1 })
      await table.due({ shard: 0, until: 0, limit: 1 })
      expect(table.calls() - before).toBe(7)
    })
  })
}
