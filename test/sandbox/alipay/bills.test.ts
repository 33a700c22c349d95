import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { downloadBill } from '../../../functions/sandbox/alipay/bills/bills.ts'
import { buy } from '../../../functions/sandbox/alipay/pay.ts'
import { giveBack, withdraw } from '../../../functions/sandbox/control/money.ts'
import { ANYTHING, armFault } from '../../../functions/sandbox/faults.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { merchantOf } from './merchant.ts'

const keys = makeKeys()
const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR
/** 10:00 in Beijing on the day after. */
const READY = NOON + 22 * HOUR

const gbk = new TextDecoder('gbk', { fatal: true })

/** The files of an archive by name; the channel writes names in GBK, too, without saying so. */
const filesIn = (archive: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [
      gbk.decode(Buffer.from(name, 'latin1')),
      gbk.decode(bytes),
    ]),
  )

/** A table as rows by column name, and the remarks below it. */
const read = (text: string) => {
  const lines = text.split('\r\n')
  const start = lines.findIndex((line) => line.startsWith('#---'))
  const end = lines.findIndex((line) => line.startsWith('#---') && line.includes('结束'))
  const [titles = [], ...rows] = lines.slice(start + 1, end).map((line) => line.split(',').map((cell) => cell.trim()))
  const named = rows.map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at] ?? ''])))
  return { rows: named, head: lines.slice(0, start), foot: lines.slice(end + 1) }
}

const started = () => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  const paid = async (outTradeNo: string, total_amount = '10.00') => {
    await merchant.precreate(outTradeNo, { total_amount })
    await buy(stage.sandbox, { outTradeNo }, {}, { drop: true })
  }
  const fetched = async (day = '2026-11-20', type = 'trade') => {
    const { body } = await merchant.askBill(day, type)
    const url = new URL(String(body.bill_download_url))
    const answer = await downloadBill(stage.sandbox, url.search.slice(1))
    const archive = Buffer.from(answer.bytes ?? [])
    return { url, archive, files: () => filesIn(archive) }
  }
  const details = async (type = 'trade') => {
    const files = (await fetched('2026-11-20', type)).files()
    const kind = type === 'trade' ? '业务明细' : '账务明细'
    const file = (name: string) => read(files[`${keys.secret.alipaySellerId}0156_20261120_${name}.csv`] ?? '')
    return { details: file(kind), summary: file(`${kind}(汇总)`) }
  }
  const pass = (ms: number) => {
    stage.world.now += ms
  }
  return { stage, merchant, paid, fetched, details, pass }
}

const fenOf = (yuan: string | undefined): number => Math.round(Number(yuan) * 100)
const sum = (rows: Record<string, string>[], name: string): number =>
  rows.reduce((total, row) => total + fenOf(row[name]), 0)

