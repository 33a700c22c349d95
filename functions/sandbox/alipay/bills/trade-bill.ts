import { type Fen, yuan } from '../../../../shared/kernel/money.ts'
import { beijingTime } from '../../beijing.ts'
import { type Movement, onlyOf, sumOf } from '../../bill/movement.ts'
import { cell, type Sheet } from './sheet.ts'

/** Money to the merchant is positive, money from the merchant negative, and so is a charge. */
const signed = ({ kind }: Movement, fen: Fen): Fen => (kind === 'payment' ? fen : 0 - fen)

const NONE = '0.00'

const columns: readonly (readonly [string, (row: Movement) => string])[] = [
  ['支付宝交易号', (row) => cell(row.transactionId)],
  ['商户订单号', (row) => cell(row.outTradeNo)],
  ['业务类型', ({ kind, word }) => cell(word ?? (kind === 'payment' ? '交易' : '退款'))],
  ['商品名称', (row) => row.subject],
  ['创建时间', ({ orderedAt }) => beijingTime(orderedAt)],
  ['完成时间', ({ at }) => beijingTime(at)],
  ['门店编号', () => cell('')],
  ['门店名称', () => cell('')],
  ['操作员', () => cell('')],
  ['终端号', () => cell('')],
  ['对方账户', (row) => cell(row.payer)],
  ['订单金额（元）', (row) => yuan(signed(row, row.fen))],
  ['商家实收（元）', (row) => yuan(signed(row, row.fen))],
  ['支付宝红包（元）', () => NONE],
  ['集分宝（元）', () => NONE],
  ['支付宝优惠（元）', () => NONE],
  ['商家优惠（元）', () => NONE],
  ['券核销金额（元）', () => NONE],
  ['券名称', () => ''],
  ['商家红包消费金额（元）', () => cell(NONE)],
  ['卡消费金额（元）', () => NONE],
  ['退款批次号/请求号', (row) => cell(row.outRefundNo)],
  ['服务费（元）', (row) => yuan(0 - signed(row, row.feeFen))],
  ['分润（元）', () => NONE],
  ['备注', (row) => row.attach],
]

/** 业务明细: every payment and every refund. `moreFen` is what the sums say too much: 0 in a right one. */
export const tradeDetails = (rows: readonly Movement[], moreFen: Fen): Sheet => {
  const payments = onlyOf('payment', rows)
  const refunds = onlyOf('refund', rows)
  const paid = sumOf(payments, ({ fen }) => fen) + moreFen
  const back = 0 - sumOf(refunds, ({ fen }) => fen)
  return {
    title: '支付宝业务明细查询',
    list: '业务明细列表',
    columns: columns.map(([name]) => name),
    rows: rows.map((row) => columns.map(([, value]) => value(row))),
    sums: [
      `交易合计：${payments.length}笔，商家实收共${yuan(paid)}元，商家优惠共0.00元`,
      `退款合计：${refunds.length}笔，商家实收退款共${yuan(back)}元，商家优惠退款共0.00元`,
    ],
  }
}

/** 业务明细(汇总): the same day in one line. */
export const tradeSummary = (rows: readonly Movement[]): Sheet => {
  const received = yuan(sumOf(rows, (row) => signed(row, row.fen)))
  const charge = sumOf(rows, (row) => 0 - signed(row, row.feeFen))
  const counts = (['payment', 'refund'] as const).map((kind) => String(onlyOf(kind, rows).length))
  const net = yuan(sumOf(rows, (row) => signed(row, row.fen)) + charge)
  return {
    title: '支付宝业务汇总查询',
    list: '业务汇总列表',
    columns: [
      ...['门店编号', '门店名称', '交易订单总笔数', '退款订单总笔数', '订单金额（元）', '商家实收（元）'],
      ...['支付宝优惠（元）', '商家优惠（元）', '卡消费金额（元）', '服务费（元）', '分润（元）', '实收净额（元）'],
    ],
    rows: [[cell('合计'), cell(''), ...counts, received, received, NONE, NONE, NONE, yuan(charge), NONE, net]],
    sums: [],
  }
}
