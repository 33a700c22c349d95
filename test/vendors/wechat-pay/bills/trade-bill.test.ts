import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Formatter } from 'wechatpay-axios-plugin'
import * as z from 'zod/mini'
import type { BillRow } from '../../../../functions/bookkeeping/reconciliation/bill.ts'
import { readTradeBill } from '../../../../functions/vendors/wechat-pay/bills/trade-bill.ts'
import { openMerchant } from '../../../../functions/vendors/wechat-pay/merchant.ts'
import { type Trade, tradeBill, trades } from '../bills.ts'
import { config, NOW } from '../channel.ts'

const merchant = openMerchant(config)
const read = (bytes: Buffer) => readTradeBill(merchant, bytes)

const text = tradeBill(trades).toString()

/** What the reader must make of a trade. */
const rowOf = ({ goods: _, state, outRefundNo, channelRefundId, ...trade }: Trade): BillRow => {
  if (trade.kind === 'payment') return trade
  const pending = (state ?? 'SUCCESS') === 'SUCCESS' ? {} : { pending: true as const }
  return { ...trade, outRefundNo, channelRefundId, ...pending }
}

describe('a trade bill', () => {
  it('states payments and refunds in fen, with their fees', () => {
    expect(read(tradeBill(trades))).toEqual({
      kind: 'trades',
      rows: [
        {
          kind: 'payment',
          outTradeNo: '0193a1b2c3d4e5f60718293a4b5c6d7e',
          transactionId: '4200001234202611201234567890',
          fen: 1000,
          feeFen: 6,
          at: NOW,
        },
        {
          kind: 'refund',
          outTradeNo: '0193a1b2c3d4e5f60718293a4b5c6d7e',
          transactionId: '4200001234202611201234567890',
          outRefundNo: '0193a1b2c3d4e5f60718293a4b5c6d7ev1',
          channelRefundId: '50000305742018020103387128253',
          fen: 900,
          feeFen: -5,
          at: NOW + 60_000,
        },
      ],
      setAside: [],
      totals: { paidFen: 1000, refundedFen: 900, feeFen: 1 },
    })
  })

  it('of a day without trades, where one is made', () => {
    const totals = { paidFen: 0, refundedFen: 0, feeFen: 0 }
    expect(read(tradeBill([]))).toEqual({ kind: 'trades', rows: [], setAside: [], totals })
  })

  it.each(['PROCESSING', 'FAIL', 'CHANGE'])('a refund that is %s has not succeeded', (state) => {
    const bytes = Buffer.from(text.replace('ORIGINAL,`SUCCESS', `ORIGINAL,\`${state}`))
    expect(read(bytes)).toMatchObject({ rows: [{ kind: 'payment' }, { kind: 'refund', fen: 900, pending: true }] })
  })

  it.each(['', '0'])('a refund nobody here ordered: out_refund_no %j', (outRefundNo) => {
    const bytes = tradeBill(trades.map((trade) => (trade.kind === 'refund' ? { ...trade, outRefundNo } : trade)))
    expect(read(bytes)).toMatchObject({
      rows: [{}, { outRefundNo: '', channelRefundId: '50000305742018020103387128253' }],
    })
  })

  it.each([
    { mark: false, end: '\n' },
    { mark: true, end: '\n' },
    { mark: false, end: '\r\n' },
  ])('with mark: $mark, lines ending in $end', (style) => {
    expect(read(tradeBill(trades, style))).toEqual(read(tradeBill(trades)))
  })
})

