import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  accountBill,
  bundle,
  DAY,
  gbk,
  goodTrades,
  HOUR,
  MIDNIGHT,
  OURS,
  OURS_TOO,
  sourceOf,
  tradeBill,
} from '../bill-files.ts'
import { config } from '../gateway.ts'

const served = (file: Buffer) => sourceOf(file).tradeBill(DAY)

describe('a trade bill', () => {
  it('is read to the fen, payments and refunds', async () => {
    const file = bundle(goodTrades)
    expect(await served(file)).toEqual({
      kind: 'bill',
      bill: {
        channel: 'alipay',
        day: DAY,
        rows: [
          {
            kind: 'payment',
            outTradeNo: OURS,
            transactionId: '2026112001',
            fen: 1000,
            feeFen: 6,
            at: MIDNIGHT + 12 * HOUR - 2000,
          },
          {
            kind: 'payment',
            outTradeNo: OURS_TOO,
            transactionId: '2026112002',
            fen: 1000,
            feeFen: 0,
            at: MIDNIGHT + 12 * HOUR - 2000,
          },
          {
            kind: 'refund',
            outTradeNo: OURS,
            transactionId: '2026112001',
            outRefundNo: `${OURS}v1`,
            fen: 900,
            feeFen: -5,
            at: MIDNIGHT + 12 * HOUR + 1000,
          },
          {
            kind: 'refund',
            outTradeNo: OURS,
            transactionId: '2026112001',
            outRefundNo: '',
            fen: 100,
            feeFen: 0,
            at: MIDNIGHT + 12 * HOUR + 1000,
          },
        ],
        setAside: [],
        totals: { paidFen: 2000, refundedFen: 1000, feeFen: 1 },
        file: { name: 'alipay-trade-20261120.zip', sha256: sha256(file), bytes: file.length },
      },
    })
  })

  it('of a day with nothing in it', async () => {
    const none = {
      trades: '0笔，商家实收共0.00元，商家优惠共0.00元',
      refunds: '0笔，商家实收退款共0.00元，商家优惠退款共0.00元',
    }
    expect(await served(bundle(tradeBill([], none)))).toMatchObject({
      kind: 'bill',
      bill: { rows: [], totals: { paidFen: 0, refundedFen: 0, feeFen: 0 } },
    })
  })

  it('reads the charge whatever its sign, and columns in any order or width of brackets', async () => {
    const flipped = goodTrades.replace(',-0.06,', ',0.06,').replace(',0.05,', ',-0.05,').replaceAll('（元）', '(元)')
    expect(await served(bundle(flipped))).toMatchObject({ bill: { totals: { feeFen: 1 } } })
    const moved = (line: string): string => {
      const [first, ...rest] = line.split(',')
      return ['x', ...rest.toReversed(), first].join(',')
    }
    const turned = goodTrades.replace(/^[^#\r\n].*/gm, moved)
    const [plain, other] = [await served(bundle(goodTrades)), await served(bundle(turned))]
    expect(other).toMatchObject({ bill: { rows: plain.kind === 'bill' ? plain.bill.rows : [] } })
  })
})

describe('a damaged trade bill', () => {
  const damaged = (reason: string) => ({ kind: 'damaged', reason })

  it.each([
    { name: "another account's", text: goodTrades.replace(config.sellerId, '2088102146225136'), reason: 'account' },
    {
      name: "another day's",
      text: goodTrades.replace('#起始日期：[2026年11月20日', '#起始日期：[2026年11月19日'),
      reason: 'day',
    },
    {
      name: 'no table',
      text: goodTrades
        .split('\r\n')
        .filter((line) => line.startsWith('#'))
        .join('\n'),
      reason: 'header',
    },
    { name: 'a column missing', text: goodTrades.replaceAll('业务类型', '类型'), reason: 'row 1: 业务类型' },
    { name: 'a line cut off', text: goodTrades.replace(/(\r\n2026112002.*?),[^\r]*/, '$1'), reason: 'row 2: cells' },
    { name: 'an unknown kind', text: goodTrades.replace('\t,退款\t', '\t,转账\t'), reason: 'row 3: 业务类型' },
    {
      name: 'an amount of three decimals',
      text: goodTrades.replace('10.00,10.00', '10.001,10.00'),
      reason: 'row 1: 订单金额(元)',
    },
    {
      name: 'an amount in words',
      text: goodTrades.replace('10.00,10.00', '十元,10.00'),
      reason: 'row 1: 订单金额(元)',
    },
    {
      name: 'a payment of nothing',
      text: goodTrades.replace('10.00,10.00', '0.00,10.00'),
      reason: 'row 1: 订单金额(元)',
    },
    {
      name: 'a refund that is income',
      text: goodTrades.replace('-9.00,-9.00', '9.00,-9.00'),
      reason: 'row 3: 订单金额(元)',
    },
    {
      name: 'an hour that does not exist',
      text: goodTrades.replace('11:59:58', '25:59:58'),
      reason: 'row 1: 完成时间',
    },
    { name: 'no number of the trade', text: goodTrades.replace('2026112001\t', '\t'), reason: 'row 1: 支付宝交易号' },
    {
      name: 'a number of the trade without end',
      text: goodTrades.replace('2026112001\t', `${'2'.repeat(5000)}\t`),
      reason: 'row 1: 支付宝交易号',
    },
    {
      name: 'a number of the trade of which something cannot be seen',
      text: goodTrades.replace('2026112001\t', '2026112001\u0000\t'),
      reason: 'row 1: 支付宝交易号',
    },
    { name: 'one fen more received', text: goodTrades.replace('10.00,10.00', '10.00,10.01'), reason: 'total: 交易' },
    {
      name: 'another discount',
      text: goodTrades.replace('8.00,0.00,0.00,0.00,2.00', '8.00,0.00,0.00,0.00,2.01'),
      reason: 'total: 交易',
    },
    {
      name: 'a payment more in the footer',
      text: goodTrades.replace('交易合计：2笔', '交易合计：3笔'),
      reason: 'total: 交易',
    },
    {
      name: 'other refunds in the footer',
      text: goodTrades.replace('共-10.00元', '共-10.01元'),
      reason: 'total: 退款',
    },
    { name: 'a row left out', text: goodTrades.replace(/2026112002[^\n]*\n/, ''), reason: 'total: 交易' },
    { name: 'no footer', text: goodTrades.replace(/#退款合计.*/, ''), reason: 'total: 退款' },
  ])('$name', async ({ text, reason }) => {
    expect(text).not.toBe(goodTrades)
    expect(await served(bundle(text))).toEqual(damaged(reason))
  })

  it('bytes that are not GBK, and a package without the one file', async () => {
    expect(await served(zip({ a: Buffer.from(goodTrades) }))).toEqual(damaged('files'))
    expect(await served(zip({ a: Uint8Array.of(0x81, 0x00) }))).toEqual(damaged('files'))
    expect(await served(zip({ a: gbk(goodTrades), b: gbk(goodTrades) }))).toEqual(damaged('files'))
    expect(await served(zip({ a: gbk(accountBill([], { income: '', expense: '' })) }))).toEqual(damaged('files'))
    expect(await served(zip({}))).toEqual(damaged('files'))
  })

  it('never tells what stands in it', async () => {
    const text = goodTrades.replace('*某(159****5620)', '*某(159****5620),x').replace('10.00,10.00', '十元,10.00')
    expect(JSON.stringify(await served(bundle(text)))).not.toContain('159')
  })
})

function zip(files: Record<string, Uint8Array>): Buffer {
  return Buffer.from(zipSync(files))
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
