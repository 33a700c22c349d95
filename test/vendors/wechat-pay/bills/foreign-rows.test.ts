import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFundBill } from '../../../../functions/vendors/wechat-pay/bills/fund-bill.ts'
import { readTradeBill } from '../../../../functions/vendors/wechat-pay/bills/trade-bill.ts'
import { openMerchant } from '../../../../functions/vendors/wechat-pay/merchant.ts'
import { fundBill, type Move, type Trade, tradeBill, trades } from '../bills.ts'
import { config, NOW } from '../channel.ts'

const merchant = openMerchant(config)
const read = (bytes: Buffer) => readTradeBill(merchant, bytes)
const alone = read(tradeBill(trades))

/** A payment at another till. */
const till: Trade = {
  kind: 'payment',
  outTradeNo: 'TILL-2-000017',
  transactionId: '4200009999202611201234567890',
  fen: 2550,
  feeFen: 15,
  at: NOW + 120_000,
}
const [first, last] = trades
const among = (foreign: Trade): Buffer => tradeBill([...(first ? [first] : []), foreign, ...(last ? [last] : [])])
const aside = { bill: 'trade', row: 2, because: 'not_ours', number: till.transactionId, kind: 'SUCCESS', fen: 2550 }

/** As a bill with rows of another till must be read: ours as ever, and the rest set aside. */
const expectAside = (bytes: Buffer, ...setAside: object[]) => {
  if (alone.kind === 'damaged') throw new Error(alone.reason)
  expect(read(bytes)).toEqual({ ...alone, setAside })
}

const changed = (bytes: Buffer, from: string | RegExp, to: string): Buffer => {
  const text = bytes.toString()
  const other = text.replace(from, to)
  expect(other).not.toBe(text)
  return Buffer.from(other)
}

/** The columns turned round in every line: header, rows and totals. */
const turned = (bytes: Buffer): Buffer =>
  Buffer.from(
    bytes
      .toString()
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
      .map((line) =>
        line.startsWith('`')
          ? `\`${line.slice(1).split(',`').toReversed().join(',`')}`
          : line.split(',').toReversed().join(','),
      )
      .join('\r\n'),
  )

