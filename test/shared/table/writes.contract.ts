import { beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../../shared/table/table.ts'
import { type Changes, type Key, put, remove, update } from '../../../shared/table/write.ts'
import { seen } from './seen.ts'

type Attributes = Parameters<typeof put>[1]

/** What each kind of change makes of an item. */
export const writesContract = (open: () => Promise<Table>): void => {
  let table: Table
  let count = 0
  const fresh = (): Key => {
    count += 1
    return { pk: `writes ${count}`, sk: 'item' }
  }
  beforeAll(async () => {
    table = await open()
  })

  /** The item after `changes` to one that held `before` (or was not there), by both ways to write it. */
  const after = async (before: Attributes | undefined, changes: Changes) => {
    const [alone, together] = [fresh(), fresh()]
    if (before) await table.commit([put(alone, before), put(together, before)])
    const answered = await table.update(update(alone, changes))
    await table.commit([update(together, changes), put(fresh(), {})])
    const { pk, ...found } = seen(await table.get(together)) ?? { pk: '' }
    const read = seen(await table.get(alone))
    expect({ ...read, pk }).toEqual({ ...found, pk })
    expect(answered.kind === 'updated' && seen(answered.item)).toEqual(read)
    return found
  }

  const changeTests: [string, Attributes | undefined, Changes, Attributes][] = [
    ['set', { a: 1, b: 1 }, { set: { a: 'x', c: { d: [1] } } }, { a: 'x', b: 1, c: { d: [1] } }],
    ['set on a missing item', undefined, { set: { a: new Set(['m']) } }, { a: new Set(['m']) }],
    ['set undefined', { a: 1 }, { set: { a: undefined, b: undefined } }, { a: 1 }],
    ['no change', { a: 1 }, {}, { a: 1 }],
    ['no change on a missing item', undefined, {}, {}],
    ['add', { a: 5 }, { add: { a: -2, b: 3 } }, { a: 3, b: 3 }],
    ['add on a missing item', undefined, { add: { a: 1 } }, { a: 1 }],
    [
      'addToSet',
      { a: new Set(['x']) },
      { addToSet: { a: 'y', b: 'z' } },
      { a: new Set(['x', 'y']), b: new Set(['z']) },
    ],
    ['addToSet of a member', { a: new Set(['x']) }, { addToSet: { a: 'x' } }, { a: new Set(['x']) }],
    ['sum of itself', { a: 5 }, { sum: { a: { of: 'a', or: 0, plus: 2 } } }, { a: 7 }],
    ['sum of another', { a: 5 }, { sum: { b: { of: 'a', or: 100, plus: 2 } } }, { a: 5, b: 7 }],
    ['sum of a missing one', {}, { sum: { b: { of: 'a', or: 100, plus: -1 } } }, { b: 99 }],
    ['sum on a missing item', undefined, { sum: { b: { of: 'b', or: 3, plus: 4 } } }, { b: 7 }],
    ['append', { a: ['x'] }, { append: { a: ['x', { b: 1 }], c: [2] } }, { a: ['x', 'x', { b: 1 }], c: [2] }],
    ['append on a missing item', undefined, { append: { a: [1] } }, { a: [1] }],
    ['append of nothing', { a: ['x'] }, { append: { a: [] } }, { a: ['x'] }],
    ['remove', { a: 1, b: 2 }, { remove: ['a', 'none'] }, { b: 2 }],
    ['remove on a missing item', undefined, { remove: ['a'] }, {}],
    [
      'all at once, each reading what was there before',
      { a: 1, b: 2, c: 3, d: new Set(['x']), e: 5, h: [1] },
      {
        set: { a: 10 },
        add: { b: 10 },
        sum: { f: { of: 'a', or: 0, plus: 1 }, g: { of: 'b', or: 0, plus: 1 }, c: { of: 'e', or: 0, plus: 0 } },
        addToSet: { d: 'y' },
        append: { h: [2] },
        remove: ['e'],
      },
      { a: 10, b: 12, c: 5, d: new Set(['x', 'y']), f: 2, g: 3, h: [1, 2] },
    ],
  ]

  describe('changes', () => {
    it.each(changeTests)('%s', async (_, before, changes, expected) => {
      expect(await after(before, changes)).toEqual({ ...expected, sk: 'item' })
    })

    const broken: [string, Changes][] = [
      ['add to a text', { add: { text: 1 } }],
      ['add to null', { add: { nothing: 1 } }],
      ['add to a set', { add: { tags: 1 } }],
      ['addToSet of a text', { addToSet: { text: 'x' } }],
      ['addToSet of a number', { addToSet: { count: 'x' } }],
      ['addToSet of null', { addToSet: { nothing: 'x' } }],
      ['append to a text', { append: { text: ['x'] } }],
      ['append to a set', { append: { tags: ['x'] } }],
      ['append to null', { append: { nothing: ['x'] } }],
      ['sum of a text', { sum: { a: { of: 'text', or: 0, plus: 1 } } }],
      ['sum of null', { sum: { a: { of: 'nothing', or: 0, plus: 1 } } }],
      ['an empty set', { set: { a: new Set() } }],
      ['no number', { set: { a: Number.NaN } }],
    ]
    it.each(broken)('%s is a bug: it throws and changes nothing, neighbours included', async (_, changes) => {
      const [key, neighbour] = [fresh(), fresh()]
      const before = { text: 'x', nothing: null, count: 1, tags: new Set(['x']) }
      await table.commit([put(key, before)])
      await expect(table.update(update(key, changes))).rejects.toThrow()
      await expect(table.commit([put(neighbour, { n: 1 }), update(key, changes)])).rejects.toThrow()
      expect(seen(await table.get(key))).toEqual({ ...key, ...before })
      expect(await table.get(neighbour)).toBeUndefined()
    })
  })

  describe('put and remove', () => {
    it('replaces the whole item, and the key wins over attributes of that name', async () => {
      const key = fresh()
      await table.commit([put(key, { a: 1, b: 1 })])
      await table.commit([put(key, { b: 2, pk: 'elsewhere' })])
      expect(seen(await table.get(key))).toEqual({ ...key, b: 2 })
    })
    it('keeps no hold on what was put', async () => {
      const [key, list] = [fresh(), ['a']]
      await table.commit([put(key, { list })])
      list.push('b')
      expect((await table.get(key))?.list).toEqual(['a'])
    })
    it('removes, and removing what is not there is no conflict', async () => {
      const key = fresh()
      await table.commit([put(key, {})])
      expect(await table.commit([remove(key)])).toEqual({ kind: 'committed' })
      expect(await table.get(key)).toBeUndefined()
      expect(await table.commit([remove(key)])).toEqual({ kind: 'committed' })
    })
  })
}