describe('the trade bill', () => {
  it('is a zip of two tables in GBK, remarks behind hashes, text cells with a tab', async () => {
    const { paid, fetched, stage } = started()
    await paid('order_0001')
    stage.world.now = READY
    const { url, files } = await fetched()
    expect(url.href).toContain('http://127.0.0.1:4000/sandbox/alipay/downloadBillFile.resource?bizType=trade')
    const seller = keys.secret.alipaySellerId
    expect(Object.keys(files())).toEqual([
      `${seller}0156_20261120_业务明细.csv`,
      `${seller}0156_20261120_业务明细(汇总).csv`,
    ])
    const lines = (Object.values(files())[0] ?? '').split('\r\n')
    expect(lines.slice(0, 5)).toEqual([
      '#支付宝业务明细查询',
      `#账号：[${seller}0156]`,
      '#起始日期：[2026年11月20日 00:00:00]   终止日期：[2026年11月21日 00:00:00]',
      '#-----------------------------------------业务明细列表----------------------------------------',
      '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注',
    ])
    expect(lines[5]).toMatch(/^20261120\d+\t,order_0001\t,交易\t,实名认证 · 会员,2026-11-20 12:00:00,/)
    expect(lines.slice(6)).toEqual([
      '#-----------------------------------------业务明细列表结束------------------------------------',
      '#交易合计：1笔，商家实收共10.00元，商家优惠共0.00元',
      '#退款合计：0笔，商家实收退款共0.00元，商家优惠退款共0.00元',
      '#导出时间：[2026年11月21日 06:00:00]',
      '',
    ])
  })

  it('has what moved on the day, refunds negative with their number, charges against the merchant', async () => {
    const { paid, merchant, details, stage, pass } = started()
    pass(-13 * HOUR)
    await paid('order_0000')
    pass(13 * HOUR)
    await paid('order_0001')
    await paid('order_0002', '1.00')
    pass(5 * SECOND)
    await merchant.refund('order_0001', 'refund_0001', '9.00')
    await merchant.refund('order_0000', 'refund_0000', '10.00')
    stage.world.now = READY
    const { details: bill, summary } = await details()
    const shown = bill.rows.map((row) => [
      row.业务类型,
      row.商户订单号,
      row['退款批次号/请求号'],
      row['商家实收（元）'],
      row['服务费（元）'],
    ])
    expect(shown).toEqual([
      ['交易', 'order_0001', '', '10.00', '-0.06'],
      ['交易', 'order_0002', '', '1.00', '-0.01'],
      ['退款', 'order_0000', 'refund_0000', '-10.00', '0.06'],
      ['退款', 'order_0001', 'refund_0001', '-9.00', '0.05'],
    ])
    expect(bill.rows[3]).toMatchObject({ 创建时间: '2026-11-20 12:00:00', 完成时间: '2026-11-20 12:00:05' })
    expect(bill.foot.slice(0, 2)).toEqual([
      '#交易合计：2笔，商家实收共11.00元，商家优惠共0.00元',
      '#退款合计：2笔，商家实收退款共-19.00元，商家优惠退款共0.00元',
    ])
    expect(summary.rows).toMatchObject([
      { 门店编号: '合计', 交易订单总笔数: '2', 退款订单总笔数: '2', '商家实收（元）': '-8.00', '服务费（元）': '0.04' },
    ])
    expect(fenOf(summary.rows[0]?.['商家实收（元）'])).toBe(sum(bill.rows, '商家实收（元）'))
    expect(fenOf(summary.rows[0]?.['实收净额（元）'])).toBe(
      sum(bill.rows, '商家实收（元）') + sum(bill.rows, '服务费（元）'),
    )
  })

  it('has a refund that was forced, and a late one only on the day its money moved', async () => {
    const { paid, merchant, details, stage, pass } = started()
    await paid('order_0001')
    await paid('order_0002')
    await giveBack(stage.sandbox, { outTradeNo: 'order_0001', refundFen: 1000 })
    pass(12 * HOUR - SECOND)
    await armFault(stage.sandbox, 'alipay_refund', ANYTHING, 'pending', 1)
    await merchant.refund('order_0002', 'refund_0002', '10.00')
    stage.world.now = READY + DAY
    const { rows } = (await details()).details
    expect(rows.filter((row) => row.业务类型 === '退款').map((row) => row['退款批次号/请求号'])).toEqual([
      expect.stringMatching(/^HZ01RF001/),
    ])
  })
})

describe('the fund bill', () => {
  it('moves the balance by what happened, charges beside it', async () => {
    const { paid, merchant, details, stage, pass } = started()
    pass(-DAY)
    await paid('order_0000')
    pass(DAY)
    await paid('order_0001')
    await merchant.refund('order_0001', 'refund_0001', '9.00')
    pass(SECOND)
    await withdraw(stage.sandbox, { channel: 'alipay', fen: 500 })
    stage.world.now = READY
    const { details: bill, summary } = await details('signcustomer')
    expect(
      bill.rows.map((row) => [row.业务类型, row['收入金额（+元）'], row['支出金额（-元）'], row['账户余额（元）']]),
    ).toEqual([
      ['在线支付', '10.00', '0.00', '19.94'],
      ['收费', '0.00', '-0.06', '19.88'],
      ['交易退款', '0.00', '-9.00', '10.88'],
      ['退费', '0.05', '0.00', '10.93'],
      ['提现', '0.00', '-5.00', '5.93'],
    ])
    expect(bill.foot.slice(0, 2)).toEqual(['#支出合计：3笔，共-14.06元', '#收入合计：2笔，共10.05元'])
    expect(summary.rows.map((row) => [row.类型, row['总金额（元）']])).toEqual([
      ['在线支付', '10.00'],
      ['收费', '-0.06'],
      ['交易退款', '-9.00'],
      ['退费', '0.05'],
      ['提现', '-5.00'],
    ])
  })
})