describe('rows of another till in a trade bill are set aside', () => {
  it.each([
    '苹果, 梨',
    '"苹果, 梨"',
    '一行\n又一行',
    '"一行\r\n又一行"',
    '\n`2026-11-20 12:00:00',
    ',`',
    '苹果,`梨,`桃',
    '苹果,`\n梨',
    '总交易单数,应结订单总金额\n`1,`2',
    '\'"`',
    'x'.repeat(5000),
  ])('whatever its goods are called: %j', (goods) => {
    expectAside(among({ ...till, goods }), aside)
  })

  it('with a character cut in half in a name', () => {
    const bytes = among({ ...till, goods: '一?' })
    bytes.writeUInt8(0xe4, bytes.indexOf('一?') + 3)
    expectAside(bytes, aside)
  })

  it.each([
    { name: 'without an order number', from: '`TILL-2-000017', to: '`' },
    { name: 'with a number no column of ours allows', from: '`TILL-2-000017', to: '`柜台 17' },
    { name: 'at a time nobody can read', from: '12:02:00', to: '12:62:00' },
    { name: 'in another currency', from: /CNY(,`25)/, to: 'USD$1' },
  ])('$name', ({ from, to }) => {
    expectAside(changed(among(till), from, to), aside)
  })

  it.each(['REVOKED', 'USERPAYING', '撤销'])('in a state no payment of ours has: %s', (state) => {
    const other = { ...aside, because: 'unknown_kind', kind: state }
    const bytes = changed(among(till), /(TILL.*?)`SUCCESS/, `$1\`${state}`)
    expectAside(bytes, other)
    // Whether such rows stand in the totals is written nowhere.
    const without = tradeBill(trades).toString().split('\r\n').slice(-3).join('\r\n')
    expectAside(changed(bytes, /总交易单数[\s\S]*$/, without), other)
  })

  it('refunds among them, also with a positive amount where others are negative', () => {
    const back: Trade = {
      ...till,
      kind: 'refund',
      outRefundNo: 'BACK-1',
      channelRefundId: '5030000000000001',
      feeFen: -15,
    }
    expectAside(among(back), { ...aside, kind: 'REFUND', fen: -2550 })
  })

  it('with an amount nobody can read: the number of rows still has to hold', () => {
    const bytes = changed(among(till), /`25.50(,`0.00,`\r)/, '`25.5.0$1')
    const { fen: _, ...unread } = { ...aside, because: 'unreadable' }
    expectAside(bytes, unread)
    expect(read(changed(bytes, '`3.0,', '`4.0,'))).toEqual({ kind: 'damaged', reason: 'total: 总交易单数' })
  })

  it('with columns in another order, or more of them', () => {
    expectAside(turned(among(till)), aside)
    const more = among(till)
      .toString()
      .replace('费率备注', '费率备注,门店')
      .replace(/^(`2026.*)\r$/gm, '$1,`\r')
    expectAside(Buffer.from(more), aside)
  })

  it('and nothing is told of them that anybody typed', () => {
    const name = 'Zhang San 13800000000'
    const bytes = among({ ...till, goods: name, outTradeNo: '13800000000', transactionId: name })
    expect(JSON.stringify(read(bytes))).not.toMatch(/Zhang|1380/)
  })

  it('whatever stands in their text, and however many they are', () => {
    const goods = fc.string({ unit: fc.constantFrom('a', ',', '`', '"', '\n', '\r\n', ',`', '#', '是', '1') })
    fc.assert(
      fc.property(fc.array(goods, { maxLength: 8 }), (names) => {
        const bill = read(tradeBill([...names.map((name) => ({ ...till, goods: name })), ...trades]))
        expect(bill).toMatchObject({ kind: 'trades', rows: alone.kind === 'trades' ? alone.rows : [] })
        expect(bill.kind === 'trades' && bill.setAside).toHaveLength(names.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a day stops for a row that is ours or could be', () => {
  it.each([
    { name: 'ours by its order number', to: { outTradeNo: 'f'.repeat(32) } },
    { name: 'ours by a later attempt', to: { outTradeNo: `${'0'.repeat(25)}p2` } },
    { name: 'ours by its refund number', to: { kind: 'refund', outRefundNo: `${'e'.repeat(32)}v1` } as const },
  ])('$name', ({ to }) => {
    const bytes = among({ ...till, channelRefundId: '1', ...to })
    expect(read(bytes)).toMatchObject({ kind: 'trades', setAside: [] })
    expect(read(changed(bytes, /CNY(,`(?:25|0\.00,`0\.00,`1))/, 'USD$1'))).toEqual({
      kind: 'damaged',
      reason: 'row 2: 货币种类',
    })
  })

  it.each([
    {
      name: 'broken off after a number of ours',
      row: `\`2026-11-20 12:00:00,\`wx1,\`1900,\`0,\`,\`42,\`${'a'.repeat(32)}`,
    },
    { name: 'broken off before its number', row: '`2026-11-20 12:00:00,`wx1' },
    { name: 'in too many pieces, one of which is a number of ours', row: `${'`a,'.repeat(40)}\`${'b'.repeat(32)}` },
  ])('$name', ({ row }) => {
    const lines = tradeBill(trades).toString().split('\r\n')
    lines.splice(1, 0, row)
    expect(read(Buffer.from(lines.join('\r\n')))).toEqual({ kind: 'damaged', reason: 'row 1: cells' })
  })

  it('and for rows that are missing, whosever they were', () => {
    const bytes = among(till)
    expect(read(changed(bytes, /`2026[^\n]*TILL[^\n]*\n/, ''))).toEqual({
      kind: 'damaged',
      reason: 'total: 总交易单数',
    })
    expect(read(changed(bytes, /(TILL.*)25\.50(,`0\.00,`\r)/, '$125.51$2'))).toMatchObject({ kind: 'damaged' })
    for (let at = 0; at < bytes.length - 6; at += 1)
      expect(read(bytes.subarray(0, at))).toMatchObject({ kind: 'damaged' })
  })
})

describe('rows of others in a fund bill are set aside', () => {
  const paid: Move = { name: '交易', type: '交易', income: true, fen: 1000 }
  const charged: Move = { name: '交易', type: '扣除交易手续费', income: false, fen: 6 }
  const withdrawn: Move = { name: '充值/提现', type: '提现', income: false, fen: 5000 }
  const settled = { day: '20261119', settledFen: 5000, feeFen: 6, netFen: 994 }
  const fund = (moves: Move[]) => readFundBill(fundBill(moves), '20261119', alone.kind === 'trades' ? alone.rows : [])
  const number = '50000305742018020103387128253'

  it.each([
    { type: '商家转账', name: '商家转账' },
    { type: '分账', name: '分账' },
    { type: '企业付款', name: '企业付款' },
    { type: '手续费', name: '手续费' },
    { type: '保证金', name: '保证金', income: true },
    { type: '', name: '其他' },
  ])('a movement of a kind nobody here knows: $name', ({ type, name, income = false }) => {
    const moves = [paid, charged, { type, name, income, fen: 777, voucher: 'B2C-1' }, withdrawn]
    const known = readFundBill(
      Buffer.from(
        fundBill(moves)
          .toString()
          .replace(/(`[^\n]*B2C-1)/, (row) => row.replace(number, '5099999999')),
      ),
      '20261119',
      [],
    )
    const setAside = [
      {
        bill: 'account',
        row: 3,
        because: 'unknown_kind',
        number: '5099999999',
        kind: type || name,
        fen: income ? 777 : -777,
      },
    ]
    expect(known).toEqual({ kind: 'settlement', settlement: { ...settled, setAside } })
  })

  it('payments and charges of another till, which cost us nothing', () => {
    const others = [paid, charged].map((move) => ({ ...move, voucher: 'TILL-2-000017' }))
    const bytes = fundBill([paid, charged, withdrawn, ...others])
    const setAside = [1000, -6].map((fen, at) => ({
      ...{ bill: 'account', row: 4 + at, because: 'not_ours', number, fen },
      kind: at === 0 ? '交易' : '扣除交易手续费',
    }))
    expect(readFundBill(bytes, '20261119', [])).toEqual({ kind: 'settlement', settlement: { ...settled, setAside } })
  })

  it('but not what the trade bill says is ours, whatever voucher it has', () => {
    const back: Move = { name: '退款', type: '退款', income: false, fen: 900, voucher: '' }
    expect(fund([paid, charged, back])).toMatchObject({ settlement: { netFen: 94, setAside: [] } })
    expect(readFundBill(fundBill([paid, charged, back]), '20261119', [])).toMatchObject({ settlement: { netFen: 994 } })
  })

  it('with line breaks and separators in a remark, and columns in another order', () => {
    const other = { ...withdrawn, name: '分账', type: '分账', voucher: 'x', remark: '第一,`行\n"第二",行' }
    const bytes = fundBill([other, paid, charged, withdrawn])
    const told = readFundBill(bytes, '20261119', [])
    expect(told).toMatchObject({ settlement: { ...settled, setAside: [{ kind: '分账', fen: -5000 }] } })
    const plain = fundBill([{ ...other, remark: '' }, paid, charged, withdrawn])
    expect(readFundBill(turned(plain), '20261119', [])).toEqual(told)
  })

  it('though every row counts in the totals', () => {
    const text = fundBill([paid, { ...withdrawn, name: '分账', type: '分账', voucher: 'x' }]).toString()
    const bytes = Buffer.from(text.replace(/`[^\n]*分账[^\n]*\n/, ''))
    expect(readFundBill(bytes, '20261119', [])).toEqual({ kind: 'damaged', reason: 'total: 资金流水总笔数' })
    const dearer = Buffer.from(text.replace('`50.00,`0.17', '`50.01,`0.17'))
    expect(readFundBill(dearer, '20261119', [])).toEqual({ kind: 'damaged', reason: 'total: 支出金额' })
  })
})
