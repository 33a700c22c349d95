import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alipayBills } from '../../../../functions/payment/providers/alipay/bill-source.ts'
import type { Reply } from '../../../../shared/http/outgoing.ts'
import { accountBill, bundle, type Footers, gbk, TRADE_COLUMNS, type Trade, tradeBill, tradeRow } from './bill-files.ts'
import { answerTo, atAlipay, config, type Gateway, NOW, refusalOf, startGateway } from './gateway.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
beforeEach(() => {
  gateway.received.splice(0)
  gateway.at(MORNING_AFTER)
  gateway.reacts({ bill_download_url: gateway.fileAddress })
})
afterAll(() => gateway.stop())

const DAY = '20261120'
const HOUR = 3_600_000
/** 2026-11-20 00:00 in Beijing. */
const MIDNIGHT = Date.UTC(2026, 10, 19, 16)
const MORNING_AFTER = MIDNIGHT + 34.5 * HOUR

const payment: Trade = {
  tradeNo: '2026112001',
  order: 'order1',
  type: '交易',
  at: '2026-11-20 11:59:58',
  yuan: '10.00',
  fee: '-0.06',
}
const discounted: Trade = {
  ...payment,
  tradeNo: '2026112002',
  order: 'order2',
  received: '8.00',
  discount: '2.00',
  fee: '0.00',
}
const refund: Trade = {
  ...payment,
  type: '退款',
  at: '2026-11-20 12:00:01',
  yuan: '-9.00',
  refund: 'order1v1',
  fee: '0.05',
}
const unasked: Trade = { ...refund, refund: '', yuan: '-1.00', fee: '0.00' }

const footers: Footers = {
  trades: '2笔，商家实收共18.00元，商家优惠共2.00元',
  refunds: '2笔，商家实收退款共-10.00元，商家优惠退款共0.00元',
}
const good = tradeBill([payment, discounted, refund, unasked].map(tradeRow), footers)

const served = (file: Buffer) => {
  gateway.serves({ status: 200, body: file })
  return gateway.bills.tradeBill(DAY)
}

describe('a trade bill', () => {
  it('is read to the fen, payments and refunds', async () => {
    const file = bundle(good)
    expect(await served(file)).toEqual({
      kind: 'bill',
      bill: {
        channel: 'alipay',
        day: DAY,
        rows: [
          {
            kind: 'payment',
            outTradeNo: 'order1',
            transactionId: '2026112001',
            fen: 1000,
            feeFen: 6,
            at: MIDNIGHT + 12 * HOUR - 2000,
          },
          {
            kind: 'payment',
            outTradeNo: 'order2',
            transactionId: '2026112002',
            fen: 1000,
            feeFen: 0,
            at: MIDNIGHT + 12 * HOUR - 2000,
          },
          {
            kind: 'refund',
            outTradeNo: 'order1',
            transactionId: '2026112001',
            outRefundNo: 'order1v1',
            fen: 900,
            feeFen: -5,
            at: MIDNIGHT + 12 * HOUR + 1000,
          },
          {
            kind: 'refund',
            outTradeNo: 'order1',
            transactionId: '2026112001',
            outRefundNo: '',
            fen: 100,
            feeFen: 0,
            at: MIDNIGHT + 12 * HOUR + 1000,
          },
        ],
        totals: { paidFen: 2000, refundedFen: 1000, feeFen: 1 },
        file: { name: 'alipay-trade-20261120.zip', sha256: sha256(file), bytes: file.length },
      },
    })
  })

  it('is asked for by a signed call, and its link is fetched as it is, with nothing of ours', async () => {
    await served(bundle(good))
    const [call, file] = gateway.received
    expect(JSON.parse(call?.params.biz_content ?? '')).toEqual({ bill_type: 'trade', bill_date: '2026-11-20' })
    expect(atAlipay.checkNotifySignV2(call?.params)).toBe(true)
    expect(file).toMatchObject({ method: 'GET', body: '', params: { bizType: 'trade', token: 'a+b' } })
    expect(gateway.received).toHaveLength(2)
  })

  it('of a day with nothing in it', async () => {
    const none = {
      trades: '0笔，商家实收共0.00元，商家优惠共0.00元',
      refunds: '0笔，商家实收退款共0.00元，商家优惠退款共0.00元',
    }
    expect(await served(bundle(tradeBill([], none)))).toMatchObject({
      kind: 'bill',
      bill: { rows: [], totals: { paidFen: 0, refundedFen: 0, feeFen: 0 } },
    })
  })

  it('reads the charge whatever its sign, and columns in any order or width of brackets', async () => {
    const flipped = good.replace(',-0.06,', ',0.06,').replace(',0.05,', ',-0.05,').replaceAll('（元）', '(元)')
    expect(await served(bundle(flipped))).toMatchObject({ bill: { totals: { feeFen: 1 } } })
    const [first = '', second = '', ...rest] = TRADE_COLUMNS.split(',')
    const swapped = good.replace(TRADE_COLUMNS, [second, first, ...rest].join(','))
    expect(await served(bundle(swapped))).toMatchObject({ bill: { rows: [{ outTradeNo: '2026112001' }, {}, {}, {}] } })
  })
})

