import { expect, it } from 'vitest'
import { readMany } from '../../../shared/table/read-many.ts'
import type { Key } from '../../../shared/table/write.ts'

it('reads items by any number of keys, a hundred at a time and in their order, without those that are not there', async () => {
  const keys = Array.from({ length: 250 }, (_none, nth): Key => ({ pk: `P#${nth}`, sk: 'S' }))
  const asked: number[] = []
  const getMany = async (some: readonly Key[]) => {
    asked.push(some.length)
    return some.map((key) => (key.pk === 'P#7' ? undefined : { ...key }))
  }
  const found = await readMany({ getMany }, keys)
  expect(asked).toEqual([100, 100, 50])
  expect(found.map(({ pk }) => pk)).toEqual(keys.map(({ pk }) => pk).filter((pk) => pk !== 'P#7'))
  expect(await readMany({ getMany }, [])).toEqual([])
})
