import { beforeAll, describe, expect, it } from 'vitest'
import { keyAt } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import { put, update } from '../../../shared/table/write.ts'

const KB = 1024
/** Just as much as an item takes, and a little more: what its key and token cost is less than a hundredth. */
const [FITS, IS_TOO_LARGE] = [396 * KB, 401 * KB]

const large = (bytes: number): string => 'x'.repeat(bytes)

/** What AWS takes at most; neither table may take more, or a test would not find who sends it. */
export const sizesContract = (open: () => Promise<Table>): void => {
  let table: Table
  beforeAll(async () => {
    table = await open()
  })

  const many = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, n) => put(keyAt(`many-${count}`, String(n)), { text: large(bytes) }))

  describe('sizes', () => {
    it('an item takes 400 KB, also one that grows', async () => {
      const key = keyAt('sizes', 'item')
      expect(await table.commit([put(key, { text: large(FITS) })])).toEqual({ kind: 'committed' })
      await expect(table.update(update(key, { set: { more: large(IS_TOO_LARGE - FITS) } }))).rejects.toThrow()
      await expect(table.commit([put(key, { text: large(IS_TOO_LARGE) })])).rejects.toThrow()
      const nested = { list: [{ name: '名'.repeat(IS_TOO_LARGE / 3) }] }
      await expect(table.commit([put(key, nested)])).rejects.toThrow()
      expect((await table.get(key))?.text).toHaveLength(FITS)
    })

    it('a transaction takes a hundred writes and 4 MB, all or nothing', async () => {
      expect(await table.commit(many(100, 1))).toEqual({ kind: 'committed' })
      await expect(table.commit(many(101, 1))).rejects.toThrow()
      await expect(table.commit(many(12, 380 * KB))).rejects.toThrow()
      for (const pk of ['many-101', 'many-12']) expect((await table.query({ pk, limit: 1 })).items).toEqual([])
    })
  })
}
