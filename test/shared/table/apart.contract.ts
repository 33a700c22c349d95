import { beforeAll, describe, expect, it } from 'vitest'
import { keyAt } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import { equals, guard, isNew, put, remove, update } from '../../../shared/table/write.ts'
import { seen } from './seen.ts'

/** The kind of partitions that a table of the contract has apart from the others. */
export const APART = 'APART'

/** Items of kinds that have a table of their own, together with others: nobody who reads or writes notices where they are. */
export const apartContract = (open: () => Promise<Table>): void => {
  let table: Table
  beforeAll(async () => {
    table = await open()
  })
  const [here, there] = [(sk: string) => keyAt('HERE#1', sk), (sk: string) => keyAt(`${APART}#1`, sk)]

  describe('items of two tables', () => {
    it('are written in one commit, and read by key, together and as a list', async () => {
      const committed = await table.commit([put(here('a'), { n: 1 }, isNew), put(there('a'), { n: 2 }, isNew)])
      expect(committed).toEqual({ kind: 'committed' })
      expect([seen(await table.get(here('a'))), seen(await table.get(there('a')))]).toEqual([
        { ...here('a'), n: 1 },
        { ...there('a'), n: 2 },
      ])
      const found = await table.getMany([there('a'), here('none'), here('a'), there('none')])
      expect(found.map((item) => item?.n)).toEqual([2, undefined, 1, undefined])
      expect((await table.query({ pk: there('a').pk, limit: 9 })).items.map(({ n }) => n)).toEqual([2])
    })
    it('are written all or none: what failed is told with its item, wherever it is', async () => {
      await table.commit([put(here('b'), { n: 1 }), put(there('b'), { n: 1 })])
      for (const [failing, other] of [
        [here, there],
        [there, here],
      ] as const) {
        const answer = await table.commit([put(failing('b'), { n: 9 }, isNew, 'taken'), put(other('new'), {})])
        expect(answer.kind === 'conflict' && answer.conflicts.map(({ because, item }) => [because, item?.n])).toEqual([
          ['taken', 1],
        ])
        expect(await table.get(other('new'))).toBeUndefined()
      }
    })
    it('take every kind of write, alone and together', async () => {
      await table.commit([put(there('c'), { n: 1 }), put(there('d'), { n: 1 })])
      const updated = await table.update(update(there('c'), { add: { n: 1 } }))
      expect(updated.kind === 'updated' && updated.item.n).toBe(2)
      const committed = await table.commit([
        update(there('c'), { add: { n: 1 } }),
        guard(there('d'), equals('n', 1)),
        put(here('c'), {}),
      ])
      expect(committed.kind).toBe('committed')
      await table.commit([remove(there('c'))])
      expect((await table.getMany([there('c'), there('d'), here('c')])).map((item) => item?.sk)).toEqual([
        undefined,
        'd',
        'c',
      ])
    })
    it('are one item each where their keys are alike but for the kind', async () => {
      await table.commit([put(keyAt(`${APART}#2`, 'a'), { n: 1 }), put(keyAt(`${APART}S#2`, 'a'), { n: 2 })])
      expect((await table.get(keyAt(`${APART}#2`, 'a')))?.n).toBe(1)
      expect((await table.get(keyAt(`${APART}S#2`, 'a')))?.n).toBe(2)
    })
  })
}
