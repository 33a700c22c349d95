import { describe, expect, it } from 'vitest'
import { readFundBill } from '../../../../functions/vendors/wechat-pay/bills/fund-bill.ts'
import { readTradeBill } from '../../../../functions/vendors/wechat-pay/bills/trade-bill.ts'
import { fundBill, type Move, tradeBill, trades, turned } from '../bills.ts'
import { config } from '../channel.ts'

const alone = readTradeBill(config, tradeBill(trades))

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
