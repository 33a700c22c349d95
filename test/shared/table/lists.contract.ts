import { beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../../shared/table/table.ts'
import { put, remove, update } from '../../../shared/table/write.ts'
import { seen } from './seen.ts'

const at = (pk: string) => ({ pk, sk: 'item' })
const member = (pk: string, listName: string, listAt: number) => put(at(pk), { listName, listAt, n: 1 })

/** Reading lists across partitions, by time. */
export const listsContract = (open: () => Promise<Table>): void => {
  let table: Table
  beforeAll(async () => {
    table = await open()
  })
  const pks = async (of: Parameters<Table['list']>[0]) => (await table.list(of)).items.map((item) => item.pk)

  describe('list index', () => {
    it('answers whole items of one list, oldest first, or newest first', async () => {
      await table.commit([member('a1', 'A', 20), member('a2', 'A', 10), member('a3', 'A', 30), member('b1', 'B', 5)])
      expect((await table.list({ list: 'A', limit: 1 })).items.map(seen)).toEqual([
        { ...at('a2'), listName: 'A', listAt: 10, n: 1 },
      ])
      expect(await pks({ list: 'A', limit: 9 })).toEqual(['a2', 'a1', 'a3'])
      expect(await pks({ list: 'A', limit: 9, newestFirst: true })).toEqual(['a3', 'a1', 'a2'])
      expect(await pks({ list: 'none', limit: 9 })).toEqual([])
    })
    it('answers what lies between two times, both included', async () => {
      await table.commit([10, 20, 30, 40].map((time) => member(`c${time}`, 'C', time)))
      expect(await pks({ list: 'C', from: 20, until: 30, limit: 9 })).toEqual(['c20', 'c30'])
      expect(await pks({ list: 'C', from: 31, limit: 9 })).toEqual(['c40'])
      expect(await pks({ list: 'C', until: 10, limit: 9 })).toEqual(['c10'])
      expect(await pks({ list: 'C', from: 21, until: 29, limit: 9 })).toEqual([])
    })
    it('pages through everything exactly once in both directions, also where times are equal', async () => {
      const names = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']
      await table.commit(names.map((pk, n) => member(pk, 'D', n < 5 ? 10 : 20)))
      for (const newestFirst of [false, true]) {
        const all: string[] = []
        let after: string | undefined
        do {
          const page = await table.list({ list: 'D', from: 1, until: 99, limit: 2, newestFirst, after })
          expect(page.items.length).toBeLessThanOrEqual(2)
          all.push(...page.items.map((item) => item.pk))
          after = page.next
        } while (after !== undefined)
        expect(all.toSorted()).toEqual(names)
        expect(all.slice(newestFirst ? 0 : 5, newestFirst ? 2 : 7).toSorted()).toEqual(['d6', 'd7'])
      }
    })
    it('says that a page was the last when it is not full', async () => {
      await table.commit([member('e1', 'E', 1), member('e2', 'E', 2)])
      expect((await table.list({ list: 'E', limit: 3 })).next).toBeUndefined()
      expect((await table.list({ list: 'E', limit: 2 })).next).toBeTypeOf('string')
    })
    it('follows items that move, leave or go', async () => {
      await table.commit([member('f1', 'F', 1), member('f2', 'F', 2), member('f3', 'F', 3)])
      await table.commit([
        update(at('f1'), { set: { listAt: 9 } }),
        update(at('f2'), { remove: ['listName', 'listAt'] }),
        remove(at('f3')),
      ])
      expect(await pks({ list: 'F', limit: 9 })).toEqual(['f1'])
      await table.commit([update(at('f1'), { set: { listName: 'G' } })])
      expect(await pks({ list: 'F', limit: 9 })).toEqual([])
      expect(await pks({ list: 'G', limit: 9 })).toEqual(['f1'])
    })
    it('holds no item without both attributes', async () => {
      await table.commit([put(at('h1'), { listName: 'H' }), put(at('h2'), { listAt: 1 }), member('h3', 'H', 1)])
      expect(await pks({ list: 'H', limit: 9 })).toEqual(['h3'])
    })
    it.each(['', '{', '[]', '[1,"a"]', '["1","a","b"]', '{"at":1}'])(
      'throws on a next that is none: %s',
      async (after) => {
        await expect(table.list({ list: 'A', limit: 1, after })).rejects.toThrow()
      },
    )
  })
}
