import { describe, expect, it } from 'vitest'
import { announced, outboxWork } from '../../../shared/outbox/announced.ts'
import { outboxOf, outboxTold } from '../../../shared/outbox/outbox.ts'
import { wakingTable } from '../../../shared/outbox/waking-table.ts'
import { DUE_SHARDS } from '../../../shared/table/keys.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import { absent, exists, guard, put, update } from '../../../shared/table/write.ts'

const subject = { kind: 'account', id: 'a1' }
const NOW = 1_700_000_000_000
const of = (type: string) => ({ type, accountId: 'a1', data: { n: type.length } })
const key = outboxWork.keyOf('account:a1') ?? { pk: '', sk: '' }

const read = async (table: ReturnType<typeof memoryTable>) => {
  const item = await table.get(key)
  if (!item) throw new Error('no outbox')
  return { item, outbox: outboxOf(item) }
}

const isDue = async (table: ReturnType<typeof memoryTable>): Promise<boolean> => {
  const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => table.due({ shard, until: NOW * 2, limit: 9 }))
  return (await Promise.all(shards)).flat().some((entry) => entry.key.pk === key.pk)
}

describe('an outbox', () => {
  it('counts the events of its subject without a gap, in the order in which they were written', async () => {
    const table = memoryTable()
    await table.commit([announced(subject, [of('one'), of('two')], NOW)])
    await table.commit([announced(subject, [of('one')], NOW + 5)])
    const { outbox } = await read(table)
    expect(outbox.subject).toEqual(subject)
    expect(outbox.pending.map(({ type, sequence, at }) => [type, sequence, at])).toEqual([
      ['one', 1, NOW],
      ['two', 2, NOW],
      ['one', 3, NOW + 5],
    ])
    expect(await isDue(table)).toBe(true)
  })

  it('goes on counting after what it held was told', async () => {
    const table = memoryTable()
    await table.commit([announced(subject, [of('one'), of('two')], NOW)])
    await table.commit([outboxTold((await read(table)).outbox, 1, NOW)])
    expect((await read(table)).outbox.pending.map(({ sequence }) => sequence)).toEqual([2])
    expect(await isDue(table)).toBe(true)
    await table.commit([outboxTold((await read(table)).outbox, 1, NOW, 1000)])
    expect(await isDue(table)).toBe(false)
    expect((await read(table)).item.ttl).toBe((NOW + 1000) / 1000)
    await table.commit([announced(subject, [of('three')], NOW)])
    const { item, outbox } = await read(table)
    expect(outbox.pending.map(({ type, sequence }) => [type, sequence])).toEqual([['three', 3]])
    expect(item.ttl).toBeUndefined()
  })

  it('is told of what was read, and of nothing that came since', async () => {
    const table = memoryTable()
    await table.commit([announced(subject, [of('one')], NOW)])
    const { outbox } = await read(table)
    await table.commit([announced(subject, [of('two')], NOW)])
    const told = await table.commit([outboxTold(outbox, 1, NOW)])
    expect(told).toMatchObject({ kind: 'conflict', conflicts: [{ because: 'outbox_moved' }] })
  })

  it('is not told of an event whose commit did not hold', async () => {
    const table = memoryTable()
    const other = { pk: 'x', sk: 'x' }
    await table.commit([guard(other, exists('pk')), announced(subject, [of('one')], NOW)])
    expect(await table.get(key)).toBeUndefined()
  })
})

describe('a table that wakes', () => {
  const waking = () => {
    const woken: Pointer[] = []
    const table = wakingTable(memoryTable(), { wake: async (pointers) => void woken.push(...pointers) })
    return { table, woken }
  }

  it('wakes whoever tells the events of a commit, once it holds', async () => {
    const { table, woken } = waking()
    await table.commit([put({ pk: 'x', sk: 'x' }, {}, absent('pk')), announced(subject, [of('one')], NOW)])
    expect(woken).toEqual([{ kind: 'outbox', id: 'account:a1' }])
    await table.commit([put({ pk: 'x', sk: 'x' }, {}, absent('pk')), announced(subject, [of('one')], NOW)])
    expect(woken).toHaveLength(1)
  })
  it('wakes for an update alone, too', async () => {
    const { table, woken } = waking()
    await table.update(announced(subject, [of('one')], NOW))
    await table.update(update({ pk: 'x', sk: 'x' }, { set: { n: 1 } }))
    expect(woken).toEqual([{ kind: 'outbox', id: 'account:a1' }])
  })
  it('wakes nobody for a commit that announces nothing, and none that only tells', async () => {
    const { table, woken } = waking()
    await table.commit([put({ pk: 'x', sk: 'x' }, {})])
    await table.commit([announced(subject, [of('one')], NOW)])
    const item = await table.get(key)
    if (item) await table.commit([outboxTold(outboxOf(item), 1, NOW)])
    expect(woken).toHaveLength(1)
  })
})
