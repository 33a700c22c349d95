import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BillRow } from '../../../../functions/bookkeeping/reconciliation/bill.ts'
import { readAccountBill } from '../../../../functions/vendors/alipay/bills/account-bill.ts'
import { readTradeBill } from '../../../../functions/vendors/alipay/bills/trade-bill.ts'
import {
  accountBill,
  DAY,
  footers,
  goodRows,
  goodTrades,
  OURS,
  payment,
  refund,
  type Trade,
  tradeBill,
  tradeRow,
} from '../bill-files.ts'
import { config } from '../gateway.ts'

const of = { sellerId: config.sellerId, day: DAY }
const read = (text: string) => readTradeBill(text, of)
const alone = read(goodTrades)

/** A payment at another till, and what the footer says then. */
const till: Trade = { ...payment, tradeNo: '2026112022001499', order: 'TILL-2-000017', yuan: '25.50', fee: '-0.15' }
const withTill = { ...footers, trades: '3笔，商家实收共43.50元，商家优惠共2.00元' }
const among = (row: string, sums = withTill): string => tradeBill([goodRows[0] ?? '', row, ...goodRows.slice(1)], sums)
const aside = { bill: 'trade', row: 2, because: 'not_ours', number: till.tradeNo, kind: '交易', fen: 2550 }

const expectAside = (text: string, ...setAside: object[]) => {
  if (alone.kind === 'damaged') throw new Error(alone.reason)
  expect(read(text)).toEqual({ ...alone, setAside })
}

const named = (goods: string): string => tradeRow(till).replace('实名认证', () => goods)

