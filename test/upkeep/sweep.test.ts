import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../functions/account/keys.ts'
import { paymentKeys } from '../../functions/payment/keys.ts'
import { endsAt } from '../../functions/payment/orders/order.ts'
import { sweep } from '../../functions/upkeep/sweep.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import { MINUTE, SECOND } from '../../shared/kernel/time.ts'
import { due } from '../../shared/table/keys.ts'
import { Contended, NotNow } from '../../shared/table/table.ts'
import type { Pointer } from '../../shared/table/work.ts'
import { type Key, put, type Write } from '../../shared/table/write.ts'
import { begun, bought, decided, drained, itemAt, person, statusOf, type World, world } from '../world.ts'

const orderKey = (nth: number): Key => paymentKeys.order(nth.toString(16).padStart(32, '0'))

/** Orders that have owed something for a minute, as many as wanted. */
const owing = async (at: World, count: number): Promise<Key[]> => {
  const orders = Array.from({ length: count }, (_none, nth) => orderKey(nth))
  for (const key of orders) await at.table.commit([put(key, { ...due(key, at.time.now - MINUTE) })])
  return orders
}

describe('sweep happy', () => {
  it('sends the pointer of everything that is due, and of nothing else', async () => {
    const at = world()
    const ready = await bought(at)
    const over = await decided(at, { who: person('no_record') })
    const open = await begun(at, { who: person('match', 1) })
    at.queue.sent.length = 0
    at.time.now += MINUTE - 1
    expect(await sweep(at)).toBe(0)
    at.time.now += 1
    expect(await sweep(at)).toBe(5)
    const told = [`order:${ready.order.id}`, `order:${over.order.id}`, `account:${over.user.accountId}`]
    expect(at.queue.sent).toHaveLength(5)
    expect(at.queue.sent).toEqual(
      expect.arrayContaining([
        { kind: 'check', id: ready.checkId },
        { kind: 'refund', id: `${over.order.id}.${over.order.id}v` },
        ...told.map((id) => ({ kind: 'outbox', id })),
      ]),
    )
    at.queue.sent.length = 0
    at.time.now = endsAt(open.order)
    await sweep(at)
    expect(at.queue.sent).toContainEqual({ kind: 'order', id: open.order.id })
  })

  it('brings to an end what every queue has lost', async () => {
    const at = world()
    const ready = await bought(at, { who: person('mismatch'), offer: 'membership' })
    for (let minutes = 0; minutes < 3; minutes += 1) {
      at.queue.sent.length = 0
      at.time.now += MINUTE
      await sweep(at)
      await drained(at)
      for (const [number, { state }] of at.channel.refunds) if (state.kind === 'processing') at.channel.finishes(number)
    }
    expect(statusOf(at, ready)).toEqual({ verification: 'mismatch', order: 'settled' })
    expect(at.channel.givenBackFen()).toBe(900)
    at.time.now += 60 * MINUTE
    expect(await sweep(at)).toBe(0)
  })

  it('pushes the work on before it is sent', async () => {
    const at = world()
    const [key] = await owing(at, 1)
    const seen: unknown[] = []
    const wake = async () => void seen.push(key && itemAt(at, key)?.dueAt)
    await sweep({ ...at, queue: { ...at.queue, wake } })
    expect(seen).toContain(at.time.now + MINUTE)
  })

  it('waits a minute longer after every wake-up that led to nothing', async () => {
    const at = world()
    const [key = orderKey(0)] = await owing(at, 1)
    const pauses: number[] = []
    for (let wakes = 0; wakes < 5; wakes += 1) {
      expect(await sweep(at)).toBe(1)
      expect(await sweep(at)).toBe(0)
      const next = Number(itemAt(at, key)?.dueAt)
      pauses.push((next - at.time.now) / MINUTE)
      at.time.now = next - 1
      expect(await sweep(at)).toBe(0)
      at.time.now = next
    }
    expect(pauses).toEqual([1, 2, 3, 4, 5])
  })

  it('waits a minute again after a step that led to something', async () => {
    const at = world()
    const ready = await bought(at, { who: person('vendor_busy') })
    const key = verificationKeys.check(ready.user.accountId, ready.verification.id)
    at.time.now += MINUTE
    await sweep(at)
    expect(itemAt(at, key)).toMatchObject({ wakePause: MINUTE })
    await drained(at)
    expect(itemAt(at, key)).not.toHaveProperty('wakePause')
  })

  it('goes on page by page, over all shards, and sends each pointer once', async () => {
    const at = world()
    await owing(at, 250)
    for (let nth = 0; nth < 120; nth += 1) {
      const key = paymentKeys.refund('0'.repeat(32), `${nth}v`)
      await at.table.commit([put(key, { ...due(key, at.time.now) })])
    }
    expect(await sweep(at)).toBe(370)
    expect(new Set(at.queue.sent.map(({ id }) => id)).size).toBe(370)
    expect(at.queue.sent).toHaveLength(370)
  })
})

