import * as z from 'zod/mini'
import type { Settlement } from '../../../bookkeeping/reconciliation/bill.ts'
import { type BillOf, type Damaged, damaged, footerHolds, readBillFile, sumOf, yuanCell } from './bill-file.ts'

/** The line that only the file of single movements has. */
export const isAccountDetail = (text: string): boolean => text.startsWith('#支付宝账务明细查询')

const line = z.object({
  业务类型: z.string().check(z.minLength(1)),
  '收入金额(+元)': yuanCell,
  '支出金额(-元)': yuanCell,
})

type Movement = { type: string; inFen: number; outFen: number }

/** The sign of what left differs between versions of the file; its column says it well enough. */
const movementOf = (one: z.infer<typeof line>): Movement => ({
  type: one.业务类型,
  inFen: one['收入金额(+元)'],
  outFen: Math.abs(one['支出金额(-元)']),
})

/** `#收入合计：18笔，共14989.00元` and `#支出合计：2笔，共-30.00元`. */
const footers: Record<'收入' | '支出', RegExp> = {
  收入: /^#+收入合计：(\d+)笔，共\+?([^元]*)元/m,
  支出: /^#+支出合计：(\d+)笔，共-?([^元]*)元/m,
}

const holds = (comments: string, side: keyof typeof footers, fen: readonly number[]): boolean =>
  footerHolds(comments, footers[side], fen.filter((one) => one !== 0).length, [sumOf(fen)])

/**
 * What left the account for our bank and what Alipay kept, from the bill of every movement: withdrawals (提现) and charges (收费,
 * 退费), each less what came back under the same name. Damaged unless every row can be read and both footers hold.
 */
export const readAccountBill = (text: string, of: BillOf): { kind: 'settlement'; settlement: Settlement } | Damaged => {
  const file = readBillFile(text, line, of)
  if (file.kind === 'damaged') return file
  const movements = file.rows.map(movementOf)
  if (
    !holds(
      file.comments,
      '收入',
      movements.map(({ inFen }) => inFen),
    )
  )
    return damaged('total: 收入')
  if (
    !holds(
      file.comments,
      '支出',
      movements.map(({ outFen }) => outFen),
    )
  )
    return damaged('total: 支出')
  const netOf = (...types: string[]) =>
    sumOf(movements.filter(({ type }) => types.includes(type)).map(({ inFen, outFen }) => outFen - inFen))
  return {
    kind: 'settlement',
    settlement: { day: of.day, settledFen: netOf('提现'), feeFen: netOf('收费', '退费') },
  }
}
