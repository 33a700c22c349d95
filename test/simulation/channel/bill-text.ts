import type { BillRow } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { rfc3339Beijing } from '../../../shared/kernel/time.ts'

/** Lines of bills as the channels write them, as far as anybody reads them. Files are read by the real readers. */

/** A movement of the account: of a payment or refund, its charge, or another. `number` is the merchant's. */
export type Move = { kind: string; fen: Fen; number: string }

export const MERCHANT = { mchid: '1900000001', sellerId: '2088000000000001' }

const yuan = (fen: Fen): string => (fen / 100).toFixed(2)

const timeOf = (at: number): string => rfc3339Beijing(at).slice(0, 19).replace('T', ' ')

const sumOf = (fen: readonly Fen[]): Fen => fen.reduce((sum, one) => sum + one, 0)

const of = (rows: readonly BillRow[], kind: BillRow['kind']): Fen[] =>
  rows.filter((row) => row.kind === kind).map(({ fen }) => fen)

const ticked = (...cells: string[]): string => `\`${cells.join(',`')}`

const wechatTrade = (row: BillRow, goods: string, state?: string): string => {
  const [paid, back] = row.kind === 'payment' ? [row.fen, 0] : [0, row.fen]
  const named = [timeOf(row.at), MERCHANT.mchid, row.transactionId, row.outTradeNo]
  const refund = [
    row.channelRefundId ?? '0',
    row.outRefundNo ?? '0',
    yuan(back),
    '0.00',
    row.pending ? 'PROCESSING' : 'SUCCESS',
  ]
  const amounts = [`${yuan(row.feeFen)}000`, yuan(paid), yuan(back)]
  return ticked(...named, state ?? (back ? 'REFUND' : 'SUCCESS'), 'CNY', yuan(paid), ...refund, goods, ...amounts)
}

const WECHAT_TRADE =
  '交易时间,商户号,微信订单号,商户订单号,交易状态,货币种类,应结订单金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款状态,商品名称,手续费,订单金额,申请退款金额'
const WECHAT_TRADES = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

const wechatTrades = (lines: readonly string[], counted: readonly BillRow[]): string => {
  const [paid, back] = [yuan(sumOf(of(counted, 'payment'))), yuan(sumOf(of(counted, 'refund')))]
  const fee = yuan(sumOf(counted.map(({ feeFen }) => feeFen)))
  const totals = ticked(String(counted.length), paid, back, '0.00', fee, paid, back)
  return [WECHAT_TRADE, ...lines, WECHAT_TRADES, totals].join('\r\n')
}

const wechatMove = ({ kind, fen, number }: Move): string =>
  ticked('5000000000', number, kind, kind, fen < 0 ? '支出' : '收入', yuan(Math.abs(fen)), '')

const wechatMoves = (moves: readonly Move[]): string => {
  const [ins, outs] = [moves.filter(({ fen }) => fen >= 0), moves.filter(({ fen }) => fen < 0)].map((side) =>
    side.map(({ fen }) => Math.abs(fen)),
  )
  const totals = [moves, ins ?? [], outs ?? []].map(({ length }) => String(length))
  return [
    '微信支付业务单号,业务凭证号,业务名称,业务类型,收支类型,收支金额(元),备注',
    ...moves.map(wechatMove),
    '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
    ticked(totals[0] ?? '', totals[1] ?? '', yuan(sumOf(ins ?? [])), totals[2] ?? '', yuan(sumOf(outs ?? []))),
  ].join('\r\n')
}

const head = (title: string, day: string): string[] => [
  `#支付宝${title}查询`,
  `#账号：[${MERCHANT.sellerId}0156]`,
  `#起始日期：[${day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1年$2月$3日')} 00:00:00]`,
]

const alipayTrade = (row: BillRow, goods: string, type?: string): string => {
  const isPayment = row.kind === 'payment'
  const fen = yuan(isPayment ? row.fen : -row.fen)
  const named = [row.transactionId, row.outTradeNo, type ?? (isPayment ? '交易' : '退款'), goods, timeOf(row.at)]
  return [...named, fen, fen, '0.00', row.outRefundNo || (row.channelRefundId ?? ''), yuan(-row.feeFen)].join(',')
}

const alipayTrades = (lines: readonly string[], counted: readonly BillRow[], day: string): string => {
  const [paid, back] = [of(counted, 'payment'), of(counted, 'refund')]
  return [
    ...head('业务明细', day),
    '支付宝交易号,商户订单号,业务类型,商品名称,完成时间,订单金额（元）,商家实收（元）,商家优惠（元）,退款批次号/请求号,服务费（元）',
    ...lines,
    '#----业务明细列表结束----',
    `#交易合计：${paid.length}笔，商家实收共${yuan(sumOf(paid))}元，商家优惠共0.00元`,
    `#退款合计：${back.length}笔，商家实收退款共${yuan(-sumOf(back))}元，商家优惠退款共0.00元`,
  ].join('\r\n')
}

/** What the account's bill calls a payment, a refund, their charges, and what goes to the bank. */
const alipayWords: Readonly<Record<string, string>> = {
  ...{ 交易: '在线支付', 退款: '交易退款', 扣除交易手续费: '收费', 提现: '提现' },
}

const alipayMoves = (moves: readonly Move[], day: string): string => {
  const rows = moves.map(({ kind, fen, number }, at) =>
    [
      `70000000${at}`,
      number ? `42000000${number}` : '',
      number,
      fen > 0 ? yuan(fen) : '',
      fen < 0 ? yuan(fen) : '',
      alipayWords[kind] ?? kind,
    ].join(','),
  )
  const sides = [moves.filter(({ fen }) => fen > 0), moves.filter(({ fen }) => fen < 0)]
  const [income, expense] = sides.map((side) => `${side.length}笔，共${yuan(sumOf(side.map(({ fen }) => fen)))}元`)
  return [
    ...head('账务明细', day),
    '账务流水号,业务流水号,商户订单号,收入金额（+元）,支出金额（-元）,业务类型',
    ...rows,
    `#支出合计：${expense}`,
    `#收入合计：${income}`,
  ].join('\r\n')
}

export const texts = {
  wechat_pay: { trade: wechatTrade, trades: wechatTrades, moves: wechatMoves },
  alipay: { trade: alipayTrade, trades: alipayTrades, moves: alipayMoves },
}
