import { beforeAll, describe, expect, it } from 'vitest'
import type { DueEntry, Table } from '../../../shared/table/table.ts'
import { put, remove, update } from '../../../shared/table/write.ts'
import { seen } from './seen.ts'

const at = (pk: string, sk: string) => ({ pk, sk })

/** Reading by key, by partition and by the due index. */
export const readsContract = (open: () => Promise<Table>): void => {
  let table: Table
  beforeAll(async () => {
    table = await open()
  })
  const stored = async (pk: string, ...sortKeys: string[]): Promise<void> => {
    await table.commit(sortKeys.map((sk, n) => put(at(pk, sk), { n })))
  }

  describe('get and getMany', () => {
    it('answers undefined for an item that is not there', async () => {
      expect(await table.get(at('nobody', 'a'))).toBeUndefined()
    })
    it('gives back every kind of value as it was put', async () => {
      const item = {
        text: '张三·🀄',
        empty: '',
        count: -7,
        yes: true,
        nothing: null,
        bytes: new Uint8Array([0, 255]),
        tags: new Set(['b', 'a']),
        list: ['a', 1, { deep: [false] }],
        map: { inner: { n: 0 } },
      }
      await table.commit([put(at('values', 'a'), item)])
      expect(seen(await table.get(at('values', 'a')))).toEqual({ ...at('values', 'a'), ...item })
    })
    it('stores no undefined, at any depth', async () => {
      await table.commit([put(at('holes', 'a'), { gone: undefined, map: { gone: undefined, kept: 1 } })])
      expect(Object.keys(seen(await table.get(at('holes', 'a'))) ?? {}).sort()).toEqual(['map', 'pk', 'sk'])
      expect((await table.get(at('holes', 'a')))?.map).toStrictEqual({ kept: 1 })
    })
    it('hands out copies: changing one changes nothing stored', async () => {
      await table.commit([put(at('copies', 'a'), { map: { n: 1 } })])
      const first = await table.get(at('copies', 'a'))
      if (first) first.map = null
      expect((await table.get(at('copies', 'a')))?.map).toEqual({ n: 1 })
    })
    it('answers many keys in their order, with gaps for missing ones', async () => {
      await stored('many', 'a', 'b')
      const found = await table.getMany([at('many', 'b'), at('many', 'none'), at('many', 'a')])
      expect(found.map((item) => item?.sk)).toEqual(['b', undefined, 'a'])
    })
    it('answers a key asked for twice twice', async () => {
      await stored('twice', 'a', 'b')
      const found = await table.getMany([at('twice', 'a'), at('twice', 'b'), at('twice', 'a'), at('twice', 'a')])
      expect(found.map((item) => item?.sk)).toEqual(['a', 'b', 'a', 'a'])
    })
    it('answers nothing for no keys, and refuses more than a hundred', async () => {
      expect(await table.getMany([])).toEqual([])
      const hundred = Array.from({ length: 100 }, (_, n) => at('hundred', String(n)))
      expect(await table.getMany(hundred)).toHaveLength(100)
      await expect(table.getMany([...hundred, at('hundred', 'more')])).rejects.toThrow()
    })
  })

  describe('query', () => {
    const sortKeys = async (of: Parameters<Table['query']>[0]) => {
      const page = await table.query(of)
      return { sks: page.items.map((item) => item.sk), next: page.next }
    }
    it('answers one partition by sort key, by code point', async () => {
      await stored('sorted', 'b', 'a', '\u{1f004}', '\uffee', 'B', 'ab')
      await stored('sorted2', 'x')
      expect((await sortKeys({ pk: 'sorted', limit: 10 })).sks).toEqual(['B', 'a', 'ab', 'b', '\uffee', '\u{1f004}'])
      expect((await sortKeys({ pk: 'none', limit: 10 })).sks).toEqual([])
    })
    it('answers only what starts with the prefix', async () => {
      await stored('prefixed', 'A#1', 'B#1', 'B#2', 'B', 'BA#1')
      expect((await sortKeys({ pk: 'prefixed', prefix: 'B#', limit: 10 })).sks).toEqual(['B#1', 'B#2'])
    })
    it('pages through everything exactly once, in both directions', async () => {
      await stored('paged', 'M#1', 'M#2', 'M#3', 'M#4', 'M#5', 'N#1')
      for (const newestFirst of [false, true]) {
        const all: string[] = []
        let after: string | undefined
        do {
          const page = await sortKeys({ pk: 'paged', prefix: 'M#', limit: 2, newestFirst, after })
          all.push(...page.sks)
          after = page.next
        } while (after !== undefined)
        const ascending = ['M#1', 'M#2', 'M#3', 'M#4', 'M#5']
        expect(all).toEqual(newestFirst ? ascending.toReversed() : ascending)
      }
    })
    it('names the last sort key as next when the page is full, and none when it is not', async () => {
      await stored('full', 'a', 'b', 'c')
      expect(await sortKeys({ pk: 'full', limit: 2 })).toEqual({ sks: ['a', 'b'], next: 'b' })
      expect(await sortKeys({ pk: 'full', limit: 2, newestFirst: true })).toEqual({ sks: ['c', 'b'], next: 'b' })
      expect(await sortKeys({ pk: 'full', limit: 4 })).toEqual({ sks: ['a', 'b', 'c'], next: undefined })
    })
  })

  describe('due index', () => {
    const owing = (pk: string, dueShard: number, dueAt: number) => put(at(pk, 'a'), { dueShard, dueAt })
    const pks = async (shard: number, until: number, limit = 10) =>
      (await table.due({ shard, until, limit })).map(({ key, dueAt }) => [key.pk, key.sk, dueAt])

    it('answers what is due by then in that shard, oldest first', async () => {
      await table.commit([owing('d1', 1, 300), owing('d2', 1, 100), owing('d3', 1, 301), owing('d4', 2, 50)])
      expect(await pks(1, 300)).toEqual([
        ['d2', 'a', 100],
        ['d1', 'a', 300],
      ])
      expect(await pks(1, 99)).toEqual([])
    })
    it('stops at the limit', async () => {
      await table.commit([owing('d5', 3, 3), owing('d6', 3, 1), owing('d7', 3, 2)])
      expect(await pks(3, 10, 2)).toEqual([
        ['d6', 'a', 1],
        ['d7', 'a', 2],
      ])
    })
    it('goes on after the last entry of a page, also among those due at the same time', async () => {
      await table.commit([
        owing('e1', 6, 1),
        owing('e2', 6, 2),
        owing('e3', 6, 2),
        owing('e4', 6, 2),
        owing('e5', 6, 3),
      ])
      const seen: string[] = []
      for (let after: DueEntry | undefined; ; ) {
        const page = await table.due({ shard: 6, until: 2, limit: 2, after })
        seen.push(...page.map(({ key }) => key.pk))
        after = page.at(-1)
        if (page.length < 2) break
      }
      expect(seen.toSorted()).toEqual(['e1', 'e2', 'e3', 'e4'])
      const [first] = await table.due({ shard: 6, until: 2, limit: 1 })
      await table.commit([remove(at('e1', 'a'))])
      expect(await table.due({ shard: 6, until: 2, limit: 9, after: first })).toHaveLength(3)
    })
    it('holds no item without both attributes, and loses one that owes nothing any more', async () => {
      await table.commit([owing('d8', 4, 1), put(at('d9', 'a'), { dueAt: 1 }), put(at('d10', 'a'), { dueShard: 4 })])
      expect(await pks(4, 10)).toEqual([['d8', 'a', 1]])
      await table.commit([update(at('d8', 'a'), { remove: ['dueAt', 'dueShard'] })])
      expect(await pks(4, 10)).toEqual([])
    })
    it('follows a changed time and a deleted item', async () => {
      await table.commit([owing('d11', 5, 1), owing('d12', 5, 1)])
      await table.commit([update(at('d11', 'a'), { set: { dueAt: 20 } }), remove(at('d12', 'a'))])
      expect(await pks(5, 10)).toEqual([])
      expect(await pks(5, 20)).toEqual([['d11', 'a', 20]])
    })
  })
}
