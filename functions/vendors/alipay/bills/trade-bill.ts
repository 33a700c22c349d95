import * as z from 'zod/mini'
import type { Bill, BillRow } from '../../../bookkeeping/reconciliation/bill.ts'
import { moment } from '../fields.ts'
import { type BillOf, type Damaged, damaged, footerHolds, readBillFile, sumOf, yuanCell } from './bill-file.ts'

/** The line that only the file of single payments and refunds has; the one beside it sums them up per shop. */
export const isTradeDetail = (text: string): boolean => text.startsWith('#支付宝业务明细查询')

const numbered = z.string().check(z.minLength(1))

const line = z.object({
  支付宝交易号: numbered,
  商户订单号: numbered,
  业务类型: z.enum(['交易', '退款']),
  完成时间: moment,
  '订单金额(元)': yuanCell,
  '商家实收(元)': yuanCell,
  '商家优惠(元)': yuanCell,
  '退款批次号/请求号': z.string(),
  '服务费(元)': yuanCell,
})

type Line = z.infer<typeof line>

/** `#交易合计：6笔，商家实收共0.06元，商家优惠共0.00元`; refunds are negative, here and in their rows. */
const footers: Record<Line['业务类型'], RegExp> = {
  交易: /^#+交易合计：(\d+)笔，商家实收共([^元]*)元，商家优惠共([^元]*)元/m,
  退款: /^#+退款合计：(\d+)笔，商家实收退款共([^元]*)元，商家优惠退款共([^元]*)元/m,
}

const wrongTotal = (lines: readonly Line[], comments: string): string | undefined =>
  (['交易', '退款'] as const).find((type) => {
    const own = lines.filter((one) => one.业务类型 === type)
    const sums = [sumOf(own.map((one) => one['商家实收(元)'])), sumOf(own.map((one) => one['商家优惠(元)']))]
    return !footerHolds(comments, footers[type], own.length, sums)
  })

/** The charge's sign is not relied on: a payment costs it, a refund gives some of it back. */
const billRow = (one: Line): BillRow => {
  const fen = Math.abs(one['订单金额(元)'])
  const chargeFen = Math.abs(one['服务费(元)'])
  const both = { outTradeNo: one.商户订单号, transactionId: one.支付宝交易号, fen, at: one.完成时间 }
  return one.业务类型 === '交易'
    ? { kind: 'payment', ...both, feeFen: chargeFen }
    : { kind: 'refund', ...both, feeFen: 0 - chargeFen, outRefundNo: one['退款批次号/请求号'] }
}

/**
 * What a trade bill states; damaged unless every row can be read and the footer holds: how many payments and refunds, what the
 * merchant received, and what its discounts came to. `totals` are the order amounts, which is what a payment's fact states; the
 * footer has no sum of charges.
 */
export const readTradeBill = (
  text: string,
  of: BillOf,
): { kind: 'trades'; rows: readonly BillRow[]; totals: Bill['totals'] } | Damaged => {
  const file = readBillFile(text, line, of)
  if (file.kind === 'damaged') return file
  const wrongSign = file.rows.findIndex((one) => one['订单金额(元)'] * (one.业务类型 === '交易' ? 1 : -1) <= 0)
  if (wrongSign >= 0) return damaged(`row ${wrongSign + 1}: 订单金额(元)`)
  const total = wrongTotal(file.rows, file.comments)
  if (total) return damaged(`total: ${total}`)
  const rows = file.rows.map(billRow)
  const fenOf = (kind: BillRow['kind']) => sumOf(rows.filter((row) => row.kind === kind).map(({ fen }) => fen))
  const feeFen = sumOf(rows.map((row) => row.feeFen))
  return { kind: 'trades', rows, totals: { paidFen: fenOf('payment'), refundedFen: fenOf('refund'), feeFen } }
}
