import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import type { BillRow, Settlement } from '../../../bookkeeping/reconciliation/bill.ts'
import type { SetAside } from '../../../bookkeeping/reconciliation/set-aside.ts'
import { agreed, type Cells, type Line, numberIn, rowFault, sifted, wordIn } from '../../bill-table.ts'
import { type BillOf, type Damaged, damaged, footerIn, readBillFile, sumOf, yuanCell } from './bill-file.ts'

/** The line that only the file of single movements has. */
export const isAccountDetail = (text: string): boolean => text.startsWith('#支付宝账务明细查询')

const line = z.object({
  商户订单号: z.optional(z.string()),
  业务流水号: z.string(),
  业务类型: z.optional(z.string()),
  '收入金额(+元)': yuanCell,
  '支出金额(-元)': yuanCell,
})

type Movement = z.infer<typeof line>

/** The trade's number at the channel, and ours where the file has it. */
const NUMBERS = ['业务流水号', '商户订单号'] as const

const shape = {
  texts: new Set(['商品名称', '对方账号', '对方账户', '备注', '业务描述']),
  telling: ['业务流水号', '收入金额(+元)', '支出金额(-元)'],
}

const WITHDRAWN = '提现'
const CHARGED = ['收费', '退费']

/** The sign of what left differs between versions of the file; its column says it well enough. */
const sidesIn = (one: Line): { inFen: Fen; outFen: Fen } | undefined => {
  const read = z.safeParse(line, one).data
  return read && { inFen: read['收入金额(+元)'], outFen: Math.abs(read['支出金额(-元)']) }
}

/** `#收入合计：18笔，共14989.00元` and `#支出合计：2笔，共-30.00元`. */
const footers: Record<'收入' | '支出', RegExp> = {
  收入: /^#+收入合计：(\d+)笔，共\+?([^元\s]*)元/gm,
  支出: /^#+支出合计：(\d+)笔，共-?([^元\s]*)元/gm,
}

/** Whether a footer is that of these movements. Nothing is said of those whose amounts cannot be read but how many they are. */
const holds = (comments: string, side: keyof typeof footers, fen: readonly (Fen | undefined)[]): boolean => {
  const footer = footerIn(comments, footers[side])
  const read = fen.filter((one) => one !== undefined)
  const moved = read.filter((one) => one !== 0)
  const unread = fen.length - read.length
  if (!footer || footer.count < moved.length || footer.count > moved.length + unread) return false
  return unread > 0 || footer.fen[0] === sumOf(moved)
}

const wrongTotal = (rows: readonly Cells[], comments: string): string | undefined => {
  const sides = rows.map(({ readings }) => agreed(readings, sidesIn))
  if (
    !holds(
      comments,
      '收入',
      sides.map((one) => one?.inFen),
    )
  )
    return '收入'
  return holds(
    comments,
    '支出',
    sides.map((one) => one?.outFen),
  )
    ? undefined
    : '支出'
}

type Effect = Pick<Settlement, 'settledFen' | 'feeFen' | 'netFen'>

/** Where the file does not say what a movement of ours was, the trade bill tells a charge from the money itself. */
const isCharge = (type: string | undefined, fen: Fen, trades: readonly BillRow[]): boolean | undefined => {
  if (type) return CHARGED.includes(type)
  if (trades.some((one) => one.fen === Math.abs(fen) && fen > 0 === (one.kind === 'payment'))) return false
  return trades.some(({ feeFen }) => feeFen === 0 - fen) || undefined
}

/** What a movement of ours adds to a settlement; undefined when nobody can say what it was. */
const ownEffect = (one: Movement, ours: ReadonlyMap<string, readonly BillRow[]>): Effect | undefined => {
  const netFen = one['收入金额(+元)'] - Math.abs(one['支出金额(-元)'])
  const trades = [one.业务流水号, one.商户订单号 ?? ''].flatMap((number) => ours.get(number) ?? [])
  const charge = netFen === 0 ? false : isCharge(one.业务类型, netFen, trades)
  return charge === undefined ? undefined : { settledFen: 0, feeFen: charge ? 0 - netFen : 0, netFen }
}

/** What was withdrawn is the whole account's, and no till's. */
const withdrawal = ({ readings }: Cells): Effect | undefined => {
  const settledFen = agreed(readings, (one) => {
    const sides = one.业务类型 === WITHDRAWN ? sidesIn(one) : undefined
    return sides && sides.outFen - sides.inFen
  })
  return settledFen === undefined ? undefined : { settledFen, feeFen: 0, netFen: 0 }
}

const KNOWN = new Set(['在线支付', '交易付款', '交易退款', '交易', '退款', ...CHARGED])

const foreign = ({ row, readings }: Cells): SetAside => {
  const told = (name: string) => agreed(readings, (one) => one[name])
  const sides = agreed(readings, sidesIn)
  const because = KNOWN.has(told('业务类型') ?? '') ? 'not_ours' : 'unknown_kind'
  return {
    ...{ bill: 'account', row, because: sides ? because : 'unreadable' },
    ...{ number: numberIn(told('账务流水号')), kind: wordIn(told('业务类型')) },
    ...(sides && { fen: sides.inFen - sides.outFen }),
  }
}

const byNumber = (ours: readonly BillRow[]): ReadonlyMap<string, readonly BillRow[]> => {
  const numbered = ours.flatMap((one) => [one.outTradeNo, one.transactionId].map((number) => ({ number, one })))
  const found = Map.groupBy(numbered, ({ number }) => number)
  return new Map([...found].map(([number, all]) => [number, all.map(({ one }) => one)]))
}

/**
 * What left the account for our bank and what Alipay kept of ours, from the bill of every movement: withdrawals (提现) and our charges
 * (收费, 退费), each less what came back under the same name. `ours`: our rows of the day's trade bill. Damaged unless every movement
 * that is ours or could be is understood, and both footers hold over all of them.
 */
export const readAccountBill = (
  text: string,
  of: BillOf,
  ours: readonly BillRow[],
): { kind: 'settlement'; settlement: Settlement } | Damaged => {
  const file = readBillFile(text, shape, of)
  if (file.kind === 'damaged') return file
  const known = byNumber(ours)
  const telling = { numbers: NUMBERS, always: '业务流水号', known: new Set(known.keys()) }
  const effects: Effect[] = []
  const setAside: SetAside[] = []
  for (const cells of file.rows) {
    const whole = withdrawal(cells)
    const whose = sifted(cells, line, telling)
    if (!whole && whose.kind === 'damaged') return damaged(rowFault(cells.row, whose.column))
    const added = whole ?? (whose.kind === 'ours' ? ownEffect(whose.of, known) : undefined)
    if (added) effects.push(added)
    else if (whose.kind === 'ours') return damaged(rowFault(cells.row, '业务类型'))
    else setAside.push(foreign(cells))
  }
  const total = wrongTotal(file.rows, file.comments)
  if (total) return damaged(`total: ${total}`)
  const sum = (name: keyof Effect): Fen => sumOf(effects.map((one) => one[name]))
  const settlement = {
    day: of.day,
    settledFen: sum('settledFen'),
    feeFen: sum('feeFen'),
    netFen: sum('netFen'),
    setAside,
  }
  return { kind: 'settlement', settlement }
}
