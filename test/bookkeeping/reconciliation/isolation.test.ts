import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { beijingDay, beijingDayStart, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { exists, update } from '../../../shared/table/write.ts'
import { type Begun, begun, bought, itemAt, offered, type World } from '../../world.ts'
import { billed, CHANNEL, row } from './billed.ts'

const unreadable = (at: World, order: Begun['order'], set: Record<string, string>) =>
  at.table.commit([update(paymentKeys.order(order.id), { set }, exists('pk'))])

describe('something in a day that cannot be dealt with', () => {
  it('keeps nothing else in its bill from being dealt with, and the day open until it can be', async () => {
    const { at, day, bills, runDay, found, runAt } = billed()
    const opened = [await begun(at), await begun(at), await begun(at)]
    const numbers: string[] = []
    for (const one of opened) numbers.push(await offered(at, one))
    bills.set(
      day,
      numbers.map((number) => row(number, 100, at.time.now)),
    )
    const broken = opened[1]?.order
    if (!broken) throw new Error('no order')
    const status = String(itemAt(at, paymentKeys.order(broken.id))?.status)
    await unreadable(at, broken, { status: 'what is this' })
    expect(await runDay()).toBe('not_all_done')
    expect(await found()).toEqual(Array(2).fill('payment_missing_here explained payment_accepted'))
    expect(runAt().status).toBe('due')
    await unreadable(at, broken, { status })
    at.time.now = Number(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, day))?.dueAt)
    expect(await runDay()).toBe('done')
    expect(await found()).toHaveLength(3)
  })

  it('holds up what else there is of the same payment: a refund means nothing before it', async () => {
    const { at, day, bills, runDay, found } = billed()
    const open = await begun(at)
    const number = await offered(at, open)
    const refund = row(number, 100, at.time.now, { kind: 'refund', channelRefundId: 'c1' })
    bills.set(day, [row(number, 100, at.time.now), refund])
    const { commit } = at.table
    let isBroken = true
    at.table.commit = async (writes) => {
      if (isBroken && writes.some(({ key }) => key.sk === 'ORDER')) throw new Error('no answer')
      return commit(writes)
    }
    expect(await runDay()).toBe('not_all_done')
    expect(at.faults).toEqual([new Error('no answer')])
    expect(await found()).toEqual([])
    isBroken = false
    at.time.now = Number(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, day))?.dueAt)
    await runDay()
    expect(await found()).toContain('payment_missing_here explained payment_accepted')
  })
})

describe('P16 what the day before left waiting and cannot be dealt with', () => {
  /** The day before waits for two payments, in the order they are looked at; this day's bill has a payment nobody told us of. */
  const waiting = async () => {
    const stage = billed()
    const { at, day, bills, found } = stage
    const { fact } = await bought(at)
    const other = await bought(at)
    await stage.runDay()
    expect(await found()).toEqual(Array(2).fill('payment_missing_there waiting next_bill'))
    const next = beijingDay(beijingDayStart(day) + DAY)
    at.time.now = beijingDayStart(next) + HOUR
    const open = await begun(at)
    const paid = row(await offered(at, open), 100, at.time.now)
    const seen = [fact.outTradeNo, other.fact.outTradeNo].toSorted()
    bills.set(next, [paid])
    const idOf = (outTradeNo: string) => bookkeepingKeys.difference(CHANNEL, day, `payment_missing_there:${outTradeNo}`)
    const spoils = (outTradeNo: string, status: string) =>
      at.table.commit([update(idOf(outTradeNo), { set: { status, thereFen: 'x' } }, exists('pk'))])
    const isDelivered = () => itemAt(at, paymentKeys.order(open.order.id))?.status !== 'created'
    const again = () => {
      at.time.now = Number(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, next))?.dueAt)
      return stage.runDay(next)
    }
    return { ...stage, next, first: String(seen[0]), second: String(seen[1]), idOf, spoils, isDelivered, again }
  }

  it('holds up only itself if it cannot be read, and is told under its key', async () => {
    const { at, deps, runDay, next, first, second, idOf, spoils, isDelivered, found, runAt, again } = await waiting()
    const told: string[] = []
    deps.fault = (_error: unknown, id?: string) => void told.push(String(id))
    await spoils(first, 'what is this')
    expect(await runDay(next)).toBe('not_all_done')
    expect(isDelivered()).toBe(true)
    expect(await found(next)).toEqual(['payment_missing_here explained payment_accepted'])
    expect(itemAt(at, idOf(second))).toMatchObject({ status: 'explained', outcome: 'asked_again' })
    expect(runAt(next).status).toBe('due')
    expect(told).toEqual([`${idOf(first).pk} ${idOf(first).sk}`])
    await at.table.commit([update(idOf(first), { set: { status: 'waiting', thereFen: 0 } }, exists('pk'))])
    expect(await again()).toBe('done')
    expect(await found(next)).toHaveLength(1)
    expect(itemAt(at, idOf(first))).toMatchObject({ status: 'explained' })
  })

  it('holds up nothing if it is over', async () => {
    const { runDay, next, first, spoils, isDelivered } = await waiting()
    await spoils(first, 'explained')
    expect(await runDay(next)).toBe('done')
    expect(isDelivered()).toBe(true)
  })

  it.each([
    { what: 'alone', alsoUnreadable: false, faults: 1 },
    { what: 'beside one that cannot be read', alsoUnreadable: true, faults: 2 },
  ])('holds up only itself if looking at it throws, $what', async ({ alsoUnreadable, faults }) => {
    const { at, deps, runDay, next, first, second, idOf, spoils, isDelivered, runAt, again } = await waiting()
    if (alsoUnreadable) await spoils(first, 'what is this')
    const { provider } = deps
    let isBroken = true
    deps.provider = async (channel) => {
      const whole = await provider(channel)
      const query: typeof whole.query = async (number) => {
        if (isBroken && number === second) throw new Error('what an answer')
        return whole.query(number)
      }
      return { ...whole, query }
    }
    expect(await runDay(next)).toBe('not_all_done')
    expect(isDelivered()).toBe(true)
    expect(at.faults).toHaveLength(faults)
    expect(runAt(next)).toMatchObject({ status: 'due' })
    expect(itemAt(at, idOf(second))).toMatchObject({ status: 'waiting' })
    if (!alsoUnreadable) expect(itemAt(at, idOf(first))).toMatchObject({ status: 'explained' })
    isBroken = false
    expect(await again()).toBe(alsoUnreadable ? 'not_all_done' : 'done')
    expect(itemAt(at, idOf(second))).toMatchObject({ status: 'explained' })
  })
})

