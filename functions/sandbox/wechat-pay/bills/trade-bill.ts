import { type Fen, yuan } from '../../../../shared/kernel/money.ts'
import { beijingTime } from '../../beijing.ts'
import { type Movement, onlyOf, sumOf } from '../../bill/movement.ts'
import type { WeChatPayKeys } from '../../sandbox.ts'
import { csv } from './csv.ts'

/** Charges have five decimals in the real file, although no part of a fen is charged. */
const charge = (fen: Fen): string => `${yuan(fen)}000`

type Cell = (row: Movement, keys: WeChatPayKeys) => string

const ofPayment =
  (value: (row: Movement) => string, otherwise: string): Cell =>
  (row) =>
    row.kind === 'payment' ? value(row) : otherwise

const ofRefund =
  (value: (row: Movement) => string, otherwise: string): Cell =>
  (row) =>
    row.kind === 'refund' ? value(row) : otherwise

const amount = ({ fen }: Movement): string => yuan(fen)

const columns: readonly (readonly [string, Cell])[] = [
  ['交易时间', ({ at }) => beijingTime(at)],
  ['公众账号ID', (_, keys) => keys.appid],
  ['商户号', (_, keys) => keys.mchid],
  ['特约商户号', () => '0'],
  ['设备号', () => ''],
  ['微信订单号', (row) => row.transactionId],
  ['商户订单号', (row) => row.outTradeNo],
  ['用户标识', (row) => row.payer],
  ['交易类型', (row) => row.way],
  ['交易状态', ({ kind, word }) => word ?? (kind === 'payment' ? 'SUCCESS' : 'REFUND')],
  ['付款银行', () => 'OTHERS'],
  ['货币种类', () => 'CNY'],
  ['应结订单金额', ofPayment(amount, '0.00')],
  ['代金券金额', () => '0.00'],
  ['微信退款单号', ofRefund((row) => row.refundId, '0')],
  ['商户退款单号', ofRefund((row) => row.outRefundNo, '0')],
  ['退款金额', ofRefund(amount, '0.00')],
  ['充值券退款金额', () => '0.00'],
  ['退款类型', ofRefund(() => 'ORIGINAL', '')],
  ['退款状态', ofRefund((row) => row.refundState, '')],
  ['商品名称', (row) => row.subject],
  ['商户数据包', (row) => row.attach],
  ['手续费', ({ kind, feeFen }) => charge(kind === 'payment' ? feeFen : 0 - feeFen)],
  ['费率', () => '0.60%'],
  ['订单金额', ofPayment(amount, '0.00')],
  ['申请退款金额', ofRefund(amount, '0.00')],
  ['费率备注', () => ''],
]

/** The trade bill of type ALL. `moreFen` is what its totals say too much: 0 in a right one. */
export const tradeBill = (rows: readonly Movement[], keys: WeChatPayKeys, moreFen: Fen): string => {
  const payments = onlyOf('payment', rows)
  const refunds = onlyOf('refund', rows)
  const paid = yuan(sumOf(payments, ({ fen }) => fen) + moreFen)
  const back = yuan(sumOf(refunds, ({ fen }) => fen))
  const charged = sumOf(payments, ({ feeFen }) => feeFen) - sumOf(refunds, ({ feeFen }) => feeFen)
  return csv(
    columns.map(([title]) => title),
    rows.map((row) => columns.map(([, cell]) => cell(row, keys))),
    [
      ['总交易单数', String(rows.length)],
      ['应结订单总金额', paid],
      ['退款总金额', back],
      ['充值券退款总金额', '0.00'],
      ['手续费总金额', charge(charged)],
      ['订单总金额', paid],
      ['申请退款总金额', back],
    ],
  )
}
