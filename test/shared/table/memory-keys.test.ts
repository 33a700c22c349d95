import { describe, expect, it } from 'vitest'
import { isKey } from '../../../shared/table/keys.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import type { Key } from '../../../shared/table/write.ts'
import { asked, refused } from './keys.contract.ts'

const REFUSED = /^a key that DynamoDB would refuse$/

/** The end of a page that may have ended at that key. */
const ends = (key: Key, at = 1): Record<string, () => Promise<unknown>> => {
  const table = memoryTable()
  return {
    'of a list': () => table.list({ list: 'L', limit: 1, after: JSON.stringify([at, key.pk, key.sk]) }),
    'of what is due': () => table.due({ shard: 1, until: 9, limit: 1, after: { key, dueAt: 1 } }),
  }
}

describe('the table in memory', () => {
  it.each(refused)('%s: is refused without a call, and nothing is said of it', async (_, key) => {
    const table = memoryTable()
    for (const ask of Object.values(asked(table, key))) await expect(ask()).rejects.toThrow(REFUSED)
    for (const ask of Object.values(ends(key))) await expect(ask()).rejects.toThrow(REFUSED)
    expect(table.calls()).toBe(0)
  })

  it('holds a partition, a list and where a page begins to the same, as AWS does and emulators do not', async () => {
    const table = memoryTable()
    for (const [, { pk, sk }] of refused) {
      if (!isKey({ pk, sk: 'a' })) {
        await expect(table.query({ pk, limit: 1 })).rejects.toThrow(REFUSED)
        await expect(table.list({ list: pk, limit: 1 })).rejects.toThrow(REFUSED)
      } else {
        await expect(table.query({ pk: 'a', limit: 1, after: sk })).rejects.toThrow(REFUSED)
        if (sk !== '') await expect(table.query({ pk: 'a', limit: 1, prefix: sk })).rejects.toThrow(REFUSED)
      }
    }
    expect(table.calls()).toBe(0)
  })

  it.each([1e300, 2 ** 53, 1.5])('takes no page of a list that ended at the time %d', async (at) => {
    await expect(ends({ pk: 'a', sk: 'b' }, at)['of a list']?.()).rejects.toThrow(REFUSED)
  })
})