describe('a stored difference of the day itself that cannot be read', () => {
  it('is neither written over nor acted on once more, and everything else is done', async () => {
    const { at, day, bills, alarms, settlements, runDay, found, runAt } = billed()
    const nobodys = row(outTradeNo('f'.repeat(32), 1), 100, at.time.now)
    bills.set(day, [nobodys])
    settlements.push({ kind: 'not_ready' })
    expect(await runDay()).toBe('answers_awaited')
    expect(alarms).toEqual(['reconciliation_difference'])
    const key = bookkeepingKeys.difference(CHANNEL, day, `payment_missing_here:${nobodys.outTradeNo}`)
    await at.table.commit([update(key, { set: { status: 'what is this' } }, exists('pk'))])
    const open = await begun(at)
    bills.set(day, [nobodys, row(await offered(at, open), 100, at.time.now)])
    expect(await runDay()).toBe('not_all_done')
    expect(itemAt(at, paymentKeys.order(open.order.id))?.status).not.toBe('created')
    expect(itemAt(at, bookkeepingKeys.dayLedger(CHANNEL, day, `settle:${CHANNEL}:${day}`))).toBeDefined()
    expect(itemAt(at, key)).toMatchObject({ status: 'what is this' })
    expect(alarms).toEqual(['reconciliation_difference'])
    await at.table.commit([update(key, { set: { status: 'open' } }, exists('pk'))])
    expect(await runDay()).toBe('done')
    expect(await found()).toHaveLength(2)
    expect(runAt().report?.unexplainedFen).toBe(100)
  })
})

describe('a day before that cannot be read', () => {
  const spoilt = async (set: Record<string, string>, removed: string[]) => {
    const stage = billed()
    await stage.runDay()
    const key = bookkeepingKeys.reconciliation(CHANNEL, stage.day)
    await stage.at.table.commit([update(key, { set, remove: removed }, exists('pk'))])
    return { ...stage, next: beijingDay(beijingDayStart(stage.day) + DAY) }
  }

  it('holds up nobody if it says that it is done', async () => {
    const { runDay, next } = await spoilt({}, ['openedAt', 'report', 'channel'])
    expect(await runDay(next)).toBe('done')
  })

  it('and does not say even that holds up nobody for longer than three days', async () => {
    const { at, runDay, next } = await spoilt({ status: 'what is this' }, ['openedAt'])
    expect(await runDay(next)).toBe('day_before_awaited')
    at.time.now += 3 * DAY
    expect(await runDay(next)).toBe('done')
  })

  it('is woken like any other by the day before it', async () => {
    const { at, day, runDay } = billed()
    const next = bookkeepingKeys.reconciliation(CHANNEL, beijingDay(beijingDayStart(day) + DAY))
    at.time.now += DAY
    await expect(runDay(beijingDay(beijingDayStart(day) + DAY))).resolves.toBe('day_before_awaited')
    await at.table.commit([update(next, { remove: ['openedAt', 'channel'] }, exists('pk'))])
    at.queue.sent.length = 0
    expect(await runDay()).toBe('done')
    expect(at.queue.sent).toContainEqual({ kind: 'reconciliation', id: `${CHANNEL}#${next.pk.split('#').at(-1)}` })
  })
})
