import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LedgerAsked, readLedger } from '../../../functions/bookkeeping/ledger/read-ledger.ts'
import { ledgerUnits, paymentReceived } from '../../../functions/payment/ledger/ledger.ts'
import { booked } from '../../../functions/payment/ledger/ledger-store.ts'
import { beijingDay, beijingDayStart, DAY } from '../../../shared/kernel/time.ts'
import { LIST_PARTS } from '../../../shared/table/keys.ts'
import { cursorOf } from '../../../shared/table/list-cursor.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import type { Table } from '../../../shared/table/table.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { owed } from '../../operator.ts'
import { cost, drained, world } from '../../world.ts'
import { ledgerOf, lives } from '../ledgers.ts'

const today = beijingDay(NOON)

type Query = Omit<LedgerAsked, 'cursor' | 'limit'>

const limit = 100

/** Every page of a day, one after the other; fails rather than read on for ever. */
const pagesOf = async (table: Table, query: Query) => {
  const pages = [valueIn(await readLedger({ table }, { ...query, limit }))]
  for (let last = pages[0]; typeof last?.nextCursor === 'string' && pages.length < 200; last = pages.at(-1))
    pages.push(valueIn(await readLedger({ table }, { ...query, limit, cursor: last.nextCursor })))
  expect(pages.at(-1)?.nextCursor).toBeNull()
  return pages
}

const idsOf = async (table: Table, query: Query) =>
  (await pagesOf(table, query)).flatMap(({ transactions }) => transactions.map(({ id }) => id)).toSorted()

/** A table with so many payments in one day that pages are needed. */
const busyDay = async (count: number) => {
  const table = memoryTable()
  const orders = Array.from({ length: count }, (_none, nth) => nth.toString(16).padStart(32, '0'))
  for (const [nth, id] of orders.entries()) {
    const paid = paymentReceived({ channel: 'wechat_pay', outTradeNo: id, paidFen: 100, at: NOON + nth })
    await table.commit([booked(id, paid)])
  }
  return { table, orders }
}

describe('the ledger of a day happy', () => {
  it('answers what happened that day, in all three ledgers', async () => {
    const at = world()
    const { order } = await owed(at)
    await drained(at)
    const { transactions, nextCursor } = valueIn(await readLedger(at, { day: today, limit }))
    expect(nextCursor).toBeNull()
    expect(transactions.map(({ id, orderId, unit }) => ({ id, orderId, unit })).toSorted(byId)).toEqual([
      { id: `decide:${order.id}`, orderId: order.id, unit: 'fen' },
      { id: `pay:${order.id}`, orderId: order.id, unit: 'fen' },
      { id: `vendor:${order.id}`, orderId: order.id, unit: 'yuan_10000th' },
    ])
    expect(await idsOf(at.table, { day: beijingDay(NOON + DAY) })).toEqual([])
  })

  it('pages through a busy day, every transaction exactly once', async () => {
    const { table, orders } = await busyDay(450)
    const pages = await pagesOf(table, { day: today })
    expect(pages.length).toBeGreaterThan(4)
    expect(Math.max(...pages.map(({ transactions }) => transactions.length))).toBe(100)
    const paid = pages.flatMap(({ transactions }) => transactions.map(({ id }) => id))
    expect(paid.toSorted()).toEqual(orders.map((id) => `pay:${id}`).toSorted())
  })

  it('answers each transaction of any history exactly once, in the day of its time, by unit or all together', async () => {
    await fc.assert(
      fc.asyncProperty(lives, fc.integer({ min: -3, max: 4 }), async (all, days) => {
        const { table, transactions } = await ledgerOf(all)
        const day = beijingDay(NOON + days * DAY)
        const ofDay = transactions.filter(({ at }) => beijingDay(at) === day)
        expect(await idsOf(table, { day })).toEqual(ofDay.map(({ id }) => id).toSorted())
        for (const unit of ledgerUnits) {
          const ofUnit = ofDay.filter((one) => one.unit === unit)
          expect(await idsOf(table, { day, unit })).toEqual(ofUnit.map(({ id }) => id).toSorted())
        }
      }),
      { numRuns: 60 },
    )
  })

  it('costs one read per part where little happened', async () => {
    const at = world()
    const { calls } = await cost(at, () => readLedger(at, { day: today, limit }))
    expect(calls.table).toBe(LIST_PARTS)
  })

  it('stops before it becomes long, and goes on with the cursor', async () => {
    const { table } = await busyDay(2500)
    const before = table.calls()
    const first = valueIn(await readLedger({ table }, { day: today, unit: 'point', limit }))
    expect(table.calls() - before).toBe(12)
    expect(first.transactions).toEqual([])
    expect(await idsOf(table, { day: today, unit: 'point' })).toEqual([])
  })
})

describe('the ledger of a day refused', () => {
  it.each(['', 'x', 'bm90IGpzb24', String(LIST_PARTS), '-1', '0.5', '01'])(
    'a cursor that is none: %s',
    async (cursor) => {
      const { table } = await busyDay(1)
      const outcome = await readLedger({ table }, { day: today, cursor, limit })
      expect(outcome).toMatchObject({
        ok: false,
        refusal: { fields: [{ pointer: '/cursor', code: 'invalid_cursor' }] },
      })
    },
  )

  it('a cursor of another day', async () => {
    const { table } = await busyDay(450)
    const { nextCursor } = valueIn(await readLedger({ table }, { day: today, limit }))
    const cursor = nextCursor ?? ''
    expect(codeOf(await readLedger({ table }, { day: today, cursor, limit }))).toBe('ok')
    expect(codeOf(await readLedger({ table }, { day: beijingDay(NOON - DAY), cursor, limit }))).toBe('invalid_cursor')
  })
})

describe('the ledger of a day hostile', () => {
  const pk = `ORDER#${'1'.repeat(32)}`
  const place = (at: unknown, key: unknown, sk: unknown) => cursorOf(JSON.stringify([at, key, sk]))

  it('the cursor these are made from is a good one', async () => {
    const { table } = await busyDay(1)
    expect(codeOf(await readLedger({ table }, { day: today, cursor: place(NOON, pk, 'LEDGER#x'), limit }))).toBe('ok')
  })

  it.each([
    ['before the day', place(beijingDayStart(today) - 1, pk, 'LEDGER#x')],
    ['after the day', place(beijingDayStart(today) + DAY, pk, 'LEDGER#x')],
    ['a time that is none', place(NOON + 0.5, pk, 'LEDGER#x')],
    ['a time that is text', place(String(NOON), pk, 'LEDGER#x')],
    ['infinity', place(Infinity, pk, 'LEDGER#x')],
    ['another kind of item', place(NOON, pk, 'REFUND#x')],
    ['no partition', place(NOON, '', 'LEDGER#x')],
    ['no place', cursorOf('null')],
    ['another text for the same place', `${place(NOON, pk, 'LEDGER#x')}=`],
  ])('never reaches the table with a place somebody made up: %s', async (_case, cursor) => {
    const { table } = await busyDay(1)
    const before = table.calls()
    expect(codeOf(await readLedger({ table }, { day: today, cursor, limit }))).toBe('invalid_cursor')
    expect(table.calls()).toBe(before)
  })

  it('any text at all is read or refused, and throws never', async () => {
    const { table } = await busyDay(3)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        async (cursor) => {
          expect(['ok', 'invalid_cursor']).toContain(codeOf(await readLedger({ table }, { day: today, cursor, limit })))
        },
      ),
    )
  })
})

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)
