import { describe, expect, it } from 'vitest'
import { accountBill, bundle, DAY, goodTrades, sourceOf } from '../bill-files.ts'

describe('a settlement', () => {
  const movements = [
    { type: '在线支付', income: '20.00' },
    { type: '交易退款', expense: '-10.00' },
    { type: '收费', expense: '-0.06' },
    { type: '退费', income: '0.05' },
    { type: '提现', expense: '-100.00' },
    { type: '提现', income: '30.00' },
    { type: '其它', income: '0.00', expense: '0.00' },
  ]
  const income = '3笔，共50.05元'
  const bill = accountBill(movements, { income, expense: '3笔，共-110.06元' })

  const settled = (text: string) => sourceOf(bundle(text, '账务明细')).settlement(DAY, [])

  it('is what was withdrawn and charged, less what came back', async () => {
    const settlement = {
      kind: 'settlement',
      settlement: { day: DAY, settledFen: 7000, feeFen: 1, netFen: 999, setAside: [] },
    }
    expect(await settled(bill)).toEqual(settlement)
    expect(await settled(bill.replace(',-0.06,', ',0.06,').replace('共-110.06', '共110.06'))).toEqual(settlement)
  })

  it('is read whatever a number of a movement begins with', async () => {
    const lettered = bill.replace(/^\d(?=\d*\t?,.*提现)/gm, 'W')
    expect(lettered).not.toBe(bill)
    expect(await settled(lettered)).toMatchObject({ kind: 'settlement', settlement: { settledFen: 7000 } })
  })

  it.each([
    { name: 'another income', text: bill.replace('共50.05元', '共50.06元'), reason: 'total: 收入' },
    { name: 'a movement more', text: bill.replace('支出合计：3笔', '支出合计：4笔'), reason: 'total: 支出' },
    { name: 'another amount', text: bill.replace(',-0.06,', ',-0.07,'), reason: 'total: 支出' },
    { name: 'no amount', text: bill.replace(',-0.06,', ',x,'), reason: 'row 3: 支出金额(-元)' },
    { name: 'no type', text: bill.replace('收费\t', '\t'), reason: 'row 3: 业务类型' },
    { name: "another day's", text: bill.replace('[2026年11月20日', '[2026年11月19日'), reason: 'day' },
    { name: 'a trade bill', text: goodTrades, reason: 'files' },
  ])('damaged: $name', async ({ text, reason }) => {
    expect(await settled(text)).toEqual({ kind: 'damaged', reason })
  })
})