describe('sweep refused', () => {
  it('does nothing where nothing is due', async () => {
    const at = world()
    expect(await sweep(at)).toBe(0)
    expect(at.queue.sent).toEqual([])
  })

  it('stops in time, and leaves the rest for the next one', async () => {
    const at = world()
    await owing(at, 30)
    expect(await sweep({ ...at, remainingMs: () => 10 * SECOND })).toBe(0)
    let left = 11 * SECOND
    const remainingMs = () => {
      left -= 100
      return left
    }
    const first = await sweep({ ...at, remainingMs })
    expect(first + (await sweep(at))).toBe(30)
  })
})

describe('sweep hostile', () => {
  it('two sweeps at once send each pointer once', async () => {
    const at = world()
    await owing(at, 40)
    const [one = 0, other = 0] = await Promise.all([sweep(at), sweep(at)])
    expect(one + other).toBe(40)
    expect(at.queue.sent).toHaveLength(40)
  })

  it('does not send what was done between reading and pushing', async () => {
    const at = world()
    const [key = orderKey(0)] = await owing(at, 1)
    const late = async (of: Parameters<typeof at.table.due>[0]) => {
      const entries = await at.table.due(of)
      if (entries.length) await at.table.commit([put(key, { status: 'settled' })])
      return entries
    }
    expect(await sweep({ ...at, table: { ...at.table, due: late } })).toBe(0)
    expect(itemAt(at, key)).toEqual({ ...key, status: 'settled' })
  })

  it('ignores an index that still shows what was done long ago', async () => {
    const at = world()
    const key = orderKey(0)
    await at.table.commit([put(key, { status: 'settled' })])
    let shown = 0
    const stale = async () => {
      shown += 1
      return shown <= 20 ? [{ key, dueAt: at.time.now }] : []
    }
    expect(await sweep({ ...at, table: { ...at.table, due: stale } })).toBe(0)
    expect(itemAt(at, key)).toEqual({ ...key, status: 'settled' })
  })

  it('sends no pointer to an item that can owe nothing, and says so', async () => {
    const at = world()
    const key = accountKeys.profile('a'.repeat(32))
    await at.table.commit([put(key, { ...due(key, at.time.now) })])
    expect(await sweep(at)).toBe(0)
    expect(at.queue.sent).toEqual([])
    expect(at.faults).toHaveLength(1)
  })

  it('one item that cannot be pushed does not keep the others from being sent, and is still reported', async () => {
    const at = world()
    const orders = await owing(at, 60)
    const stuck = new Set([orders[0]?.pk, orders[31]?.pk])
    const commit = async (writes: readonly Write[]) => {
      if (writes.some(({ key }) => stuck.has(key.pk))) throw new Contended('stuck')
      return at.table.commit(writes)
    }
    expect(await sweep({ ...at, table: { ...at.table, commit } })).toBe(58)
    expect(at.faults).toEqual([expect.any(Contended), expect.any(Contended)])
    expect(at.queue.sent).toHaveLength(58)
    expect(await sweep(at)).toBe(2)
  })

  it('a shard that cannot be read does not keep the others from being swept', async () => {
    const at = world()
    await owing(at, 60)
    const readable = async (of: Parameters<typeof at.table.due>[0]) => {
      if (of.shard === 3) throw new Error('throttled')
      return at.table.due(of)
    }
    await sweep({ ...at, table: { ...at.table, due: readable } })
    expect(at.faults).toEqual([new Error('throttled')])
    const left = at.table.items().filter(({ dueShard, dueAt }) => dueShard === 3 && Number(dueAt) <= at.time.now)
    expect(at.queue.sent).toHaveLength(60 - left.length)
    expect(await sweep(at)).toBe(left.length)
  })

  it('what can never be pushed on is passed, however much it is', async () => {
    const at = world()
    const key = (nth: number) => paymentKeys.refund('0'.repeat(32), `${String(nth).padStart(3, '0')}v`)
    for (let nth = 0; nth < 130; nth += 1)
      await at.table.commit([put(key(nth), { ...due(key(nth), at.time.now - MINUTE) })])
    const poisoned = new Set(Array.from({ length: 120 }, (_none, nth) => key(nth).sk))
    const commit = async (writes: readonly Write[]) => {
      if (writes.some(({ key: { sk } }) => poisoned.has(sk))) throw new Error('no number is stored there')
      return at.table.commit(writes)
    }
    expect(await sweep({ ...at, table: { ...at.table, commit } })).toBe(10)
    expect(at.queue.sent).toHaveLength(10)
    expect(at.faults).toHaveLength(120)
  })

  it('an item whose pointer cannot be made does not keep the others from being sent', async () => {
    const at = world()
    for (let nth = 0; nth < 20; nth += 1) {
      const key = paymentKeys.refund('0'.repeat(32), `${nth}v`)
      await at.table.commit([put(key, { ...due(key, at.time.now) })])
    }
    const pointerTo = (key: Key) => {
      if (key.sk.endsWith('7v')) throw new Error('no pointer')
      return at.pointerTo(key)
    }
    expect(await sweep({ ...at, pointerTo })).toBe(18)
    expect(at.queue.sent).toHaveLength(18)
    expect(at.faults).toHaveLength(2)
  })

  it('wake-ups that fail do not keep the others from being sent', async () => {
    const at = world()
    await owing(at, 250)
    let woken = 0
    const wake = async (pointers: readonly Pointer[]) => {
      woken += 1
      if (woken === 3) throw new Error('no such queue')
      return at.queue.wake(pointers)
    }
    await sweep({ ...at, queue: { ...at.queue, wake } })
    expect(at.faults).toEqual([new Error('no such queue')])
    expect(at.table.items().filter(({ dueAt }) => Number(dueAt) <= at.time.now)).toEqual([])
  })

  it('a shard where nothing can be pushed is left to the next minute', async () => {
    const at = world()
    for (let nth = 0; nth < 60; nth += 1) {
      const key = paymentKeys.refund('0'.repeat(32), `${nth}v`)
      await at.table.commit([put(key, { ...due(key, at.time.now) })])
    }
    let tries = 0
    const commit = async () => {
      tries += 1
      throw new NotNow('throttled')
    }
    expect(await sweep({ ...at, table: { ...at.table, commit } })).toBe(0)
    expect(tries).toBe(10)
    expect(await sweep(at)).toBe(60)
  })

  it('items that others keep writing hold up nobody, however many they are', async () => {
    const at = world()
    const key = (nth: number) => paymentKeys.refund('0'.repeat(32), `${String(nth).padStart(3, '0')}v`)
    for (let nth = 0; nth < 40; nth += 1)
      await at.table.commit([put(key(nth), { ...due(key(nth), at.time.now - MINUTE) })])
    const contended = new Set(Array.from({ length: 30 }, (_none, nth) => key(nth).sk))
    const commit = async (writes: readonly Write[]) => {
      if (writes.some(({ key: { sk } }) => contended.has(sk))) throw new Contended('others')
      return at.table.commit(writes)
    }
    expect(await sweep({ ...at, table: { ...at.table, commit } })).toBe(10)
    expect(await sweep(at)).toBe(30)
  })
})
