import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closesAt } from '../../../functions/analytics/days/day.ts'
import { paymentReceived } from '../../../functions/payment/ledger/ledger.ts'
import { booked } from '../../../functions/payment/ledger/ledger-store.ts'
import { orderAttempted, orderClosed, orderOpened } from '../../../functions/payment/orders/order-store.ts'
import { beijingDay, DAY, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import type { Table } from '../../../shared/table/table.ts'
import { ledgerOf, lives } from '../../bookkeeping/ledgers.ts'
import { NOON } from '../../kit.ts'
import { sampleOrder } from '../../samples.ts'
import { count, daysIn, numbersIn, sumOf } from '../stage.ts'

const today = beijingDay(NOON)
const id = (nth: number): string => nth.toString(16).padStart(32, '0')

const payment = (nth: number, at: Millis, paidFen = 100) =>
  booked(id(nth), paymentReceived({ channel: 'alipay', outTradeNo: id(nth), paidFen, at }))

/** Counts day after day from that moment, as the clock would, until `until`. */
const countEvery = async (table: Table, from: Millis, until: Millis, step: Millis = 6 * HOUR): Promise<void> => {
  for (let now = from; now <= until; now += step) await count(table, now)
}

const copyOf = async (table: ReturnType<typeof memoryTable>) => {
  const other = memoryTable()
  for (const { pk, sk, op: _op, ...item } of table.items()) await other.commit([{ kind: 'put', key: { pk, sk }, item }])
  return other
}

describe('M8 money of a day', () => {
  it('is what the ledger booked, to the fen, on each day of Beijing', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (all) => {
        const { table, transactions } = await ledgerOf(all)
        await countEvery(table, NOON - 3 * DAY, NOON + 6 * DAY)
        for (const { day } of await daysIn(table)) {
          const numbers = await numbersIn(table, day)
          const there = transactions.filter(({ at }) => beijingDay(at) === day)
          const onClearing = there
            .filter(({ id: name }) => /^(pay|refund|forced-refund):/.test(name))
            .flatMap(({ entries }) => entries)
            .filter(({ account }) => account.startsWith('clearing:'))
            .reduce((sum, { fen }) => sum + fen, 0)
          expect(sumOf(numbers, 'paid_in') - sumOf(numbers, 'paid_back')).toBe(onClearing)
          const earned = there
            .flatMap(({ entries }) => entries)
            .filter(({ account }) => account.startsWith('revenue:'))
            .reduce((sum, { fen }) => sum - fen, 0)
          expect(sumOf(numbers, 'earned')).toBe(earned)
          expect(sumOf(numbers, 'moved')).toBe(0)
          expect(sumOf(numbers, 'unreadable')).toBe(0)
        }
        const total = await numbersIn(table)
        const owed = all.filter(({ steps, backFen, paidFen }) => steps > 1 && Math.min(backFen, paidFen) > 0)
        expect(sumOf(total, 'refunds_owed')).toBe(owed.length)
        expect(sumOf(total, 'refunds_paid')).toBe(owed.filter(({ steps }) => steps > 2).length)
      }),
      { numRuns: 15 },
    )
  })

  it('belongs to the day of Beijing: a millisecond before midnight to the one, at midnight to the next', async () => {
    const table = memoryTable()
    const midnight = Date.parse('2026-11-20T00:00:00+08:00')
    await table.commit([payment(1, midnight - 1, 100), payment(2, midnight, 7)])
    await count(table, NOON)
    expect(await numbersIn(table, '20261119')).toMatchObject({ 'paid_in|alipay': 100, 'payments|alipay': 1 })
    expect(await numbersIn(table, '20261120')).toMatchObject({ 'paid_in|alipay': 7, 'payments|alipay': 1 })
  })
})

