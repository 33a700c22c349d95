import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BillRow } from '../../../../functions/bookkeeping/reconciliation/bill.ts'
import { readFundBill } from '../../../../functions/vendors/wechat-pay/bills/fund-bill.ts'
import { fundBill, type Move, yuan } from '../bills.ts'

const DAY = '20261119'
const read = (bytes: Buffer, ours: readonly BillRow[] = []) => readFundBill(bytes, DAY, ours)
const settled = (settledFen: number, feeFen: number) => ({
  kind: 'settlement',
  settlement: expect.objectContaining({ day: DAY, settledFen, feeFen, setAside: [] }),
})

const paid: Move = { name: '交易', type: '交易', income: true, fen: 1000 }
const charged: Move = { name: '交易', type: '扣除交易手续费', income: false, fen: 6 }
const refunded: Move = { name: '退款', type: '退款', income: false, fen: 900 }
const returned: Move = { name: '退款', type: '退还交易手续费', income: true, fen: 5 }
const withdrawn: Move = { name: '充值/提现', type: '提现', income: false, fen: 5000 }
const toppedUp: Move = { name: '充值/提现', type: '充值', income: true, fen: 2000 }

describe('a fund bill', () => {
  it.each<{ name: string; moves: Move[]; of: [number, number] }>([
    { name: 'nothing', moves: [], of: [0, 0] },
    { name: 'a payment and its fee', moves: [paid, charged], of: [0, 6] },
    { name: 'a refund, and a part of the fee back', moves: [refunded, returned], of: [0, -5] },
    { name: 'a withdrawal to our bank', moves: [withdrawn], of: [5000, 0] },
    { name: 'balance put in for refunds', moves: [toppedUp], of: [-2000, 0] },
    { name: 'a withdrawal that came back', moves: [withdrawn, { ...withdrawn, income: true }], of: [0, 0] },
    { name: 'a kind known by its name only', moves: [{ ...withdrawn, type: '银行卡提现' }], of: [5000, 0] },
    { name: 'a refund that was closed', moves: [refunded, { ...paid, type: '退款关闭', fen: 900 }], of: [0, 0] },
    { name: 'a day of all of it', moves: [paid, charged, refunded, returned, withdrawn, toppedUp], of: [3000, 1] },
  ])('$name', ({ moves, of }) => {
    expect(read(fundBill(moves))).toEqual(settled(...of))
  })

  it.each<{ move: Move; fee: number }>([
    { move: { ...paid, remark: '结算总金额 10.00 元;含手续费 0.06 元' }, fee: 0 },
    { move: { ...paid, fen: 994, remark: '结算总金额 10.00 元;含手续费 0.06 元' }, fee: 6 },
    { move: { ...refunded, fen: 895, remark: '退款总金额9.00元;含手续费0.05元' }, fee: -5 },
    { move: { ...refunded, remark: '退款总金额9.00元;含手续费0.00元' }, fee: 0 },
    { move: { ...refunded, remark: '身份信息不一致，退还会员费' }, fee: 0 },
  ])('a fee inside a move: $move.remark, moved $move.fen', ({ move, fee }) => {
    expect(read(fundBill([move]))).toEqual(settled(0, fee))
  })

  it('with full-width brackets in its header', () => {
    const header =
      '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号'
    expect(read(fundBill([withdrawn], header))).toEqual(settled(5000, 0))
  })
})

describe('a damaged fund bill', () => {
  const text = fundBill([paid, charged, withdrawn]).toString()

  it.each([
    { name: 'a count', from: '\r\n`3,', to: '\r\n`4,', reason: 'total: 资金流水总笔数' },
    { name: 'a count of one side', from: '`3,`1,', to: '`3,`2,', reason: 'total: 收入笔数' },
    { name: 'a sum', from: ',`10.00,`2,', to: ',`10.01,`2,', reason: 'total: 收入金额' },
    { name: 'the other sum', from: '`50.06\r', to: '`50.05\r', reason: 'total: 支出金额' },
    { name: 'the side of a move', from: '`收入', to: '`支出', reason: 'total: 收入笔数' },
    { name: 'an unknown side', from: '`收入', to: '`其他', reason: 'row 1: 收支类型' },
    { name: 'a negative amount', from: '`0.06', to: '`-0.06', reason: 'row 2: 收支金额(元)' },
    { name: 'an amount that is not whole fen', from: '`0.06', to: '`0.065', reason: 'row 2: 收支金额(元)' },
  ])('$name', ({ from, to, reason }) => {
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    expect(read(Buffer.from(changed))).toEqual({ kind: 'damaged', reason })
  })

  it.each(['结算总金额 10.00 元;含手续费 0.07 元', '结算总金额 ten 元;含手续费 0.06 元'])(
    'a remark that contradicts: %s',
    (remark) => {
      expect(read(fundBill([{ ...paid, fen: 994, remark }]))).toEqual({ kind: 'damaged', reason: 'row 1: 备注' })
    },
  )

  it('money of ours that nobody can explain', () => {
    const moves = [paid, { ...withdrawn, name: '企业付款', type: '企业付款' }]
    expect(read(fundBill(moves))).toEqual({ kind: 'damaged', reason: 'row 2: 业务类型 企业付款' })
  })
})

describe('any fund bill', () => {
  it('accounts for every fen that moved', () => {
    const move = fc.record({
      of: fc.constantFrom(paid, charged, refunded, returned, withdrawn, toppedUp),
      fen: fc.integer({ min: 1, max: 10_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (some) => {
        const moves = some.map(({ of, fen }) => ({ ...of, fen }))
        const told = read(fundBill(moves))
        if (told.kind === 'damaged') throw new Error(told.reason)
        const inflow = (types: string[]): number =>
          moves
            .filter(({ type }) => types.includes(type))
            .reduce((all, { income, fen }) => all + (income ? fen : 0 - fen), 0)
        const { settledFen, feeFen } = told.settlement
        expect(yuan(inflow(['交易', '退款']) - settledFen - feeFen)).toBe(yuan(inflow(moves.map(({ type }) => type))))
      }),
      { numRuns: 100 },
    )
  })
})
