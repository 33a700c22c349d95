import { createHash } from 'node:crypto'
import { config, NOW } from './channel.ts'

/** Bills as WeChat Pay writes them: byte order mark, header, back-tick before each cell, yuan, a footer of totals. */

export type Trade = {
  kind: 'payment' | 'refund'
  outTradeNo: string
  transactionId: string
  outRefundNo?: string
  channelRefundId?: string
  state?: string
  fen: number
  feeFen: number
  at: number
  /** Text of ours and of the payer's that this service does not read. */
  goods?: string
}

export const yuan = (fen: number, decimals = 2): string => (fen / 100).toFixed(decimals)

const beijing = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const TRADE_HEADER =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,' +
  '代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const TRADE_TOTALS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

const tradeCells = (trade: Trade): string[] => {
  const isPayment = trade.kind === 'payment'
  const [paid, back] = isPayment ? [trade.fen, 0] : [0, trade.fen]
  const order = [trade.transactionId, trade.outTradeNo, 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'JSAPI']
  const refund = isPayment
    ? ['0', '0', '0.00', '0.00', '', '']
    : [trade.channelRefundId ?? '', trade.outRefundNo ?? '', yuan(back), '0.00', 'ORIGINAL', trade.state ?? 'SUCCESS']
  return [
    ...[beijing(trade.at), config.appid, config.mchid, '0', ''],
    ...order,
    ...[isPayment ? 'SUCCESS' : 'REFUND', 'OTHERS', 'CNY', yuan(paid), '0.00'],
    ...refund,
    ...[trade.goods ?? '实名认证', '', yuan(trade.feeFen, 5), '0.60%', yuan(paid), yuan(back), ''],
  ]
}

const line = (cells: readonly string[]): string => `\`${cells.join(',`')}`

const sum = (amounts: number[]): number => amounts.reduce((all, one) => all + one, 0)

type Style = { mark: boolean; end: string }
const usual: Style = { mark: true, end: '\r\n' }

const file = ({ mark, end }: Style, lines: string[]): Buffer =>
  Buffer.from(`${mark ? '\uFEFF' : ''}${lines.join(end)}${end}`)

export const tradeBill = (trades: readonly Trade[], style = usual): Buffer => {
  const of = (kind: Trade['kind']) => sum(trades.filter((trade) => trade.kind === kind).map((trade) => trade.fen))
  const [paid, back, fee] = [of('payment'), of('refund'), sum(trades.map(({ feeFen }) => feeFen))]
  const totals = [`${trades.length}.0`, yuan(paid), yuan(back), '0.0', yuan(fee, 5), yuan(paid), yuan(back)]
  return file(style, [TRADE_HEADER, ...trades.map((trade) => line(tradeCells(trade))), TRADE_TOTALS, line(totals)])
}

/** A payment and the refunds of P7, of the twentieth of November. */
export const trades: readonly Trade[] = [
  {
    kind: 'payment',
    outTradeNo: '0193a1b2c3d4e5f60718293a4b5c6d7e',
    transactionId: '4200001234202611201234567890',
    fen: 1000,
    feeFen: 6,
    at: NOW,
  },
  {
    kind: 'refund',
    outTradeNo: '0193a1b2c3d4e5f60718293a4b5c6d7e',
    transactionId: '4200001234202611201234567890',
    outRefundNo: '0193a1b2c3d4e5f60718293a4b5c6d7ev1',
    channelRefundId: '50000305742018020103387128253',
    fen: 900,
    feeFen: -5,
    at: NOW + 60_000,
  },
]

/** `voucher`: the merchant's number, ours unless said. */
export type Move = { name: string; type: string; income: boolean; fen: number; remark?: string; voucher?: string }

const FUND_HEADER =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号'
const FUND_TOTALS = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额'

export const fundBill = (moves: readonly Move[], header = FUND_HEADER): Buffer => {
  const rows = moves.map(({ name, type, income, fen, remark, voucher }) =>
    line([
      beijing(NOW),
      '50000305742018020103387128253',
      '1900',
      name,
      type,
      income ? '收入' : '支出',
      yuan(fen),
      '0.17',
      'system',
      remark ?? '',
      voucher ?? '0193a1b2c3d4e5f60718293a4b5c6d7e',
    ]),
  )
  const side = (income: boolean) => moves.filter((move) => move.income === income).map(({ fen }) => fen)
  const [ins, outs] = [side(true), side(false)]
  const totals = [moves.length, ins.length, yuan(sum(ins)), outs.length, yuan(sum(outs))].map(String)
  return file(usual, [header, ...rows, FUND_TOTALS, line(totals)])
}

/** The columns turned round in every line: header, rows and totals. */
export const turned = (bytes: Buffer): Buffer =>
  Buffer.from(
    bytes
      .toString()
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
      .map((line) =>
        line.startsWith('`')
          ? `\`${line.slice(1).split(',`').toReversed().join(',`')}`
          : line.split(',').toReversed().join(','),
      )
      .join('\r\n'),
  )

export const sha1 = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex')
