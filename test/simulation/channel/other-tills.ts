import type { BillRow } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import type { PaymentChannel } from '../../../functions/payment/paying/provider.ts'
import { beijingDayStart, HOUR } from '../../../shared/kernel/time.ts'
import { type Move, texts } from './bill-text.ts'

/** What other tills on the same merchant account have in a day's bills. `row` is what a line adds to the totals. */
type Others = { trades: { row: BillRow; line: string }[]; moves: Move[] }

type Odd = { row?: Partial<BillRow>; goods?: string; kind?: string; line?: (line: string) => string }

/** One of every kind of row that once damaged a day. */
const odd: Record<PaymentChannel, readonly Odd[]> = {
  wechat_pay: [
    {},
    { goods: '苹果,`梨\n"桃",' },
    { row: { kind: 'refund', outRefundNo: 'BACK', channelRefundId: '5030000000' } },
    { kind: 'REVOKED' },
    { row: { outTradeNo: '' } },
    { line: (line) => line.replace('CNY', 'USD') },
  ],
  alipay: [
    {},
    { goods: '苹果, 梨' },
    { goods: '"一行\n又, 一行"' },
    { row: { kind: 'refund', outRefundNo: 'BACK' }, line: (line) => line.replace(/-(\d+\.\d\d),-/, '$1,') },
    { row: { outTradeNo: '' } },
    { kind: '转账' },
  ],
}

/** `手续费` and `分账` are of the account, not of any payment of ours; the last one says nothing at all. */
const moves: readonly Move[] = [
  { kind: '交易', fen: 2550, number: 'TILL' },
  { kind: '扣除交易手续费', fen: -15, number: 'TILL' },
  { kind: '商家转账', fen: -700, number: 'B2C' },
  { kind: '分账', fen: -300, number: '' },
  { kind: '保证金', fen: 10_000, number: '' },
  { kind: '', fen: -1, number: '' },
]

/** A seed by which every row is in the bills of every day. */
export const EVERY_ROW = -1

const drawnFor = (day: string, seed: number): number => {
  if (seed === EVERY_ROW || seed === 0) return seed
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(Number(day), 0x85ebca6b)) >>> 16
}

/** What of that stands in the bills of a day; the same whenever they are asked for. `seed`: which rows, 0 for none. */
export const othersOn = (channel: PaymentChannel, day: string, seed: number): Others => {
  const drawn = drawnFor(day, seed)
  const isIn = (_one: unknown, at: number): boolean => ((drawn >> at) & 1) === 1
  const trades = odd[channel].filter(isIn).map(({ row, goods = '茶', kind, line = (one) => one }, at) => {
    const number = `4200000000${at}`
    const of = { outTradeNo: `TILL${at}`, transactionId: number, fen: 2550, feeFen: 15 }
    const whole: BillRow = { kind: 'payment', ...of, at: beijingDayStart(day) + 12 * HOUR, ...row }
    return { row: whole, line: line(texts[channel].trade(whole, goods, kind)) }
  })
  return { trades, moves: moves.filter((one, at) => isIn(one, at + 6)) }
}
