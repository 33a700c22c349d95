import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isKey } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import { guard, isNew, type Key, put, remove, update } from '../../../shared/table/write.ts'
import { hostileText } from '../../hostile-texts.ts'

export const refused: [string, Key][] = [
  ['an empty partition key', { pk: '', sk: 'a' }],
  ['an empty sort key', { pk: 'a', sk: '' }],
  ['a partition key of 2,049 bytes', { pk: 'x'.repeat(2049), sk: 'a' }],
  ['a partition key of 683 characters and 2,049 bytes', { pk: '中'.repeat(683), sk: 'a' }],
  ['a sort key of 1,025 bytes', { pk: 'a', sk: 'x'.repeat(1025) }],
  ['half of a surrogate pair in a partition key', { pk: 'a\ud800', sk: 'a' }],
  ['half of a surrogate pair in a sort key', { pk: 'a', sk: '\udc00' }],
]

const taken: [string, Key][] = [
  ['as long as they may be', { pk: 'x'.repeat(2048), sk: 'y'.repeat(1024) }],
  ['with anything in them', { pk: '\u0000#/ 😀', sk: '..\n' }],
  ['named as what every object has', { pk: 'constructor', sk: '__proto__' }],
]

/** Everything that can be asked with a key. */
export const asked = (table: Table, key: Key): Record<string, () => Promise<unknown>> => ({
  get: () => table.get(key),
  getMany: () => table.getMany([{ pk: 'a', sk: 'b' }, key]),
  update: () => table.update(update(key, { set: { n: 1 } })),
  put: () => table.commit([put(key, { n: 1 })]),
  remove: () => table.commit([remove(key)]),
  guard: () => table.commit([guard(key, isNew), put({ pk: 'a', sk: 'b' }, {})]),
})

/** Keys as DynamoDB takes and refuses them. */
export const keysContract = (open: () => Promise<Table>): void => {
  let table: Table
  beforeAll(async () => {
    table = await open()
  })

  describe('keys', () => {
    it.each(refused)('%s: is refused in whatever is asked', async (_, key) => {
      for (const [name, ask] of Object.entries(asked(table, key))) await expect(ask(), name).rejects.toThrow()
      expect(isKey(key)).toBe(false)
    })

    it.each(taken)('%s: are taken', async (_, key) => {
      for (const ask of Object.values(asked(table, key))) expect(await ask()).not.toBe('refused')
      await table.commit([put(key, { n: 2 })])
      expect((await table.get(key))?.n).toBe(2)
      expect(isKey(key)).toBe(true)
    })

    it('are refused or keep an item, whatever they are made of', async () => {
      const part = hostileText('0'.repeat(32))
      await fc.assert(
        fc.asyncProperty(part, part, async (pk, sk) => {
          const kept = async () => {
            await table.commit([put({ pk, sk }, { n: 3 })])
            return (await table.get({ pk, sk }))?.n
          }
          expect(await kept().catch(() => 'refused')).toBe(isKey({ pk, sk }) ? 3 : 'refused')
        }),
      )
    })

    it('may not say what attributes may not either: half of a surrogate pair is nowhere', async () => {
      const key = { pk: 'halves', sk: 'a' }
      const other = { ...key, sk: 'b' }
      await expect(table.commit([put(key, { text: 'a\ud800' })])).rejects.toThrow()
      await expect(table.commit([put(key, { map: { list: ['\udc00'] } })])).rejects.toThrow()
      await expect(table.commit([put(key, {}), put(other, { tags: new Set(['\udc00']) })])).rejects.toThrow()
      await expect(table.update(update(key, { set: { text: '\ud800' } }))).rejects.toThrow()
      expect(await table.get(key)).toBeUndefined()
    })
  })
}