describe('a damaged trade bill', () => {
  const damaged = (reason: string) => ({ kind: 'damaged', reason })

  it.each([
    { name: "another account's", text: good.replace(config.sellerId, '2088102146225136'), reason: 'account' },
    {
      name: "another day's",
      text: good.replace('#起始日期：[2026年11月20日', '#起始日期：[2026年11月19日'),
      reason: 'day',
    },
    {
      name: 'no table',
      text: good
        .split('\r\n')
        .filter((line) => line.startsWith('#'))
        .join('\n'),
      reason: 'header',
    },
    { name: 'a column missing', text: good.replaceAll('业务类型', '类型'), reason: 'row 1: 业务类型' },
    { name: 'a cell too many', text: good.replace('*某', '*某,某'), reason: 'row 1: cells' },
    { name: 'a line cut off', text: good.replace(/(\r\n2026112002.*?),[^\r]*/, '$1'), reason: 'row 2: cells' },
    { name: 'an unknown kind', text: good.replace('\t,退款\t', '\t,转账\t'), reason: 'row 3: 业务类型' },
    {
      name: 'an amount of three decimals',
      text: good.replace('10.00,10.00', '10.001,10.00'),
      reason: 'row 1: 订单金额(元)',
    },
    { name: 'an amount in words', text: good.replace('10.00,10.00', '十元,10.00'), reason: 'row 1: 订单金额(元)' },
    { name: 'a payment of nothing', text: good.replace('10.00,10.00', '0.00,10.00'), reason: 'row 1: 订单金额(元)' },
    { name: 'a refund that is income', text: good.replace('-9.00,-9.00', '9.00,-9.00'), reason: 'row 3: 订单金额(元)' },
    { name: 'an hour that does not exist', text: good.replace('11:59:58', '25:59:58'), reason: 'row 1: 完成时间' },
    { name: 'no number of the order', text: good.replace('order1\t', '\t'), reason: 'row 1: 商户订单号' },
    { name: 'one fen more received', text: good.replace('10.00,10.00', '10.00,10.01'), reason: 'total: 交易' },
    {
      name: 'another discount',
      text: good.replace('8.00,0.00,0.00,0.00,2.00', '8.00,0.00,0.00,0.00,2.01'),
      reason: 'total: 交易',
    },
    {
      name: 'a payment more in the footer',
      text: good.replace('交易合计：2笔', '交易合计：3笔'),
      reason: 'total: 交易',
    },
    { name: 'other refunds in the footer', text: good.replace('共-10.00元', '共-10.01元'), reason: 'total: 退款' },
    { name: 'a row left out', text: good.replace(/2026112002[^\n]*\n/, ''), reason: 'total: 交易' },
    { name: 'no footer', text: good.replace(/#退款合计.*/, ''), reason: 'total: 退款' },
  ])('$name', async ({ text, reason }) => {
    expect(text).not.toBe(good)
    expect(await served(bundle(text))).toEqual(damaged(reason))
  })

  it('bytes that are not GBK, and a package without the one file', async () => {
    expect(await served(zip({ a: Buffer.from(good) }))).toEqual(damaged('encoding'))
    expect(await served(zip({ a: Uint8Array.of(0x81, 0x00) }))).toEqual(damaged('encoding'))
    expect(await served(zip({ a: gbk(good), b: gbk(good) }))).toEqual(damaged('files'))
    expect(await served(zip({ a: gbk(accountBill([], { income: '', expense: '' })) }))).toEqual(damaged('files'))
    expect(await served(zip({}))).toEqual(damaged('files'))
  })

  it('never tells what stands in it', async () => {
    const text = good.replace('*某(159****5620)', '*某(159****5620),x')
    expect(JSON.stringify(await served(bundle(text)))).not.toContain('159')
  })
})

describe('the package', () => {
  const whole = bundle(good)

  it('names do not matter, nor where they would lead', async () => {
    const paths = zip({ '../../etc/passwd': gbk(good), 'C:\\x': gbk('x'), 'a/b/': new Uint8Array() })
    expect(await served(paths)).toMatchObject({ kind: 'bill' })
  })

  it('every byte changed: the same bill, or none', async () => {
    const bills = billsOf()
    const seen = { same: 0, refused: 0 }
    const { bill } = await bills(whole)
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole)
      changed.writeUInt8(whole.readUInt8(at) ^ 0x20, at)
      const read = await bills(changed)
      if (read.kind === 'bill') expect(read.bill?.rows).toEqual(bill?.rows)
      seen[read.kind === 'bill' ? 'same' : 'refused']++
    }
    // Names, times, versions and what the local headers repeat say nothing; everything else is covered by a checksum.
    expect(seen.refused).toBeGreaterThan(seen.same)
    expect(seen.same + seen.refused).toBe(whole.length)
  })

  it('cut anywhere, is none', async () => {
    const bills = billsOf()
    for (let length = 0; length < whole.length; length += 7) {
      expect((await bills(whole.subarray(0, length))).kind).not.toBe('bill')
    }
  })

  it('that unpacks to more than its limit is not unpacked', async () => {
    const bomb = zip({ a: new Uint8Array(65 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await served(bomb)).toEqual({ kind: 'damaged', reason: 'package' })
  })

  it('that lies about its size is not unpacked past the lie', async () => {
    const bomb = zip({ a: new Uint8Array(8 * 1024 * 1024) })
    const entry = bomb.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    bomb.writeUInt32LE(10, entry + 24)
    expect(await served(bomb)).toEqual({ kind: 'damaged', reason: 'package' })
  })

  it('with more files than two and a few is not unpacked', async () => {
    const many = Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`${at}`, gbk('x')]))
    expect(await served(zip(many))).toEqual({ kind: 'damaged', reason: 'package' })
  })

  it('encrypted or packed in another way is not read', async () => {
    for (const [offset, value] of [
      [8, 1],
      [10, 12],
    ] as const) {
      const changed = Buffer.from(whole)
      changed.writeUInt16LE(value, changed.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + offset)
      expect(await served(changed)).toEqual({ kind: 'damaged', reason: 'package' })
    }
  })
})

