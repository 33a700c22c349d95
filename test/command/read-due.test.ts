import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../functions/payment/keys.ts'
import { readDue } from '../../local/command/read-due.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { due } from '../../shared/table/keys.ts'
import { put } from '../../shared/table/write.ts'
import { world } from '../world.ts'

const idOf = (nth: number): string => nth.toString(16).padStart(32, '0')

describe('what is due', () => {
  it('is all of every shard, however many there are, the oldest first, and nothing that comes later', async () => {
    const { table, time } = world()
    // More than a page in one shard alone.
    for (let nth = 0; nth < 130; nth += 1) {
      const key = paymentKeys.refund(idOf(7), `r${nth}`)
      await table.commit([put(key, due(key, time.now - nth))])
    }
    for (let nth = 0; nth < 40; nth += 1) {
      const key = paymentKeys.order(idOf(nth))
      await table.commit([put(key, due(key, time.now + nth * MINUTE))])
    }
    const now = await readDue(table, time.now)
    expect(now).toHaveLength(131)
    expect(now[0]).toEqual({ kind: 'refund', id: `${idOf(7)}.r129`, dueAt: time.now - 129 })
    const soon = await readDue(table, time.now + 39 * MINUTE)
    expect(soon).toHaveLength(170)
    expect(soon.at(-1)).toEqual({ kind: 'order', id: idOf(39), dueAt: time.now + 39 * MINUTE })
  })
})
