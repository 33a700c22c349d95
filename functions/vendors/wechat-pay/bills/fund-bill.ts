import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import type { BillRow, Settlement } from '../../../bookkeeping/reconciliation/bill.ts'
import type { SetAside } from '../../../bookkeeping/reconciliation/set-aside.ts'
import { agreed, type Cells, type Line, numberIn, rowFault, sifted, wordIn } from '../../bill-table.ts'
import { type BillShape, countCell, type Damaged, damaged, readBillFile, yuanCell } from './bill-file.ts'

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

const moved = z.object({ 收支类型: z.enum(['收入', '支出']), '收支金额(元)': yuanCell.check(z.nonnegative()) })

const row = z.extend(moved, { 业务名称: z.string(), 业务类型: z.string(), 备注: z.string() })

const footer = z.object({
  资金流水总笔数: countCell,
  收入笔数: countCell,
  收入金额: yuanCell,
  支出笔数: countCell,
  支出金额: yuanCell,
})

type Row = z.infer<typeof row>
type Moved = z.infer<typeof moved>
type Footer = z.infer<typeof footer>

/** The channel's number of a payment or refund, and as a rule the merchant's. */
const NUMBERS = ['微信支付业务单号', '业务凭证号'] as const

const shape: BillShape<Footer> = { texts: new Set(['资金变更提交申请人', '备注']), telling: NUMBERS, footer }

const income = ({ 收支类型, '收支金额(元)': amount }: Moved): Fen => (收支类型 === '收入' ? amount : 0 - amount)

const meaningOf = (type = '', name = ''): Meaning | undefined => meanings.get(type) ?? meanings.get(name)

/** 结算总金额 1.00 元;含手续费 0.01 元 */
const remark = /^(?:(?!总金额)\S)*总金额\s*([^\s元]+)\s*元[;；]\s*含手续费\s*([^\s元]+)\s*元$/

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

type Effect = Pick<Settlement, 'settledFen' | 'feeFen' | 'netFen'>

/** What a move of ours adds to a settlement, or the column that cannot be understood. */
const ownEffect = (one: Row): Effect | { column: string } => {
  const meaning = meaningOf(one.业务类型, one.业务名称)
  // Money of ours that nobody can explain must be seen; leaving the row out would hide it.
  if (meaning !== 'trade' && meaning !== 'fee') return { column: `业务类型 ${wordIn(one.业务类型)}` }
  const feeFen = meaning === 'fee' ? 0 - income(one) : feeInside(one)
  return feeFen === undefined ? { column: '备注' } : { settledFen: 0, feeFen, netFen: income(one) }
}

const movedIn = (line: Line): Moved | undefined => z.safeParse(moved, line).data

const foreign = ({ row: at, readings }: Cells): SetAside => {
  const told = (name: string) => agreed(readings, (line) => line[name])
  const move = agreed(readings, movedIn)
  const because = meaningOf(told('业务类型'), told('业务名称')) ? 'not_ours' : 'unknown_kind'
  return {
    ...{ bill: 'account', row: at, because: move ? because : 'unreadable' },
    ...{ number: numberIn(told('微信支付业务单号')), kind: wordIn(told('业务类型')) || wordIn(told('业务名称')) },
    ...(move && { fen: income(move) }),
  }
}

/** What was withdrawn or put in is the whole account's, and no till's. */
const withdrawal = ({ readings }: Cells): Effect | undefined => {
  const settledFen = agreed(readings, (line) => {
    const move = movedIn(line)
    return move && meaningOf(line.业务类型, line.业务名称) === 'settled' ? 0 - income(move) : undefined
  })
  return settledFen === undefined ? undefined : { settledFen, feeFen: 0, netFen: 0 }
}

const wrongTotal = (rows: readonly Cells[], totals: Footer): string | undefined => {
  if (totals.资金流水总笔数 !== rows.length) return '资金流水总笔数'
  const all = rows.map(({ readings }) => agreed(readings, movedIn)).filter((one) => one !== undefined)
  // Nothing is told of the rest by a sum; that no row was lost is told by their number.
  if (all.length < rows.length) return undefined
  const sides = { 收入: ['收入笔数', '收入金额'], 支出: ['支出笔数', '支出金额'] } as const
  for (const [side, [count, amount]] of Object.entries(sides)) {
    const own = all.filter(({ 收支类型 }) => 收支类型 === side)
    if (totals[count] !== own.length) return count
    if (totals[amount] !== own.reduce((sum: Fen, one) => sum + one['收支金额(元)'], 0)) return amount
  }
  return undefined
}

const knownBy = (ours: readonly BillRow[]): ReadonlySet<string> =>
  new Set(ours.flatMap(({ transactionId, channelRefundId }) => [transactionId, channelRefundId || transactionId]))

/**
 * What a fund bill (account BASIC) says was settled and charged that day. `ours`: our rows of the day's trade bill. Damaged unless
 * every move that is ours or could be is understood, and the totals hold over all of them.
 */
export const readFundBill = (
  bytes: Buffer,
  day: string,
  ours: readonly BillRow[],
): { kind: 'settlement'; settlement: Settlement } | Damaged => {
  const file = readBillFile(bytes, shape)
  if (file.kind === 'damaged') return file
  const telling = { numbers: NUMBERS, always: '微信支付业务单号', known: knownBy(ours) }
  const sum: Effect = { settledFen: 0, feeFen: 0, netFen: 0 }
  const setAside: SetAside[] = []
  for (const cells of file.rows) {
    const whole = withdrawal(cells)
    const whose = sifted(cells, row, telling)
    if (!whole && whose.kind === 'damaged') return damaged(rowFault(cells.row, whose.column))
    const added = whole ?? (whose.kind === 'ours' ? ownEffect(whose.of) : undefined)
    if (!added) setAside.push(foreign(cells))
    else if ('column' in added) return damaged(rowFault(cells.row, added.column))
    else {
      sum.settledFen += added.settledFen
      sum.feeFen += added.feeFen
      sum.netFen += added.netFen
    }
  }
  const total = wrongTotal(file.rows, file.totals)
  return total ? damaged(`total: ${total}`) : { kind: 'settlement', settlement: { day, ...sum, setAside } }
}
