import { type Fen, yuan } from '../../../../shared/kernel/money.ts'
import type { Millis } from '../../../../shared/kernel/time.ts'
import { beijingTime } from '../../beijing.ts'
import type { Entry, Withdrawal } from '../../bill/journal.ts'
import { type Movement, sumOf } from '../../bill/movement.ts'
import { movedByOtherTills, paidAtOtherTills } from '../../bill/other-tills.ts'
import { cell, type Sheet } from './sheet.ts'

/** One movement of the merchant's balance; `fen` is negative when it goes out. */
type Flow = { at: Millis; no: string; outTradeNo: string; subject: string; payer: string; type: string; fen: Fen }

/** Payments and refunds move in whole, their charge beside them. */
const flowsOf = (row: Movement): Flow[] => {
  const { at, transactionId: no, outTradeNo, subject, payer } = row
  const of = { at, no, outTradeNo, subject, payer }
  const [fen, feeFen] = row.kind === 'payment' ? [row.fen, 0 - row.feeFen] : [0 - row.fen, row.feeFen]
  const types = row.kind === 'payment' ? (['在线支付', '收费'] as const) : (['交易退款', '退费'] as const)
  return [{ ...of, type: types[0], fen }, ...(feeFen === 0 ? [] : [{ ...of, type: types[1], fen: feeFen }])]
}

const withdrawn = ({ at, withdrawalId, fen }: Withdrawal): Flow => ({
  ...{ at, no: withdrawalId, outTradeNo: '', subject: '', payer: '' },
  ...{ type: '提现', fen: 0 - fen },
})

/** What other tills moved on the account. */
export const otherFlows = (dayStart: Millis): Flow[] => [
  ...paidAtOtherTills(dayStart).flatMap(flowsOf),
  ...movedByOtherTills(dayStart).map((one) => ({ ...one, outTradeNo: '', subject: '', payer: '' })),
]

/** All that moved the balance, oldest first. */
export const balanceFlows = (movements: readonly Movement[], entries: readonly Entry[]): Flow[] => {
  const out = entries.filter((entry) => entry.kind === 'withdrawal').map(withdrawn)
  return [...movements.flatMap(flowsOf), ...out].toSorted((one, other) => one.at - other.at)
}

export const balanceOf = (flows: readonly Flow[]): Fen => sumOf(flows, ({ fen }) => fen)

const COLUMNS = [
  ...['账务流水号', '业务流水号', '商户订单号', '商品名称', '发生时间', '对方账号'],
  ...['收入金额（+元）', '支出金额（-元）', '账户余额（元）', '交易渠道', '业务类型', '备注'],
]

const income = (flows: readonly Flow[]) => flows.filter(({ fen }) => fen >= 0)
const outgo = (flows: readonly Flow[]) => flows.filter(({ fen }) => fen < 0)

/** 账务明细: the flows of one day after those before it. `moreFen` as in the trade bill. */
export const fundDetails = (before: readonly Flow[], day: readonly Flow[], moreFen: Fen): Sheet => {
  let balance = balanceOf(before)
  const rows = day.map(({ at, no, outTradeNo, subject, payer, type, fen }, index) => {
    balance += fen
    const amounts = [yuan(Math.max(0, fen)), yuan(Math.min(0, fen)), yuan(balance)]
    const named = [cell(`${no}${index}`), cell(no), cell(outTradeNo), subject, beijingTime(at), cell(payer)]
    return [...named, ...amounts, '支付宝', cell(type), '']
  })
  return {
    title: '支付宝账务明细查询',
    list: '账务明细列表',
    columns: COLUMNS,
    rows,
    sums: [
      `支出合计：${outgo(day).length}笔，共${yuan(balanceOf(outgo(day)))}元`,
      `收入合计：${income(day).length}笔，共${yuan(balanceOf(income(day)) + moreFen)}元`,
    ],
  }
}

/** 账务明细(汇总): the same day by what it was about. */
export const fundSummary = (day: readonly Flow[]): Sheet => ({
  title: '支付宝账务汇总查询',
  list: '账务汇总列表',
  columns: ['类型', '收入笔数', '收入金额（+元）', '支出笔数', '支出金额（-元）', '总金额（元）'],
  rows: [...Map.groupBy(day, ({ type }) => type)].map(([type, flows]) => {
    const [in_, out] = [income(flows), outgo(flows)]
    const counted = [String(in_.length), yuan(balanceOf(in_)), String(out.length), yuan(balanceOf(out))]
    return [cell(type), ...counted, yuan(balanceOf(flows))]
  }),
  sums: [],
})