describe('M8 counting', () => {
  const orders = async () => {
    const table = memoryTable()
    for (let nth = 1; nth <= 230; nth += 1) {
      const order = {
        ...sampleOrder,
        id: id(nth),
        accountId: id(nth + 1000),
        attempts: 0,
        createdAt: NOON - nth * 1000,
      }
      await table.commit([...orderOpened(order), payment(nth, NOON - nth, nth)])
      if (nth % 2) await table.commit([orderAttempted(order, 1, 'alipay_qr', NOON)])
      if (nth % 3 === 0) await table.commit([orderClosed({ ...order, attempts: nth % 2 }, 'cancelled_by_user')])
    }
    return table
  }

  it('twice changes nothing', async () => {
    const table = await orders()
    await count(table, NOON)
    const once = await numbersIn(table, today)
    expect(once).toMatchObject({
      'orders_opened|verification|fee|none': 230,
      'orders_begun|verification|fee|none': 115,
      'ways_chosen|alipay_qr': 115,
      'orders_ended|verification|fee|none|cancelled': 76,
      'payments|alipay': 230,
      'paid_in|alipay': (230 * 231) / 2,
    })
    await count(table, NOON + 15 * MINUTE)
    await count(table, NOON + 45 * MINUTE)
    expect(await numbersIn(table, today)).toEqual(once)
  })

  it('goes on where it was left when time ran out, as often as it takes, and comes to the same', async () => {
    const table = await orders()
    const whole = await copyOf(table)
    await count(whole, NOON)
    let rounds = 0
    for (let isWhole = false; !isWhole; rounds += 1) {
      // Time for two pages.
      let asked = 0
      const remainingMs = () => (++asked > 3 ? 0 : 60_000)
      await count(table, NOON + rounds, { remainingMs })
      isWhole = (await daysIn(table)).filter(({ countedAt }) => countedAt !== undefined).length === 2
      expect(rounds).toBeLessThan(80)
    }
    expect(rounds).toBeGreaterThan(5)
    expect(await numbersIn(table)).toEqual(await numbersIn(whole))
    expect((await daysIn(table)).every(({ draft }) => draft === undefined)).toBe(true)
  })

  it('shows what was counted before until all of a day is counted anew', async () => {
    const table = await orders()
    await count(table, NOON)
    const before = await numbersIn(table, today)
    await table.commit([payment(9000, NOON, 1)])
    let asked = 0
    await count(table, NOON + HOUR, { remainingMs: () => (++asked > 4 ? 0 : 60_000) })
    expect(await numbersIn(table, today)).toEqual(before)
    await count(table, NOON + HOUR + 1)
    expect(sumOf(await numbersIn(table, today), 'paid_in')).toBe(sumOf(before, 'paid_in') + 1)
  })

  it('that dies at any call of the table is made good by the next', async () => {
    const right = await orders()
    await count(right, NOON)
    const expected = await numbersIn(right)
    const calls = right.calls()
    for (let dies = 1; dies < 70; dies += 3) {
      const table = await copyOf(await orders())
      const begun = table.calls()
      const dying = <T extends keyof Table>(name: T): Table[T] =>
        (async (...args: unknown[]) => {
          if (table.calls() - begun + 1 === dies) throw new Error('died')
          return (table[name] as (...all: unknown[]) => unknown)(...args)
        }) as unknown as Table[T]
      const mortal = {
        ...table,
        ...Object.fromEntries(
          (['get', 'getMany', 'query', 'list', 'commit'] as const).map((name) => [name, dying(name)]),
        ),
      }
      await count(mortal as Table, NOON).catch(() => undefined)
      await count(table, NOON + 1)
      expect(await numbersIn(table), `died at call ${dies} of ${calls}`).toEqual(expected)
      if (dies > 10) dies += 5
    }
  })

  it('takes in what comes late while a day is open, and nothing once it is final', async () => {
    const table = memoryTable()
    await table.commit([payment(1, NOON)])
    await countEvery(table, NOON, NOON + 3 * DAY)
    await table.commit([payment(2, NOON, 30)])
    await countEvery(table, NOON + 3 * DAY, NOON + 5 * DAY)
    expect(await numbersIn(table, today)).toMatchObject({ 'paid_in|alipay': 130 })
    await table.commit([payment(3, NOON, 5)])
    await countEvery(table, NOON + 5 * DAY, closesAt(today) + DAY)
    const closed = (await daysIn(table)).find(({ day }) => day === today)
    expect(closed).toMatchObject({ isFinal: true, counts: { ledger: { 'paid_in|alipay': 135 } } })
    await table.commit([payment(4, NOON, 1000)])
    await countEvery(table, closesAt(today) + DAY, closesAt(today) + 3 * DAY)
    expect(await numbersIn(table, today)).toMatchObject({ 'paid_in|alipay': 135 })
  })

  it('by two at once leaves the numbers of one, and no half of either', async () => {
    const table = await orders()
    await Promise.all([count(table, NOON), count(table, NOON)])
    const alone = await copyOf(await orders())
    await count(alone, NOON)
    expect(await numbersIn(table)).toEqual(await numbersIn(alone))
    expect((await daysIn(table)).map(({ revision }) => revision)).toEqual([1, 1])
  })

  it('tells of a day that fails, and counts the others', async () => {
    const table = await orders()
    const told: string[] = []
    const failing: Table = {
      ...table,
      async list(of) {
        if (of.list.includes('20261119')) throw new Error('broken')
        return table.list(of)
      },
    }
    expect(await count(failing, NOON, { fault: (_error, day) => told.push(day) })).toBe(1)
    expect(told).toEqual(['20261119'])
    expect((await daysIn(table)).map(({ day }) => day)).toEqual([today])
  })

  it('says how many items cannot be read, and counts all others', async () => {
    const table = memoryTable()
    await table.commit([payment(1, NOON), { ...payment(2, NOON), item: { ...payment(2, NOON).item, unit: 'stones' } }])
    await count(table, NOON)
    expect(await numbersIn(table, today)).toMatchObject({ 'payments|alipay': 1, 'unreadable|ledger': 1 })
  })

  it('keeps a day for 400 days', async () => {
    const table = memoryTable()
    await count(table, NOON)
    const yesterday = table.items().find(({ sk }) => sk === 'DAY#20261119')
    const start = Date.parse('2026-11-19T00:00:00+08:00')
    expect(yesterday?.ttl).toBe((start + 400 * DAY) / 1000)
  })
})
