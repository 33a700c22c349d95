import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listOrdersOfDays, type OrdersAsked } from '../../../functions/analytics/reading/list-orders-of-days.ts'
import { hasReached } from '../../../functions/analytics/sources/order-counts.ts'
import { orderStages } from '../../../functions/analytics/sources/order-stages.ts'
import type { Order } from '../../../functions/payment/orders/order.ts'
import { orderOpened } from '../../../functions/payment/orders/order-store.ts'
import { beijingDay, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { sampleOrder } from '../../samples.ts'
import { count, numbersIn, sumOf } from '../stage.ts'

const id = (nth: number): string => nth.toString(16).padStart(32, '0')
const today = beijingDay(NOON)
const yesterday = beijingDay(NOON - DAY)

const lives: readonly Partial<Order>[] = [
  { attempts: 0 },
  { attempts: 2 },
  { attempts: 1, transactionId: 't', status: 'paid' },
  { attempts: 1, transactionId: 't', status: 'settled', verdict: 'mismatch' },
]
const life = fc.record({ hoursAgo: fc.nat(36), at: fc.nat(lives.length - 1), isPoints: fc.boolean() })

const orderOf = (
  { hoursAgo, at, isPoints }: { hoursAgo: number; at: number; isPoints: boolean },
  nth: number,
): Order => {
  const { offer, method, verdict, ...order } = { ...sampleOrder, ...lives[at] }
  const opened = { ...order, id: id(nth + 1), accountId: id(nth + 1000), createdAt: NOON - hoursAgo * HOUR }
  return isPoints
    ? { ...opened, kind: 'points', points: 100 }
    : { ...opened, kind: 'verification', offer, method, verdict }
}

const kept = async (orders: readonly Order[]) => {
  const table = memoryTable()
  for (const order of orders) await table.commit(orderOpened(order))
  return table
}

type Kept = Awaited<ReturnType<typeof kept>>

/** Every page, one after the other. */
const listed = async (table: Kept, asked: Omit<OrdersAsked, 'limit' | 'cursor'>, limit = 3): Promise<string[]> => {
  const found: string[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 500; pages += 1) {
    const page = valueIn(await listOrdersOfDays({ table }, { ...asked, limit, ...(cursor && { cursor }) }))
    expect(page.orders.length).toBeLessThanOrEqual(limit)
    found.push(...page.orders.map((one) => one.id))
    if (page.nextCursor === null) return found
    cursor = page.nextCursor
  }
  throw new Error('the list has no end')
}

describe('M8 orders of days', () => {
  it('are those that the numbers count, each once, for every stage, good and day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(life, { maxLength: 25 }), fc.integer({ min: 1, max: 9 }), async (all, limit) => {
        const orders = all.map(orderOf)
        const table = await kept(orders)
        for (const stage of orderStages) {
          const wanted = orders
            .filter((one) => hasReached(stage, one))
            .filter(({ createdAt }) => beijingDay(createdAt) >= yesterday)
          const found = await listed(table, { from: yesterday, to: today, stage }, limit)
          expect(found.toSorted()).toEqual(wanted.map((one) => one.id).toSorted())
          const points = await listed(table, { from: today, to: today, stage, good: 'points' }, limit)
          const ofToday = wanted.filter((one) => one.kind === 'points' && beijingDay(one.createdAt) === today)
          expect(points.toSorted()).toEqual(ofToday.map((one) => one.id).toSorted())
        }
        await count(table, NOON)
        const numbers = await numbersIn(table, today)
        const ofDay = async (stage: OrdersAsked['stage']) =>
          (await listed(table, { from: today, to: today, stage })).length
        expect(await ofDay('opened')).toBe(sumOf(numbers, 'orders_opened'))
        expect(await ofDay('begun')).toBe(sumOf(numbers, 'orders_begun'))
        expect(await ofDay('paid')).toBe(sumOf(numbers, 'orders_paid'))
      }),
      { numRuns: 25 },
    )
  })

  it('are found behind many days without any, over several requests', async () => {
    const old = { ...orderOf({ hoursAgo: 0, at: 0, isPoints: false }, 1), createdAt: NOON - 90 * DAY }
    const table = await kept([old])
    const asked = { from: beijingDay(NOON - 100 * DAY), to: today, stage: 'opened' } as const
    const first = valueIn(await listOrdersOfDays({ table }, { ...asked, limit: 10 }))
    expect([first.orders, first.nextCursor === null]).toEqual([[], false])
    expect(await listed(table, asked)).toEqual([old.id])
  })

  it('are refused for days that are none of a range, and for a cursor of another', async () => {
    const table = await kept([1, 2, 3].map((nth) => orderOf({ hoursAgo: 1, at: 0, isPoints: false }, nth)))
    const ask = async (more: Partial<OrdersAsked>) =>
      codeOf(await listOrdersOfDays({ table }, { from: yesterday, to: today, stage: 'opened', limit: 1, ...more }))
    expect(await ask({ from: today, to: yesterday })).toBe('invalid_analytics_range')
    expect(await ask({ from: beijingDay(NOON - 400 * DAY) })).toBe('invalid_analytics_range')
    for (const cursor of [
      '',
      'x',
      `${today}.9`,
      '20200101.0',
      '99999999.0',
      `${today}.0.1`,
      Buffer.from('[1,"ACCOUNT#a","ORDERED#"]').toString('base64url'),
    ])
      expect(await ask({ cursor }), cursor).toBe('invalid_cursor')
    expect(await ask({ cursor: `${yesterday}.3` })).toBe('ok')
  })
})