describe('rows of another till in a trade bill are set aside', () => {
  it.each([
    '苹果, 梨',
    '"苹果, 梨"',
    '"苹果 ""红"", 梨"',
    '"未完',
    '6" 屏, 4"',
    '一行\n又一行',
    '"一行\r\n又, 一行"',
    '一,\n二,\n\n三',
    '一行\n#交易合计：1笔，商家实收共0.01元，商家优惠共0.00元',
    'x'.repeat(5000),
  ])('whatever its goods are called: %j', (goods) => {
    expectAside(among(named(goods)), aside)
  })

  it.each([
    { name: 'without an order number', row: tradeRow({ ...till, order: '' }) },
    { name: 'at a time nobody can read', row: tradeRow({ ...till, at: 'gestern' }) },
    { name: 'of a payer with a comma', row: tradeRow(till).replace('*某', '*某,某') },
  ])('$name', ({ row }) => {
    expectAside(among(row), aside)
  })

  it.each(['-5.00', '5.00'])('a refund, with or without its sign: %s', (yuan) => {
    const back = { ...refund, tradeNo: till.tradeNo, order: till.order, yuan, refund: 'BACK-1' }
    const sums = { ...footers, refunds: '3笔，商家实收退款共-15.00元，商家优惠退款共0.00元' }
    const fen = Number(yuan) * 100
    expectAside(among(tradeRow(back), sums), { ...aside, kind: '退款', fen })
  })

  it.each([
    { name: 'that stands in no footer', sums: footers },
    { name: 'that stands in the footer of its side', sums: withTill },
  ])('of a kind nobody here knows, $name', ({ sums }) => {
    expectAside(among(tradeRow({ ...till, type: '转账' }), sums), { ...aside, because: 'unknown_kind', kind: '转账' })
  })

  it('with an amount nobody can read: the number of rows still has to hold', () => {
    const { fen: _, ...unread } = { ...aside, because: 'unreadable' }
    const row = tradeRow({ ...till, yuan: '二十五' })
    expectAside(among(row), unread)
    expect(read(among(row, { ...withTill, trades: withTill.trades.replace('3笔', '4笔') }))).toEqual({
      kind: 'damaged',
      reason: 'total: 交易',
    })
  })

  it('and nothing is told of them that anybody typed', () => {
    const name = 'Zhang San 13800000000'
    const row = tradeRow({ ...till, tradeNo: name, order: '13800000000', note: name, type: '交易' })
    expect(JSON.stringify(read(among(row)))).not.toMatch(/Zhang|1380/)
  })

  it('whatever stands in their text', () => {
    const goods = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '#', '是', '1', '\t') })
    fc.assert(
      fc.property(goods, (name) => {
        const bill = read(among(named(name)))
        expect(bill).toMatchObject({ kind: 'trades', rows: alone.kind === 'trades' ? alone.rows : [] })
        expect(bill.kind === 'trades' && bill.setAside).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a day stops for a row that is ours or could be', () => {
  it.each([
    { name: 'of a kind nobody here knows', row: { order: 'f'.repeat(32), type: '转账' }, column: '业务类型' },
    { name: 'by its refund number', row: { refund: `${'e'.repeat(32)}v1`, type: '转账' }, column: '业务类型' },
    { name: 'by a later attempt', row: { order: `${'0'.repeat(25)}p2`, yuan: 'x' }, column: '订单金额(元)' },
  ])('$name', ({ row, column }) => {
    const reason = `row 2: ${column}`
    expect(read(among(tradeRow({ ...till, ...row })))).toEqual({ kind: 'damaged', reason })
  })

  it.each([
    { name: 'broken off after a number of ours', row: `2026112022001499\t,${OURS}\t,交易` },
    { name: 'broken off before its number', row: '2026112022001499\t' },
  ])('$name', ({ row }) => {
    const text = tradeBill([row, ...goodRows], withTill)
    expect(read(text)).toEqual({ kind: 'damaged', reason: 'row 1: cells' })
  })

  it('and for rows that are missing, whosever they were', () => {
    const text = among(tradeRow(till))
    expect(read(text.replace(/2026112022001499[^\n]*\n/, ''))).toEqual({ kind: 'damaged', reason: 'total: 交易' })
    expect(read(text.replace('25.50,25.50', '25.50,25.51'))).toEqual({ kind: 'damaged', reason: 'total: 交易' })
    const end = text.lastIndexOf('元')
    for (let at = 0; at < end; at += 1) expect(read(text.slice(0, at))).toMatchObject({ kind: 'damaged' })
  })
})

const ours: BillRow[] = [
  { kind: 'payment', outTradeNo: OURS, transactionId: '2026112001', fen: 1000, feeFen: 6, at: 0 },
  {
    kind: 'refund',
    outTradeNo: OURS,
    transactionId: '2026112001',
    outRefundNo: `${OURS}v1`,
    fen: 900,
    feeFen: -5,
    at: 0,
  },
]

describe('movements of others in an account bill are set aside', () => {
  const own = [
    { type: '在线支付', income: '10.00' },
    { type: '收费', expense: '-0.06' },
    { type: '交易退款', expense: '-9.00' },
    { type: '退费', income: '0.05' },
  ]
  const others = [
    { type: '转账', expense: '-7.00', order: '' },
    { type: '在线支付', income: '25.50', order: 'TILL-2-000017' },
    { type: '收费', expense: '-0.15', order: 'TILL-2-000017' },
    { type: '', income: '3.00', order: '' },
    { type: '提现', expense: '-100.00', order: '' },
  ]
  const sums = { income: '4笔，共38.55元', expense: '5笔，共-116.21元' }
  const text = accountBill([...own, ...others], sums)
  const readAll = (of_: string, rows = ours) => readAccountBill(of_, of, rows)
  const row = (at: number, because: string, kind: string, fen: number) => ({
    ...{ bill: 'account', row: at, because, number: '54632446537371', kind, fen },
  })

  it('and cost us nothing', () => {
    const setAside = [
      row(5, 'unknown_kind', '转账', -700),
      row(6, 'not_ours', '在线支付', 2550),
      row(7, 'not_ours', '收费', -15),
      row(8, 'unknown_kind', '', 300),
    ]
    const settlement = { day: DAY, settledFen: 10_000, feeFen: 1, netFen: 99, setAside }
    expect(readAll(text)).toEqual({ kind: 'settlement', settlement })
  })

  it('where the file has no kinds, ours are understood by what the trade bill says of them', () => {
    const bare = accountBill(own, { income: '2笔，共10.05元', expense: '2笔，共-9.06元' })
    const settlement = { day: DAY, settledFen: 0, feeFen: 1, netFen: 99, setAside: [] }
    expect(readAll(bare.replace(/在线支付|交易退款|收费|退费/g, ''))).toEqual({ kind: 'settlement', settlement })
    const without = bare.replace(',业务类型', '').replace(/(支付宝),[^,]*,/g, '$1,')
    expect(without).not.toContain('收费')
    expect(readAll(without)).toEqual({ kind: 'settlement', settlement })
    // Without the trade bill nobody can say which of the money was a charge.
    expect(readAll(without, [])).toEqual({ kind: 'damaged', reason: 'row 1: 业务类型' })
  })

  it('by the number of their trade where the order’s is missing', () => {
    const bare = accountBill(
      own.map((one) => ({ ...one, order: '' })),
      { income: '2笔，共10.05元', expense: '2笔，共-9.06元' },
    )
    const known = ours.map((one) => ({ ...one, transactionId: '2026112022001' }))
    expect(readAll(bare, known)).toMatchObject({ settlement: { feeFen: 1, setAside: [] } })
    expect(readAll(bare, [])).toMatchObject({ settlement: { feeFen: 0, netFen: 0 } })
  })

  it('though every movement counts in the footers', () => {
    expect(readAll(text.replace(/[^\n]*转账[^\n]*\n/, ''))).toEqual({ kind: 'damaged', reason: 'total: 支出' })
    expect(readAll(text.replace(',25.50,', ',25.51,'))).toEqual({ kind: 'damaged', reason: 'total: 收入' })
  })

  it('but money of ours that cannot be read stops the day', () => {
    expect(readAll(text.replace(',-0.06,', ',x,'))).toEqual({ kind: 'damaged', reason: 'row 2: 支出金额(-元)' })
  })
})
