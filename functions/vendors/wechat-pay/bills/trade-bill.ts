import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import type { Bill, BillRow } from '../../../bookkeeping/reconciliation/bill.ts'
import type { SetAside } from '../../../bookkeeping/reconciliation/set-aside.ts'
import { agreed, type Cells, givenNumber, type Line, numberIn, rowFault, sifted, wordIn } from '../../bill-table.ts'
import { cny, number } from '../fields.ts'
import type { Merchant } from '../merchant.ts'
import { type BillShape, countCell, type Damaged, damaged, momentCell, readBillFile, yuanCell } from './bill-file.ts'

/** What is summed up below the rows. */
const amounts = {
  应结订单金额: yuanCell,
  退款金额: yuanCell,
  充值券退款金额: yuanCell,
  手续费: yuanCell,
  订单金额: yuanCell,
  申请退款金额: yuanCell,
}

/** The states this service's payments and refunds have. Others are of ways to pay that it does not offer. */
const state = z.enum(['SUCCESS', 'REFUND'])

const row = z.object({
  交易时间: momentCell,
  商户号: z.string(),
  微信订单号: number,
  商户订单号: number,
  交易状态: state,
  货币种类: cny,
  微信退款单号: givenNumber,
  商户退款单号: givenNumber,
  退款状态: z.string(),
  ...amounts,
})

const summed = z.object(amounts)

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
type Amounts = z.infer<typeof summed>

const NUMBERS = ['商户订单号', '商户退款单号'] as const

const shape: BillShape<Footer> = {
  texts: new Set(['商品名称', '商户数据包', '费率备注']),
  telling: NUMBERS,
  footer,
}

/** Each total with the column it is the sum of. */
const sums = [
  ['应结订单总金额', '应结订单金额'],
  ['退款总金额', '退款金额'],
  ['充值券退款总金额', '充值券退款金额'],
  ['手续费总金额', '手续费'],
  ['订单总金额', '订单金额'],
  ['申请退款总金额', '申请退款金额'],
] as const

/** Empty, or 0, where there is no number. */
const named = (cell: string): string => (cell === '0' ? '' : cell)

/** The column in which a row of ours contradicts its own kind or is not this merchant's. */
const wrongColumn = (merchant: Pick<Merchant, 'mchid'>, one: Row): string | undefined => {
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

const amountsIn = (line: Line): Amounts | undefined => z.safeParse(summed, line).data

const foreign = ({ row: at, readings }: Cells): SetAside => {
  const told = (name: string) => agreed(readings, (line) => line[name])
  const fen = agreed(readings, (line) => {
    const read = amountsIn(line)
    return read && read.订单金额 - read.申请退款金额
  })
  const because = !z.safeParse(state, told('交易状态')).success && readings.length > 0 ? 'unknown_kind' : 'not_ours'
  return {
    ...{ bill: 'trade', row: at, because: fen === undefined ? 'unreadable' : because },
    ...{ number: numberIn(told('微信订单号')), kind: wordIn(told('交易状态')) },
    ...(fen !== undefined && { fen }),
  }
}

/** A row as it counts in the totals; without amounts where they cannot be read. */
type Counted = { amounts: Amounts | undefined; isKnown: boolean }

const wrongTotal = (rows: readonly Counted[], totals: Footer): string | undefined => {
  if (totals.总交易单数 !== rows.length) return '总交易单数'
  const all = rows.map((one) => one.amounts).filter((one) => one !== undefined)
  // Nothing is told of the rest by a sum; that no row was lost is told by their number.
  if (all.length < rows.length) return undefined
  const isWrong = (total: keyof Footer, column: keyof Amounts): boolean =>
    totals[total] !== all.reduce((sum: Fen, one) => sum + one[column], 0)
  return sums.find(([total, column]) => isWrong(total, column))?.[0]
}

/** All rows stand in the totals, or all but those of a kind nobody here knows. */
const totalFault = (rows: readonly Counted[], totals: Footer): string | undefined => {
  const fault = wrongTotal(rows, totals)
  const known = rows.filter(({ isKnown }) => isKnown)
  return fault && (known.length === rows.length || wrongTotal(known, totals)) ? fault : undefined
}

const totalsOf = (rows: readonly BillRow[]): Bill['totals'] => {
  const sum = (of: BillRow['kind']): Fen =>
    rows.reduce((all, { kind, fen, pending }) => all + (kind === of && !pending ? fen : 0), 0)
  return {
    paidFen: sum('payment'),
    refundedFen: sum('refund'),
    feeFen: rows.reduce((all, { feeFen }) => all + feeFen, 0),
  }
}

export type Trades = { kind: 'trades' } & Pick<Bill, 'rows' | 'setAside' | 'totals'>

/**
 * What a trade bill (type ALL) of this merchant states: our payments and refunds, and what is set aside. Damaged unless every row
 * that is ours or could be can be read, and every total holds over all rows.
 */
export const readTradeBill = (merchant: Pick<Merchant, 'mchid'>, bytes: Buffer): Trades | Damaged => {
  const file = readBillFile(bytes, shape)
  if (file.kind === 'damaged') return file
  const rows: BillRow[] = []
  const setAside: SetAside[] = []
  const counted: Counted[] = []
  for (const cells of file.rows) {
    const whose = sifted(cells, row, { numbers: NUMBERS, always: '商户订单号' })
    if (whose.kind === 'damaged') return damaged(rowFault(cells.row, whose.column))
    if (whose.kind === 'ours') {
      const wrong = wrongColumn(merchant, whose.of)
      if (wrong) return damaged(rowFault(cells.row, wrong))
      rows.push(billRow(whose.of))
      counted.push({ amounts: whose.of, isKnown: true })
    } else {
      const aside = foreign(cells)
      setAside.push(aside)
      counted.push({ amounts: agreed(cells.readings, amountsIn), isKnown: aside.because !== 'unknown_kind' })
    }
  }
  const total = totalFault(counted, file.totals)
  return total ? damaged(`total: ${total}`) : { kind: 'trades', rows, setAside, totals: totalsOf(rows) }
}