describe('asking for a bill', () => {
  it.each([
    [NOON, 'invalid_arguments'],
    [READY - 10 * HOUR, 'isp.bill_not_exist'],
    [READY - 1, 'isp.bill_not_exist'],
    [READY + 93 * DAY, 'isp.bill_not_exist'],
  ])('at %d answers %s', async (now, sub_code) => {
    const { paid, merchant, stage } = started()
    await paid('order_0001')
    stage.world.now = now
    expect(await merchant.askBill('2026-11-20')).toMatchObject({ signed: true, body: { code: '40004', sub_code } })
  })

  it('of a day without money finds none, and of no day or kind is refused', async () => {
    const { merchant, stage } = started()
    stage.world.now = READY
    expect((await merchant.askBill('2026-11-19')).body.sub_code).toBe('isp.bill_not_exist')
    for (const [day, type] of [
      ['2026-02-30', 'trade'],
      ['2026-11', 'trade'],
      ['2026-11-20', 'other'],
    ] as const)
      expect((await merchant.askBill(day, type)).body.sub_code).toBe('invalid_arguments')
  })

  it('gives an address for thirty seconds', async () => {
    const { paid, fetched, stage } = started()
    await paid('order_0001')
    stage.world.now = READY
    const { url } = await fetched()
    stage.world.now += 30 * SECOND
    expect((await downloadBill(stage.sandbox, url.search.slice(1))).status).toBe(200)
    stage.world.now += 1
    expect((await downloadBill(stage.sandbox, url.search.slice(1))).status).toBe(404)
    expect((await downloadBill(stage.sandbox, 'token=made-up')).status).toBe(404)
  })
})

describe('faults', () => {
  it('damage the archive, or its sums', async () => {
    const { paid, fetched, details, stage } = started()
    await paid('order_0001')
    stage.world.now = READY
    await armFault(stage.sandbox, 'alipay_bill', '20261120', 'damaged', 1)
    const { files } = await fetched()
    expect(files).toThrow()
    await armFault(stage.sandbox, 'alipay_bill', ANYTHING, 'wrong_totals', 1)
    expect((await details()).details.foot[0]).toContain('商家实收共10.01元')
  })

  it('leave out, make up or change rows, with sums that agree', async () => {
    const { paid, merchant, details, stage } = started()
    await paid('order_0001')
    await paid('order_0002')
    await merchant.refund('order_0001', 'refund_0001', '9.00')
    stage.world.now = READY
    await armFault(stage.sandbox, 'alipay_bill_row', 'order_0002', 'amount_differs', 1)
    await armFault(stage.sandbox, 'alipay_bill_row', 'refund_0001', 'missing_row', 1)
    await armFault(stage.sandbox, 'alipay_bill_row', 'order_0009', 'extra_row', 1)
    const { details: bill } = await details()
    expect(bill.rows.map((row) => [row.商户订单号, row['商家实收（元）']]).toSorted()).toEqual([
      ['order_0001', '10.00'],
      ['order_0002', '10.01'],
      ['order_0009', '1.00'],
    ])
    expect(bill.foot.slice(0, 2)).toEqual([
      '#交易合计：3笔，商家实收共21.01元，商家优惠共0.00元',
      '#退款合计：0笔，商家实收退款共0.00元，商家优惠退款共0.00元',
    ])
    expect((await details()).details.rows).toHaveLength(3)
    expect((await details()).details.rows.map((row) => row.商户订单号)).not.toContain('order_0009')
  })

  it('let other tills on the account have rows, in sums too', async () => {
    const { paid, details, stage } = started()
    await paid('order_0001')
    stage.world.now = READY
    await armFault(stage.sandbox, 'alipay_bill', '20261120', 'other_tills', 1)
    const { details: bill } = await details()
    expect(bill.foot.slice(0, 2)).toEqual([
      '#交易合计：5笔，商家实收共112.00元，商家优惠共0.00元',
      '#退款合计：1笔，商家实收退款共-25.50元，商家优惠退款共0.00元',
    ])
    expect((await details()).details.rows).toHaveLength(1)
  })

  it('refuse: none there', async () => {
    const { paid, merchant, stage } = started()
    await paid('order_0001')
    stage.world.now = READY
    await armFault(stage.sandbox, 'alipay_bill', '20261120', 'not_exists', 1)
    expect((await merchant.askBill('2026-11-20')).body.sub_code).toBe('isp.bill_not_exist')
    expect((await merchant.askBill('2026-11-20')).body.code).toBe('10000')
  })
})
