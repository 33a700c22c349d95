import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BillRow } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import {
  type Book,
  compare,
  explainedBy,
  type Movement,
  unexplainedFen,
} from '../../../functions/bookkeeping/reconciliation/comparison.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { beijingDayStart, DAY, HOUR } from '../../../shared/kernel/time.ts'

const FROM = beijingDayStart('20261119')
const DAY_RANGE = { from: FROM, until: FROM + DAY }
const NOON = FROM + 12 * HOUR

const payment = (outTradeNo: string, fen: number, at = NOON): BillRow => ({
  kind: 'payment',
  outTradeNo,
  transactionId: `t-${outTradeNo}`,
  fen,
  feeFen: 1,
  at,
})
const refund = (outRefundNo: string, fen: number, more: Partial<BillRow> = {}): BillRow => ({
  kind: 'refund',
  outTradeNo: 'a',
  transactionId: 't-a',
  outRefundNo,
  channelRefundId: `c-${outRefundNo}`,
  fen,
  feeFen: 0,
  at: NOON,
  ...more,
})
const moved = (fen: number, at = NOON): Movement => ({ orderId: 'order', fen, at })
const book = (of: {
  payments?: Record<string, Movement>
  refunds?: Record<string, Movement>
  forced?: string[]
}): Book => ({
  payments: new Map(Object.entries(of.payments ?? {})),
  refunds: new Map(Object.entries(of.refunds ?? {})),
  forced: new Set(of.forced),
})
const kinds = (rows: BillRow[], held: Book) => compare(rows, held, DAY_RANGE).map(({ kind }) => kind)

describe('P16 a day’s bill held against the ledger', () => {
  it('finds nothing where both say the same', () => {
    const held = book({ payments: { a: moved(100) }, refunds: { r: moved(100) } })
    expect(kinds([payment('a', 100), refund('r', 100)], held)).toEqual([])
  })

  it.each([
    { name: 'paid there, unpaid here', rows: [payment('a', 100)], held: {}, kind: 'payment_missing_here' },
    {
      name: 'another amount there',
      rows: [payment('a', 300)],
      held: { payments: { a: moved(100) } },
      kind: 'payment_amount',
    },
    {
      name: 'paid here, absent there',
      rows: [],
      held: { payments: { a: moved(100) } },
      kind: 'payment_missing_there',
    },
    { name: 'given back there, unknown here', rows: [refund('r', 100)], held: {}, kind: 'refund_missing_here' },
    {
      name: 'given back by the channel itself, without a number of ours',
      rows: [refund('', 100)],
      held: {},
      kind: 'refund_missing_here',
    },
    {
      name: 'another amount given back',
      rows: [refund('r', 90)],
      held: { refunds: { r: moved(100) } },
      kind: 'refund_amount',
    },
    {
      name: 'given back here, absent there',
      rows: [],
      held: { refunds: { r: moved(100) } },
      kind: 'refund_missing_there',
    },
  ])('$name', ({ rows, held, kind }) => {
    const found = compare(rows, book(held), DAY_RANGE)
    expect(found.map((difference) => difference.kind)).toEqual([kind])
    expect(unexplainedFen(found)).toBeGreaterThan(0)
  })

  it('does not miss in this bill what moved on the day before or after', () => {
    const held = book({
      payments: { before: moved(100, FROM - 1), after: moved(100, FROM + DAY) },
      refunds: { late: moved(100, FROM + DAY) },
    })
    expect(kinds([], held)).toEqual([])
    expect(kinds([payment('before', 100), payment('after', 100)], held)).toEqual([])
  })

  it('leaves alone refunds that are still on their way, and forced ones that are booked', () => {
    expect(kinds([refund('r', 100, { pending: true })], book({}))).toEqual([])
    expect(kinds([refund('', 100, { channelRefundId: 'c-1' })], book({ forced: ['c-1'] }))).toEqual([])
  })

  it('tells of payments before it tells of refunds, in whatever order the bill has them', () => {
    expect(kinds([refund('', 50), payment('a', 100)], book({}))).toEqual([
      'payment_missing_here',
      'refund_missing_here',
    ])
  })

  it('names the payment of a refund that is missed: Alipay answers only about both', () => {
    const number = outTradeNo('a'.repeat(32), 2)
    const [missed] = compare([], book({ refunds: { [`${number}v1`]: moved(100) } }), DAY_RANGE)
    expect(missed).toMatchObject({ kind: 'refund_missing_there', outTradeNo: number, outRefundNo: `${number}v1` })
  })

  it('gives the same difference the same id whenever it is found', () => {
    const rows = [payment('a', 100), refund('', 5, { channelRefundId: 'c-1' })]
    const ids = () => compare(rows, book({}), DAY_RANGE).map(({ id }) => id)
    expect(ids()).toEqual(ids())
    expect(new Set(ids()).size).toBe(2)
  })

  it('lets the next bill explain what this one did not have', () => {
    const [difference] = compare([], book({ payments: { a: moved(100) } }), DAY_RANGE)
    if (!difference) throw new Error('no difference')
    expect(explainedBy(difference, [payment('a', 100, FROM + DAY)])).toBe(true)
    expect(explainedBy(difference, [payment('a', 101)])).toBe(false)
    expect(explainedBy(difference, [refund('a', 100)])).toBe(false)
  })

  it('finds exactly what was taken away, added or changed', () => {
    const fens = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fens, fc.nat(), fc.constantFrom('drop_row', 'drop_entry', 'change'), (all, pick, what) => {
        const at = pick % all.length
        const rows = all.map((fen, nth) => payment(`n${nth}`, fen))
        const entries = Object.fromEntries(all.map((fen, nth) => [`n${nth}`, moved(fen)]))
        if (what === 'drop_row') rows.splice(at, 1)
        if (what === 'drop_entry') delete entries[`n${at}`]
        if (what === 'change') entries[`n${at}`] = moved((all[at] ?? 0) + 1)
        const found = compare(rows, book({ payments: entries }), DAY_RANGE)
        expect(found).toHaveLength(1)
        expect(found[0]?.outTradeNo).toBe(`n${at}`)
        expect(unexplainedFen(found)).toBe(what === 'change' ? 1 : all[at])
      }),
    )
  })
})
