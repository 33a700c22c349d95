import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alipayBills } from '../../../../functions/vendors/alipay/bills/bill-source.ts'
import type { Reply } from '../../../../shared/http/outgoing.ts'
import { accountBill, bundle, DAY, goodTrades, HOUR, LINK_CALL, MIDNIGHT, MORNING_AFTER } from '../bill-files.ts'
import { answerTo, atAlipay, config, type Gateway, NOW, refusalOf, startGateway } from '../gateway.ts'

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

describe('a bill', () => {
  it('is asked for by a signed call, and its link is fetched as it is, with nothing of ours', async () => {
    gateway.serves({ status: 200, body: bundle(goodTrades) })
    expect(await gateway.bills.tradeBill(DAY)).toMatchObject({ kind: 'bill' })
    const [call, file] = gateway.received
    expect(JSON.parse(call?.params.biz_content ?? '')).toEqual({ bill_type: 'trade', bill_date: '2026-11-20' })
    expect(atAlipay.checkNotifySignV2(call?.params)).toBe(true)
    expect(file).toMatchObject({ method: 'GET', body: '', params: { bizType: 'trade', token: 'a+b' } })
    expect(gateway.received).toHaveLength(2)
  })

  it('of the account is asked for by its own name', async () => {
    const nothing = { income: '0笔，共0.00元', expense: '0笔，共0.00元' }
    gateway.serves({ status: 200, body: bundle(accountBill([], nothing), '账务明细') })
    const settlement = { day: DAY, settledFen: 0, feeFen: 0, netFen: 0, setAside: [] }
    expect(await gateway.bills.settlement(DAY, [])).toEqual({ kind: 'settlement', settlement })
    expect(JSON.parse(gateway.received[0]?.params.biz_content ?? '')).toMatchObject({ bill_type: 'signcustomer' })
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
        expect(await gateway.bills.settlement(DAY, [])).toEqual({ kind })
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
    const outgoing = async ({ url }: { url: string }): Promise<Reply> => {
      sent.push(url)
      return {
        kind: 'answered',
        status: 200,
        headers: {},
        body: Buffer.from(answerTo(LINK_CALL, { bill_download_url: link })),
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
