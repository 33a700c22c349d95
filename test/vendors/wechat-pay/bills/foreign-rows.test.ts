import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTradeBill } from '../../../../functions/vendors/wechat-pay/bills/trade-bill.ts'
import { openMerchant } from '../../../../functions/vendors/wechat-pay/merchant.ts'
import { type Trade, tradeBill, trades, turned } from '../bills.ts'
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
