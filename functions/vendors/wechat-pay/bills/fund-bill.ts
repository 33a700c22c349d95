import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import type { Settlement } from '../../../bookkeeping/reconciliation/bill.ts'
import { countCell, type Damaged, damaged, readBill, rowFault, yuanCell } from './bill-file.ts'

/**
 * What moves of the account mean. `trade`: payments and refunds, which the trade bill tells one by one. `fee`: the channel's
 * charge, or some of it back. `settled`: between the account and our bank, both ways.
 */
type Meaning = 'trade' | 'fee' | 'settled'

/** By 业务类型, or where that is not listed by 业务名称, which is coarser: that of withdrawals is the only one documented. */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ['交易', 'trade'],
  ['退款', 'trade'],
  ['退款关闭', 'trade'],
  ['扣除交易手续费', 'fee'],
  ['退还交易手续费', 'fee'],
  ['充值/提现', 'settled'],
  ['充值', 'settled'],
  ['提现', 'settled'],
])

const row = z.object({
  业务名称: z.string(),
  业务类型: z.string(),
  收支类型: z.enum(['收入', '支出']),
  '收支金额(元)': yuanCell.check(z.nonnegative()),
  备注: z.string(),
})

const footer = z.object({
  资金流水总笔数: countCell,
  收入笔数: countCell,
  收入金额: yuanCell,
  支出笔数: countCell,
  支出金额: yuanCell,
})

type Row = z.infer<typeof row>
type Footer = z.infer<typeof footer>

const income = ({ 收支类型, '收支金额(元)': amount }: Row): Fen => (收支类型 === '收入' ? amount : 0 - amount)

/** 结算总金额 1.00 元;含手续费 0.01 元 */
const remark = /^\S*总金额\s*(\S+)\s*元[;；]\s*含手续费\s*(\S+)\s*元$/

/**
 * The fee inside a payment or refund: where the remark states a whole and a fee, either the whole was moved (the fee has a row
 * of its own) or the whole without the fee. Undefined when it is neither.
 */
const feeInside = (one: Row): Fen | undefined => {
  const [, whole, fee] = remark.exec(one.备注) ?? []
  if (whole === undefined || fee === undefined) return 0
  const stated = z.safeParse(z.tuple([yuanCell, yuanCell]), [whole, fee])
  const amount = one['收支金额(元)']
  if (!stated.success || ![0, stated.data[1]].includes(stated.data[0] - amount)) return undefined
  const inside = stated.data[0] - amount
  return one.收支类型 === '收入' ? inside : 0 - inside
}

/** What one move adds to a settlement, or the column that cannot be understood. */
const effect = (one: Row): { settledFen: Fen; feeFen: Fen } | { column: string } => {
  const meaning = meanings.get(one.业务类型) ?? meanings.get(one.业务名称)
  // Money that nobody can explain must be seen; leaving the row out would hide it.
  if (!meaning) return { column: `业务类型 ${one.业务类型}` }
  if (meaning === 'settled') return { settledFen: 0 - income(one), feeFen: 0 }
  const feeFen = meaning === 'fee' ? 0 - income(one) : feeInside(one)
  return feeFen === undefined ? { column: '备注' } : { settledFen: 0, feeFen }
}

const wrongTotal = (rows: readonly Row[], totals: Footer): string | undefined => {
  if (totals.资金流水总笔数 !== rows.length) return '资金流水总笔数'
  const sides = { 收入: ['收入笔数', '收入金额'], 支出: ['支出笔数', '支出金额'] } as const
  for (const [side, [count, amount]] of Object.entries(sides)) {
    const own = rows.filter(({ 收支类型 }) => 收支类型 === side)
    if (totals[count] !== own.length) return count
    if (totals[amount] !== own.reduce((sum: Fen, one) => sum + one['收支金额(元)'], 0)) return amount
  }
  return undefined
}

/** What a fund bill (account BASIC) says was settled and charged that day; damaged unless all of it is understood. */
export const readFundBill = (bytes: Buffer, day: string): { kind: 'settlement'; settlement: Settlement } | Damaged => {
  const read = readBill(bytes, row, footer)
  if (read.kind === 'damaged') return read
  const total = wrongTotal(read.rows, read.totals)
  if (total) return damaged(`total: ${total}`)
  const settlement: Settlement = { day, settledFen: 0, feeFen: 0 }
  for (const [at, one] of read.rows.entries()) {
    const added = effect(one)
    if ('column' in added) return damaged(rowFault(at, added.column))
    settlement.settledFen += added.settledFen
    settlement.feeFen += added.feeFen
  }
  return { kind: 'settlement', settlement }
}
