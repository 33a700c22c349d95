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

  it.each([
    ['payments', 101, ['payment_amount']],
    ['payments', 100, []],
    ['payments', 99, ['payment_amount']],
    ['refunds', 101, ['refund_amount']],
    ['refunds', 100, []],
    ['refunds', 99, ['refund_amount']],
  ] as const)('amounts must be equal: of %s that are 100 fen here and %i there, it finds %j', (what, fen, found) => {
    const row = what === 'payments' ? payment('n', fen) : refund('n', fen)
    expect(kinds([row], book({ [what]: { n: moved(100) } }))).toEqual(found)
  })

  it('misses what moved in the first moment of the day, and nothing of the moments around it', () => {
    const at = (moment: number) => kinds([], book({ payments: { a: moved(100, moment) } }))
    expect([at(FROM - 1), at(FROM), at(FROM + DAY - 1), at(FROM + DAY)]).toEqual([
      [],
      ['payment_missing_there'],
      ['payment_missing_there'],
      [],
    ])
  })

  it('does not take the refund of a payment for the payment', () => {
    const held = book({ payments: { a: moved(100) }, refunds: { r: moved(100) } })
    expect(kinds([refund('r', 100)], held)).toEqual(['payment_missing_there'])
    expect(kinds([payment('a', 100)], held)).toEqual(['refund_missing_there'])
  })

  it('says of what is missing what there is to say', () => {
    const held = book({ payments: { a: moved(100) }, refunds: { r: moved(40) } })
    const [paid, back] = compare([], held, DAY_RANGE)
    const both = { orderId: 'order', thereFen: 0, at: NOON }
    const kind = 'payment_missing_there'
    expect(paid).toStrictEqual({ id: `${kind}:a`, kind, outTradeNo: 'a', hereFen: 100, ...both })
    const of = { outTradeNo: '', outRefundNo: 'r', hereFen: 40 }
    expect(back).toStrictEqual({ id: 'refund_missing_there:r', kind: 'refund_missing_there', ...of, ...both })
    const [unknown] = compare([refund('r', 70)], book({}), DAY_RANGE)
    expect(unknown).toMatchObject({ thereFen: 70, hereFen: 0, outRefundNo: 'r', channelRefundId: 'c-r' })
    expect(compare([payment('a', 70)], book({}), DAY_RANGE)[0]).toMatchObject({ thereFen: 70, hereFen: 0 })
    expect(compare([refund('r', 70)], held, DAY_RANGE)[0]).toMatchObject({
      thereFen: 70,
      hereFen: 40,
      orderId: 'order',
    })
  })

  it('calls a refund by our number of it, or the channel’s, or what else there is', () => {
    const id = (more: Partial<BillRow>) => compare([refund('', 5, more)], book({}), DAY_RANGE)[0]?.id
    expect(id({ outRefundNo: 'r', channelRefundId: 'c' })).toBe('refund_missing_here:r')
    expect(id({ channelRefundId: 'c' })).toBe('refund_missing_here:c')
    expect(id({ channelRefundId: undefined })).toBe(`refund_missing_here:t-a@${NOON}`)
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

  it.each([
    ['the payment', payment('m', 100), true, false],
    ['the payment of more', payment('m', 101), false, false],
    ['the payment of less', payment('m', 99), false, false],
    ['another payment', payment('l', 100), false, false],
    ['another payment again', payment('n', 100), false, false],
    ['the refund', refund('m', 100, { outTradeNo: 'm' }), false, true],
    ['the refund of more', refund('m', 101), false, false],
    ['the refund of less', refund('m', 99), false, false],
    ['another refund', refund('l', 100), false, false],
    ['another refund again', refund('n', 100), false, false],
    ['a payment that has such a number too', { ...payment('m', 100), outRefundNo: 'm' }, true, false],
  ])(
    'lets %s in the next bill explain the payment or the refund of that number and amount',
    (_what, row, paid, back) => {
      const [payments] = compare([], book({ payments: { m: moved(100) } }), DAY_RANGE)
      const [refunds] = compare([], book({ refunds: { m: moved(100) } }), DAY_RANGE)
      if (!payments || !refunds) throw new Error('no difference')
      expect([explainedBy(payments, [row]), explainedBy(refunds, [row])]).toEqual([paid, back])
    },
  )

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
