import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import type { Bill, BillRow } from '../../../bookkeeping/reconciliation/bill.ts'
import type { SetAside } from '../../../bookkeeping/reconciliation/set-aside.ts'
import {
  agreed,
  type Cells,
  givenNumber,
  type Line as Named,
  numberIn,
  rowFault,
  sifted,
  wordIn,
} from '../../bill-table.ts'
import { moment } from '../fields.ts'
import { type BillOf, type Damaged, damaged, footerIn, readBillFile, sumOf, yuanCell } from './bill-file.ts'

/** The line that only the file of single payments and refunds has; the one beside it sums them up per shop. */
export const isTradeDetail = (text: string): boolean => text.startsWith('#支付宝业务明细查询')

const numbered = givenNumber.check(z.minLength(1))

const type = z.enum(['交易', '退款'])
type Type = z.infer<typeof type>

const line = z.object({
  支付宝交易号: numbered,
  商户订单号: numbered,
  业务类型: type,
  完成时间: moment,
  '订单金额(元)': yuanCell,
  '商家实收(元)': yuanCell,
  '商家优惠(元)': yuanCell,
  '退款批次号/请求号': givenNumber,
  '服务费(元)': yuanCell,
})

type Line = z.infer<typeof line>

const NUMBERS = ['商户订单号', '退款批次号/请求号'] as const

const shape = {
  texts: new Set(['商品名称', '门店名称', '操作员', '终端号', '对方账户', '券名称', '备注']),
  telling: NUMBERS,
}

/** `#交易合计：6笔，商家实收共0.06元，商家优惠共0.00元`; refunds are negative, here and in their rows. */
const footers: Record<Type, RegExp> = {
  交易: /^#+交易合计：(\d+)笔，商家实收共([^元\s]*)元，商家优惠共([^元\s]*)元/gm,
  退款: /^#+退款合计：(\d+)笔，商家实收退款共([^元\s]*)元，商家优惠退款共([^元\s]*)元/gm,
}

const counting = z.object({ '商家实收(元)': yuanCell, '商家优惠(元)': yuanCell })

/** Of the ways in which a row of others fits the columns, those in which it has its time where that belongs. */
const likely = (readings: readonly Named[]): readonly Named[] => {
  const timed = readings.filter((one) => z.safeParse(moment, one.完成时间).success)
  return timed.length > 0 ? timed : readings
}

/** A row as it counts in the footers; without amounts where they cannot be read, of no type where nobody here knows it. */
type Counted = { type: Type | undefined; fen: readonly [receivedFen: Fen, discountFen: Fen] | undefined }

const counted = (readings: readonly Named[]): Counted => ({
  type: z.safeParse(
    type,
    agreed(readings, (one) => one.业务类型),
  ).data,
  fen: agreed(readings, (one) => {
    const { data } = z.safeParse(counting, one)
    return data && ([data['商家实收(元)'], data['商家优惠(元)']] as const)
  }),
})

/** Others may write their refunds without a sign, which the footer does not follow. */
const sumsAre = (fen: readonly Fen[], rows: readonly Counted['fen'][], of: Type): boolean =>
  [(one: Fen) => one, (one: Fen) => (of === '退款' ? 0 - Math.abs(one) : one)].some((signed) =>
    fen.every((sum, at) => sum === sumOf(rows.map((row) => signed(row?.[at] ?? 0)))),
  )

/** Whether a footer is that of these rows. Where an amount cannot be read, their number must do. */
const holds = (comments: string, rows: readonly Counted[], of: Type): boolean => {
  const own = rows.filter((row) => row.type === of).map(({ fen }) => fen)
  const footer = footerIn(comments, footers[of])
  return footer?.count === own.length && (own.includes(undefined) || sumsAre(footer.fen, own, of))
}

const sideOf = ({ fen }: Counted): Type | undefined => fen && (fen[0] < 0 ? '退款' : '交易')

/** Rows of no known type stand in no footer, or in that of the side their money went to. */
const wrongTotal = (rows: readonly Counted[], comments: string): Type | undefined => {
  const placed = rows.map((row) => ({ ...row, type: row.type ?? sideOf(row) }))
  const wrong = (all: readonly Counted[]) => (['交易', '退款'] as const).find((of) => !holds(comments, all, of))
  return wrong(placed) && wrong(rows)
}

/** The charge's sign is not relied on: a payment costs it, a refund gives some of it back. */
const billRow = (one: Line): BillRow => {
  const fen = Math.abs(one['订单金额(元)'])
  const chargeFen = Math.abs(one['服务费(元)'])
  const both = { outTradeNo: one.商户订单号, transactionId: one.支付宝交易号, fen, at: one.完成时间 }
  return one.业务类型 === '交易'
    ? { kind: 'payment', ...both, feeFen: chargeFen }
    : { kind: 'refund', ...both, feeFen: 0 - chargeFen, outRefundNo: one['退款批次号/请求号'] }
}

const orderFen = (one: Named): Fen | undefined => z.safeParse(yuanCell, one['订单金额(元)']).data

const foreign = (cells: Cells): SetAside => {
  const { row } = cells
  const readings = likely(cells.readings)
  const told = (name: string) => agreed(readings, (one) => one[name])
  const fen = agreed(readings, orderFen)
  const because = counted(readings).type ? 'not_ours' : 'unknown_kind'
  return {
    ...{ bill: 'trade', row, because: fen === undefined ? 'unreadable' : because },
    ...{ number: numberIn(told('支付宝交易号')), kind: wordIn(told('业务类型')) },
    ...(fen !== undefined && { fen }),
  }
}

const hasWrongSign = (one: Line): boolean => one['订单金额(元)'] * (one.业务类型 === '交易' ? 1 : -1) <= 0

/**
 * What a trade bill states: our payments and refunds, and what is set aside. Damaged unless every row that is ours or could be can
 * be read, and the footer holds over all rows: how many payments and refunds, what the merchant received, and what its discounts came
 * to. `totals` are the order amounts of ours, which is what a payment's fact states; the footer has no sum of charges.
 */
export const readTradeBill = (
  text: string,
  of: BillOf,
): ({ kind: 'trades' } & Pick<Bill, 'rows' | 'setAside' | 'totals'>) | Damaged => {
  const file = readBillFile(text, shape, of)
  if (file.kind === 'damaged') return file
  const rows: BillRow[] = []
  const setAside: SetAside[] = []
  for (const cells of file.rows) {
    const whose = sifted(cells, line, { numbers: NUMBERS, always: '商户订单号' })
    if (whose.kind === 'damaged') return damaged(rowFault(cells.row, whose.column))
    if (whose.kind === 'foreign') setAside.push(foreign(cells))
    else if (hasWrongSign(whose.of)) return damaged(rowFault(cells.row, '订单金额(元)'))
    else rows.push(billRow(whose.of))
  }
  const total = wrongTotal(
    file.rows.map(({ readings }) => counted(likely(readings))),
    file.comments,
  )
  if (total) return damaged(`total: ${total}`)
  const fenOf = (kind: BillRow['kind']) => sumOf(rows.filter((row) => row.kind === kind).map(({ fen }) => fen))
  const feeFen = sumOf(rows.map((row) => row.feeFen))
  return { kind: 'trades', rows, setAside, totals: { paidFen: fenOf('payment'), refundedFen: fenOf('refund'), feeFen } }
}