describe('no bill', () => {
  it.each(['isp.bill_not_exist', 'BILL_NOT_EXIST'])(
    '%s: late until the next day is half over, then absent',
    async (code) => {
      gateway.reacts(refusalOf(code))
      for (const [hours, kind] of [
        [25, 'not_ready'],
        [34.5, 'not_ready'],
        [35.99, 'not_ready'],
        [36, 'absent'],
        [72, 'absent'],
      ] as const) {
        gateway.at(MIDNIGHT + hours * HOUR)
        expect(await gateway.bills.tradeBill(DAY)).toEqual({ kind })
        expect(await gateway.bills.settlement(DAY)).toEqual({ kind })
      }
    },
  )

  it.each([
    ['40004', 'isv.invalid-arguments', false],
    ['20000', 'isp.bill_not_exist', false],
    ['40006', 'isv.insufficient-isv-permissions', true],
  ])('%s %s: unavailable', async (code, subCode, repair) => {
    gateway.reacts(refusalOf(subCode, code))
    const unavailable = { kind: 'unavailable', code: subCode, ...(repair && { needsRepair: true }) }
    expect(await gateway.bills.tradeBill(DAY)).toEqual(unavailable)
  })

  it('said by nobody: an unsigned "no bill" settles nothing', async () => {
    gateway.at(MIDNIGHT + 72 * HOUR)
    const body = JSON.stringify({ error_response: refusalOf('isp.bill_not_exist') })
    gateway.reacts({ status: 200, body })
    expect(await gateway.bills.tradeBill(DAY)).toEqual({ kind: 'unavailable', code: 'isp.bill_not_exist' })
  })

  it.each([{}, { bill_download_url: '' }, { bill_download_url: 7 }, { bill_download_url: 'bill.zip' }])(
    'no link in %j',
    async (answer) => {
      gateway.reacts(answer)
      expect(await gateway.bills.tradeBill(DAY)).toEqual({ kind: 'unavailable', code: 'answer_invalid' })
    },
  )

  it.each([
    { reaction: { status: 404, body: '' }, code: 'http_404' },
    { reaction: { status: 302, body: '' }, code: 'http_302' },
    { reaction: { status: 200, body: '<html>链接已失效</html>' }, code: 'download_invalid' },
    { reaction: { status: 200, body: '' }, code: 'download_invalid' },
    { reaction: 'break', code: 'ECONNRESET' },
  ] as const)('a link that leads nowhere: $code', async ({ reaction, code }) => {
    gateway.serves(reaction)
    expect(await gateway.bills.tradeBill(DAY)).toEqual({ kind: 'unavailable', code })
  })
})

