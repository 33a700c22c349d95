import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import type { Bill, BillRow } from '../../../bookkeeping/reconciliation/bill.ts'
import { cny, number } from '../fields.ts'
import type { Merchant } from '../merchant.ts'
import { countCell, type Damaged, damaged, momentCell, readBill, rowFault, yuanCell } from './bill-file.ts'

const row = z.object({
  交易时间: momentCell,
  商户号: z.string(),
  微信订单号: number,
  商户订单号: number,
  交易状态: z.enum(['SUCCESS', 'REFUND']),
  货币种类: cny,
  应结订单金额: yuanCell,
  微信退款单号: z.string(),
  商户退款单号: z.string(),
  退款金额: yuanCell,
  充值券退款金额: yuanCell,
  退款状态: z.string(),
  手续费: yuanCell,
  订单金额: yuanCell,
  申请退款金额: yuanCell,
})

const footer = z.object({
  总交易单数: countCell,
  应结订单总金额: yuanCell,
  退款总金额: yuanCell,
  充值券退款总金额: yuanCell,
  手续费总金额: yuanCell,
  订单总金额: yuanCell,
  申请退款总金额: yuanCell,
})

type Row = z.infer<typeof row>
type Footer = z.infer<typeof footer>

/** Each total with the column it is the sum of. */
const sums = [
  ['应结订单总金额', '应结订单金额'],
  ['退款总金额', '退款金额'],
  ['充值券退款总金额', '充值券退款金额'],
  ['手续费总金额', '手续费'],
  ['订单总金额', '订单金额'],
  ['申请退款总金额', '申请退款金额'],
] as const

const wrongTotal = (rows: readonly Row[], totals: Footer): string | undefined => {
  if (totals.总交易单数 !== rows.length) return '总交易单数'
  const isWrong = (total: keyof Footer, column: (typeof sums)[number][1]): boolean =>
    totals[total] !== rows.reduce((sum: Fen, one) => sum + one[column], 0)
  return sums.find(([total, column]) => isWrong(total, column))?.[0]
}

/** Empty, or 0, where there is no number. */
const named = (cell: string): string => (cell === '0' ? '' : cell)

/** The column in which a row contradicts its own kind or is not this merchant's. */
const wrongColumn = (merchant: Merchant, one: Row): string | undefined => {
  if (one.商户号 !== merchant.mchid) return '商户号'
  const [own, other] =
    one.交易状态 === 'SUCCESS' ? (['订单金额', '申请退款金额'] as const) : (['申请退款金额', '订单金额'] as const)
  if (one[own] <= 0) return own
  if (one[other] !== 0) return other
  return one.交易状态 === 'REFUND' && !named(one.微信退款单号) ? '微信退款单号' : undefined
}

const billRow = (one: Row): BillRow => {
  const both = { outTradeNo: one.商户订单号, transactionId: one.微信订单号, feeFen: one.手续费, at: one.交易时间 }
  // Amounts before coupons, which is what orders and refunds were made with.
  if (one.交易状态 === 'SUCCESS') return { kind: 'payment', ...both, fen: one.订单金额 }
  const numbers = { outRefundNo: named(one.商户退款单号), channelRefundId: named(one.微信退款单号) }
  // The state at the time of the bill, never brought up to date.
  const pending = one.退款状态 === 'SUCCESS' ? {} : { pending: true as const }
  return { kind: 'refund', ...both, ...numbers, fen: one.申请退款金额, ...pending }
}

/** What a trade bill (type ALL) of this merchant states; damaged unless every row can be read and every total holds. */
export const readTradeBill = (
  merchant: Merchant,
  bytes: Buffer,
): { kind: 'trades'; rows: readonly BillRow[]; totals: Bill['totals'] } | Damaged => {
  const read = readBill(bytes, row, footer)
  if (read.kind === 'damaged') return read
  const columns = read.rows.map((one) => wrongColumn(merchant, one))
  const at = columns.findIndex((column) => column !== undefined)
  if (at >= 0) return damaged(rowFault(at, columns[at] ?? ''))
  const total = wrongTotal(read.rows, read.totals)
  if (total) return damaged(`total: ${total}`)
  const { 订单总金额: paidFen, 申请退款总金额: refundedFen, 手续费总金额: feeFen } = read.totals
  return { kind: 'trades', rows: read.rows.map(billRow), totals: { paidFen, refundedFen, feeFen } }
}
