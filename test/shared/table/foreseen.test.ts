import { expect, it } from 'vitest'
import { foreseen } from '../../../shared/table/foreseen.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { absent, any, below, exists, guard, put, update } from '../../../shared/table/write.ts'

const key = (name: string) => ({ pk: `ACCOUNT#${name}`, sk: 'X' })

it('what a commit would be refused with is foreseen as it says it, and nothing is written', async () => {
  const table = memoryTable()
  await table.commit([put(key('full'), { count: 2 }), put(key('free'), { count: 1 })])
  const once = (name: string) =>
    update(key(name), { add: { count: 1 } }, any(absent('count'), below('count', 2)), 'limited')
  const writes = [
    once('full'),
    once('free'),
    once('new'),
    guard(key('none'), exists('pk'), 'gone'),
    put(key('any'), {}),
  ]
  const before = JSON.stringify(table.items())
  const told = foreseen(writes, await table.getMany(writes.map((write) => write.key)))
  expect(JSON.stringify(table.items())).toBe(before)
  const committed = await table.commit(writes)
  expect(committed).toMatchObject({ kind: 'conflict' })
  const because = told.map((one) => [one.because, one.item?.count])
  expect(because).toEqual([
    ['limited', 2],
    ['gone', undefined],
  ])
  if (committed.kind === 'conflict')
    expect(committed.conflicts.map((one) => [one.because, one.item?.count])).toEqual(because)
})