describe('where a file may be fetched from', () => {
  const fetched = async (link: string): Promise<string | undefined> => {
    const sent: string[] = []
    const call = 'alipay.data.dataservice.bill.downloadurl.query'
    const outgoing = async ({ url }: { url: string }): Promise<Reply> => {
      sent.push(url)
      return {
        kind: 'answered',
        status: 200,
        headers: {},
        body: Buffer.from(answerTo(call, { bill_download_url: link })),
      }
    }
    const answer = await alipayBills(
      { ...config, baseUrl: 'https://openapi.alipay.com' },
      { outgoing, clock: { now: () => NOW } },
    ).tradeBill(DAY)
    const code = sent.length === 1 ? 'bill_address_refused' : 'download_invalid'
    expect(answer).toEqual({ kind: 'unavailable', code })
    return sent[1]
  }

  it.each([
    [
      'http://dwbillcenter.alipay.com/downloadBillFile.resource?a=%2F',
      'https://dwbillcenter.alipay.com/downloadBillFile.resource?a=%2F',
    ],
    ['https://dwbillcenter.alipay.com/x', 'https://dwbillcenter.alipay.com/x'],
    ['https://openapi.alipay.com/x', 'https://openapi.alipay.com/x'],
    ['http://bill.sandbox.dl.alipaydev.com/x', 'https://bill.sandbox.dl.alipaydev.com/x'],
  ])('%s', async (link, url) => {
    expect(await fetched(link)).toBe(url)
  })

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/x',
    'https://evil.example/alipay.com',
    'https://alipay.com.evil.example/x',
    'https://evilalipay.com/x',
    'https://dwbillcenter.alipay.com:8080/x',
    'https://user@dwbillcenter.alipay.com/x',
    'file:///etc/passwd',
    'ftp://127.0.0.1/x',
  ])('not %s', async (link) => {
    expect(await fetched(link)).toBeUndefined()
  })
})

describe('a settlement', () => {
  const movements = [
    { type: '在线支付', income: '20.00' },
    { type: '交易退款', expense: '-10.00' },
    { type: '收费', expense: '-0.06' },
    { type: '退费', income: '0.05' },
    { type: '提现', expense: '-100.00' },
    { type: '提现', income: '30.00' },
    { type: '其它', income: '0.00', expense: '0.00' },
  ]
  const income = '3笔，共50.05元'
  const bill = accountBill(movements, { income, expense: '3笔，共-110.06元' })

  const settled = (text: string) => {
    gateway.serves({ status: 200, body: bundle(text, '账务明细') })
    return gateway.bills.settlement(DAY)
  }

  it('is what was withdrawn and charged, less what came back', async () => {
    const settlement = { kind: 'settlement', settlement: { day: DAY, settledFen: 7000, feeFen: 1 } }
    expect(await settled(bill)).toEqual(settlement)
    expect(JSON.parse(gateway.received[0]?.params.biz_content ?? '')).toMatchObject({ bill_type: 'signcustomer' })
    expect(await settled(bill.replace(',-0.06,', ',0.06,').replace('共-110.06', '共110.06'))).toEqual(settlement)
  })

  it.each([
    { name: 'another income', text: bill.replace('共50.05元', '共50.06元'), reason: 'total: 收入' },
    { name: 'a movement more', text: bill.replace('支出合计：3笔', '支出合计：4笔'), reason: 'total: 支出' },
    { name: 'another amount', text: bill.replace(',-0.06,', ',-0.07,'), reason: 'total: 支出' },
    { name: 'no amount', text: bill.replace(',-0.06,', ',x,'), reason: 'row 3: 支出金额(-元)' },
    { name: 'no type', text: bill.replace('收费\t', '\t'), reason: 'row 3: 业务类型' },
    { name: "another day's", text: bill.replace('[2026年11月20日', '[2026年11月19日'), reason: 'day' },
    { name: 'a trade bill', text: good, reason: 'files' },
  ])('damaged: $name', async ({ text, reason }) => {
    expect(await settled(text)).toEqual({ kind: 'damaged', reason })
  })
})

function zip(files: Record<string, Uint8Array>): Buffer {
  return Buffer.from(zipSync(files))
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads a package without a network. */
function billsOf() {
  const call = 'alipay.data.dataservice.bill.downloadurl.query'
  const linked = Buffer.from(answerTo(call, { bill_download_url: 'https://dwbillcenter.alipay.com/x' }))
  let file: Buffer = linked
  const source = alipayBills(config, {
    outgoing: async ({ method }) => {
      return { kind: 'answered', status: 200, headers: {}, body: method === 'POST' ? linked : file }
    },
    clock: { now: () => MORNING_AFTER },
  })
  return async (next: Buffer): Promise<{ kind: string; bill?: { rows: readonly object[] } }> => {
    file = next
    return source.tradeBill(DAY)
  }
}
