import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { beijingDay, beijingDayStart, DAY } from '../../../shared/kernel/time.ts'
import { exists, update } from '../../../shared/table/write.ts'
import { type Begun, begun, itemAt, offered, type World } from '../../world.ts'
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
    await expect(runDay()).rejects.toThrow()
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
    await expect(runDay()).rejects.toThrow('no answer')
    expect(await found()).toEqual([])
    isBroken = false
    at.time.now = Number(itemAt(at, bookkeepingKeys.reconciliation(CHANNEL, day))?.dueAt)
    await runDay()
    expect(await found()).toContain('payment_missing_here explained payment_accepted')
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