describe('a damaged trade bill names the place, and not what stands there', () => {
  const faults: { name: string; from: string | RegExp; to: string; reason: string }[] = [
    { name: 'a total too high', from: '`10.00,`9.00\r', to: '`10.01,`9.00\r', reason: 'total: 订单总金额' },
    { name: 'a refund total too low', from: '`10.00,`9.00\r', to: '`10.00,`8.99\r', reason: 'total: 申请退款总金额' },
    { name: 'a fee too high', from: '`0.06000', to: '`0.07000', reason: 'total: 手续费总金额' },
    { name: 'a fee that is not whole fen', from: '`0.06000', to: '`0.06100', reason: 'row 1: 手续费' },
    { name: 'a total fee that is not whole fen', from: '`0.01000', to: '`0.01001', reason: 'total: 手续费总金额' },
    { name: 'one row more than there is', from: '`2.0,', to: '`3.0,', reason: 'total: 总交易单数' },
    { name: 'a row left out', from: /`2026.*REFUND.*\r\n/, to: '', reason: 'total: 总交易单数' },
    { name: 'a row twice', from: /(`2026.*REFUND.*\r\n)/, to: '$1$1', reason: 'total: 总交易单数' },
    { name: 'a cell too many', from: '`REFUND', to: '`REFUND,`', reason: 'row 2: cells' },
    { name: 'no back-tick', from: /`2026/, to: '2026', reason: 'row 1: cells' },
    { name: 'an amount in words', from: '`0.60%,`10.00', to: '`0.60%,`ten', reason: 'row 1: 订单金额' },
    { name: 'an amount with an exponent', from: '`0.60%,`10.00', to: '`0.60%,`1e1', reason: 'row 1: 订单金额' },
    { name: 'a payment of nothing', from: '`0.60%,`10.00', to: '`0.60%,`0.00', reason: 'row 1: 订单金额' },
    {
      name: 'a payment that also gives back',
      from: '`10.00,`0.00,`\r',
      to: '`10.00,`1.00,`\r',
      reason: 'row 1: 申请退款金额',
    },
    { name: 'a refund that also pays', from: '`0.00,`9.00,`\r', to: '`1.00,`9.00,`\r', reason: 'row 2: 订单金额' },
    {
      name: 'a refund without the channel’s number',
      from: '`50000305742018020103387128253',
      to: '`0',
      reason: 'row 2: 微信退款单号',
    },
    {
      name: 'a number without end',
      from: '`50000305742018020103387128253',
      to: `\`${'5'.repeat(5000)}`,
      reason: 'row 2: 微信退款单号',
    },
    {
      name: 'a number of which something cannot be seen',
      from: '`50000305742018020103387128253',
      to: '`5000030574201802010338712\u0000',
      reason: 'row 2: 微信退款单号',
    },
    { name: 'another currency', from: '`CNY', to: '`USD', reason: 'row 1: 货币种类' },
    { name: 'another merchant', from: config.mchid, to: '1230000110', reason: 'row 1: 商户号' },
    { name: 'a state nobody knows', from: '`SUCCESS', to: '`REVOKED', reason: 'row 1: 交易状态' },
    { name: 'a day that does not exist', from: '2026-11-20', to: '2026-02-30', reason: 'row 1: 交易时间' },
    { name: 'no transaction', from: '`4200001234202611201234567890', to: '`', reason: 'row 1: 微信订单号' },
    {
      name: 'the columns of an early format',
      from: ',订单金额,申请退款金额,',
      to: ',总金额,企业红包金额,',
      reason: 'row 1: 订单金额',
    },
    { name: 'no footer', from: /总交易单数.*$/s, to: '', reason: 'total: 总交易单数' },
    { name: 'nothing', from: /^.*$/s, to: '', reason: 'lines' },
    { name: 'an error of a proxy', from: /^.*$/s, to: '<html>\n<body>\nNot Found\n', reason: 'footer' },
  ]
  it.each(faults)('$name', ({ from, to, reason }) => {
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    expect(read(Buffer.from(changed))).toEqual({ kind: 'damaged', reason })
  })

  it('not UTF-8', () => {
    const bytes = tradeBill(trades)
    bytes.writeUInt8(0xff, bytes.length - 2)
    expect(read(bytes)).toEqual({ kind: 'damaged', reason: 'total: 申请退款总金额' })
  })
})

const id = fc.stringMatching(/^[0-9A-Za-z_|*@-]{6,32}$/)
const ours = fc.stringMatching(/^[0-9a-f]{32}$/)
const common = {
  outTradeNo: ours,
  transactionId: id,
  at: fc.integer({ min: 0, max: 86_399 }).map((seconds) => NOW + seconds * 1000),
  // Commas, quotation marks and any script; a line feed and a back-tick are replaced before they get here.
  goods: fc.string({ unit: 'grapheme' }).map((goods) => goods.replace(/[\r\n`]/g, ',')),
}
const fen = fc.integer({ min: 1, max: 100_000_000 })
const trade: fc.Arbitrary<Trade> = fc.oneof(
  fc.record({ ...common, kind: fc.constant('payment' as const), fen, feeFen: fc.nat({ max: 60_000 }) }),
  fc.record({
    ...common,
    kind: fc.constant('refund' as const),
    fen,
    feeFen: fc.nat({ max: 60_000 }).map((fee) => 0 - fee),
    outRefundNo: id,
    channelRefundId: id.filter((number) => number !== '0'),
    state: fc.constantFrom('SUCCESS', 'PROCESSING', 'FAIL'),
  }),
)

/** What is only asked for gave nobody anything. */
const sum = (of: readonly BillRow[], kind: BillRow['kind']): number =>
  of.filter((row) => row.kind === kind && !row.pending).reduce((all, row) => all + row.fen, 0)

const cells = z.record(z.string(), z.string())
const oracleBill = z.object({ rows: z.array(cells), summary: cells })

describe('any trade bill', () => {
  it('reads as what was written, and as the oracle reads it', () => {
    fc.assert(
      fc.property(fc.array(trade, { maxLength: 30 }), (some) => {
        const bytes = tradeBill(some)
        const bill = read(bytes)
        if (bill.kind === 'damaged') throw new Error(bill.reason)
        expect(bill.rows).toEqual(some.map(rowOf))
        expect(bill.totals).toEqual({
          paidFen: sum(bill.rows, 'payment'),
          refundedFen: sum(bill.rows, 'refund'),
          feeFen: bill.rows.reduce((all, { feeFen }) => all + feeFen, 0),
        })
        const oracle = z.parse(oracleBill, Formatter.castCsvBill(bytes))
        const numbers = oracle.rows.map((row) => [row.商户订单号, row.微信订单号])
        expect(numbers).toEqual(bill.rows.map(({ outTradeNo, transactionId }) => [outTradeNo, transactionId]))
        expect(Math.round(Number(oracle.summary.订单总金额) * 100)).toBe(bill.totals.paidFen)
      }),
      { numRuns: 100 },
    )
  })

  it('with a single bit changed, and even its hash, never states other money of ours', () => {
    const bytes = tradeBill(trades)
    const whole = read(bytes)
    if (whole.kind === 'damaged') throw new Error(whole.reason)
    const money = whole.rows.map(({ kind, fen, feeFen }) => ({ kind, fen, feeFen }))
    let noticed = 0
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
      const bill = read(changed)
      if (bill.kind === 'damaged') noticed++
      else for (const { kind, fen, feeFen } of bill.rows) expect(money).toContainEqual({ kind, fen, feeFen })
    }
    // The rest is text nobody here reads, and numbers, which only the hash protects.
    expect(noticed).toBeGreaterThan(bytes.length / 3)
  })
})
