import { zipSync } from 'fflate'
import type { BillSource } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import { alipayBills } from '../../../functions/vendors/alipay/bills/bill-source.ts'
import { answerTo, config } from './gateway.ts'

/** Bills as Alipay writes them: comment lines around a table, tabs after long numbers, in GBK, two files in a package. */

const gbkCodes = new Map<string, number[]>()
const decoder = new TextDecoder('gbk')

/** Numbers as this service gives them. */
export const OURS = '0193a1b2c3d4e5f60718293a4b5c6d7e'
export const OURS_TOO = '0193a1b2c3d4e5f60718293a4b5c6d7f'

for (let high = 0x81; high <= 0xfe; high++) {
  for (let low = 0x40; low <= 0xfe; low++) {
    if (low !== 0x7f) gbkCodes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
}

/** Text in GBK; Node itself only decodes it. */
export const gbk = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0)
      const bytes = code < 128 ? [code] : gbkCodes.get(letter)
      if (!bytes) throw new Error(`not in GBK: ${letter}`)
      return bytes
    }),
  )

const head = (title: string, day: string, next: string): string[] => [
  `#支付宝${title}查询`,
  `#账号：[${config.sellerId}0156]`,
  `#起始日期：[${day} 00:00:00]   终止日期：[${next} 00:00:00]`,
]

const NOVEMBER_20 = ['2026年11月20日', '2026年11月21日'] as const

const TRADE_COLUMNS =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,' +
  '支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,' +
  '退款批次号/请求号,服务费（元）,分润（元）,备注'

export type Trade = {
  tradeNo: string
  order: string
  type: string
  at: string
  yuan: string
  received?: string
  discount?: string
  refund?: string
  fee?: string
  note?: string
}

export const tradeRow = (of: Trade): string =>
  [
    `${of.tradeNo}\t,${of.order}\t,${of.type}\t,实名认证,2026-11-20 11:59:40,${of.at},\t,\t,\t,\t,*某(159****5620)\t`,
    `${of.yuan},${of.received ?? of.yuan},0.00,0.00,0.00,${of.discount ?? '0.00'},0.00,,0.00\t,0.00`,
    `${of.refund ?? ''}\t,${of.fee ?? '0.00'},0.00,${of.note ?? ''}`,
  ].join(',')

export type Footers = { trades: string; refunds: string }

/** The file of single payments and refunds. */
export const tradeBill = (
  rows: readonly string[],
  footers: Footers,
  days: readonly [string, string] = NOVEMBER_20,
): string =>
  [
    ...head('业务明细', ...days),
    '#-----------------------------------------业务明细列表----------------------------------------',
    TRADE_COLUMNS,
    ...rows,
    '#-----------------------------------------业务明细列表结束------------------------------------',
    `#交易合计：${footers.trades}`,
    `#退款合计：${footers.refunds}`,
    '#导出时间：[2026年11月21日 05:46:49]',
    '',
  ].join('\r\n')

/** `order`: the merchant's number, ours unless said. */
export type Movement = { type: string; income?: string; expense?: string; order?: string }

const movementRow = ({ type, income = '', expense = '', order = OURS }: Movement): string =>
  `54632446537371\t,2026112022001\t,${order}\t,实名认证\t,2026-11-20 21:02:06,某 (159****5620)\t,${income},${expense},14533.03,支付宝,${type}\t,`

/** The file of every movement of the account. */
export const accountBill = (movements: readonly Movement[], footers: { income: string; expense: string }): string =>
  [
    ...head('账务明细', ...NOVEMBER_20),
    '#-----------------------------------------账务明细列表----------------------------------------',
    '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注',
    ...movements.map(movementRow),
    '#-----------------------------------------账务明细列表结束------------------------------------',
    `#支出合计：${footers.expense}`,
    `#收入合计：${footers.income}`,
    '#导出时间：[2026年11月21日 05:46:49]',
    '',
  ].join('\r\n')

const summary = (title: string): string =>
  [...head(`${title}汇总`, ...NOVEMBER_20), `#----${title}汇总列表----`, '门店编号,交易订单总笔数', '合计,2', ''].join(
    '\r\n',
  )

/** A file's name in bytes that are GBK, as in Alipay's packages; fflate writes names in UTF-8 only, which is as unreadable here. */
const nameOf = (title: string): string => `${config.sellerId}0156_20261120_${title}.csv`

/** The package with that text in the one file and a summary in the other. */
export const bundle = (text: string, title = '业务明细'): Buffer =>
  Buffer.from(
    zipSync({
      [nameOf(title)]: gbk(text),
      [nameOf(`${title}(汇总)`)]: [gbk(summary(title.slice(0, 2))), { level: 0 }],
    }),
  )

export const DAY = '20261120'
export const HOUR = 3_600_000
/** 2026-11-20 00:00 in Beijing. */
export const MIDNIGHT = Date.UTC(2026, 10, 19, 16)
export const MORNING_AFTER = MIDNIGHT + 34.5 * HOUR

export const payment: Trade = {
  tradeNo: '2026112001',
  order: OURS,
  type: '交易',
  at: '2026-11-20 11:59:58',
  yuan: '10.00',
  fee: '-0.06',
}
const discounted: Trade = {
  ...payment,
  tradeNo: '2026112002',
  order: OURS_TOO,
  received: '8.00',
  discount: '2.00',
  fee: '0.00',
}
export const refund: Trade = {
  ...payment,
  type: '退款',
  at: '2026-11-20 12:00:01',
  yuan: '-9.00',
  refund: `${OURS}v1`,
  fee: '0.05',
}
const unasked: Trade = { ...refund, refund: '', yuan: '-1.00', fee: '0.00' }

export const footers: Footers = {
  trades: '2笔，商家实收共18.00元，商家优惠共2.00元',
  refunds: '2笔，商家实收退款共-10.00元，商家优惠退款共0.00元',
}
/** Two payments and two refunds, one of which was not asked for here. */
export const goodRows = [payment, discounted, refund, unasked].map(tradeRow)
export const goodTrades = tradeBill(goodRows, footers)

export const LINK_CALL = 'alipay.data.dataservice.bill.downloadurl.query'

/** A source without a network, whose link leads to that file. */
export const sourceOf = (file: Buffer): BillSource => {
  const link = Buffer.from(answerTo(LINK_CALL, { bill_download_url: 'https://dwbillcenter.alipay.com/x' }))
  return alipayBills(config, {
    outgoing: async ({ method }) => {
      return { kind: 'answered', status: 200, headers: {}, body: method === 'POST' ? link : file }
    },
    clock: { now: () => MORNING_AFTER },
  })
}
