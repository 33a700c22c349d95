import { AlipaySdk } from 'alipay-sdk'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadBill } from '../../../functions/sandbox/alipay/bills/bills.ts'
import { serveAlipay } from '../../../functions/sandbox/alipay/gateway.ts'
import { alipayBillRoute, alipayRoute } from '../../../functions/sandbox/alipay.route.ts'
import { buyerPays } from '../../../functions/sandbox/control/alipay-pay.ts'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { bound } from '../../../shared/http/endpoint.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { serve } from '../../http-event.ts'
import { listen } from '../server.ts'
import { answering, makeKeys, stageOf } from '../stage.ts'
import { clockTime, NOTIFY_URL } from './merchant.ts'

const keys = makeKeys()
const stage = stageOf(keys)
const NO = '0192f0c4a5b67c8d9e0f1a2b3c4d5e6f'
const faults = {
  duplicates: 0,
  delayMs: 0,
  dropNotification: false,
  payAfterClose: false,
  signtest: false,
  scanOnly: false,
}

const handler = serve(
  { now: () => Date.now(), request: () => {}, fault: () => {} },
  bound(alipayRoute, async (request) => ok(await serveAlipay(stage.sandbox, request))),
  bound(alipayBillRoute, async ({ rawQuery }) => ok(await downloadBill(stage.sandbox, rawQuery))),
)

let server: Awaited<ReturnType<typeof listen>>
let client: AlipaySdk

beforeAll(async () => {
  server = await listen(handler, (method, _, path) =>
    path.startsWith(alipayBillRoute.path) ? `${method} ${alipayBillRoute.path}` : `ANY ${alipayRoute.path}`,
  )
  stage.sandbox.publicUrl = `http://127.0.0.1:${server.port}`
  client = new AlipaySdk({
    appId: keys.secret.alipayAppId,
    privateKey: keys.appPrivateKey,
    keyType: 'PKCS8',
    alipayPublicKey: keys.alipayPublicKey,
    gateway: `${stage.sandbox.publicUrl}${alipayRoute.path}`,
  })
  stage.world.now = Date.now()
})

afterAll(() => server.close())

/** Every answer is verified: without this the SDK believes anybody. */
const exec = (method: string, bizContent: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  client.exec(method, { ...more, bizContent }, { validateSign: true })

const order = (outTradeNo: string) => ({
  outTradeNo,
  totalAmount: '10.00',
  subject: '实名认证 · 会员 / 100%',
  timeExpire: clockTime(stage.world.now + 30 * 60_000),
})

/** What arrived at the merchant since the last look, as the SDK wants it. */
const received = async () => {
  await stage.runQueue()
  return stage.received.splice(0).map(({ body }) => Object.fromEntries(new URLSearchParams(body ?? '')))
}

describe('the official SDK understands the channel', () => {
  it('from the code to the refund, and takes its notifications for genuine', async () => {
    stage.world.merchant = () => answering(200, 'success')
    const made = await exec('alipay.trade.precreate', order(NO), { notifyUrl: NOTIFY_URL })
    expect(made).toMatchObject({ code: '10000', outTradeNo: NO })
    expect(await exec('alipay.trade.query', { outTradeNo: NO })).toMatchObject({ subCode: 'ACQ.TRADE_NOT_EXIST' })

    const paid = await buyerPays(stage.sandbox, { qrCode: String(made.qrCode), faults })
    expect(paid).toMatchObject({ ok: true, value: { paidFen: 1000 } })
    const found = await exec('alipay.trade.query', { outTradeNo: NO })
    expect(found).toMatchObject({ tradeStatus: 'TRADE_SUCCESS', totalAmount: '10.00' })

    const [notified = {}] = await received()
    expect(client.checkNotifySignV2(notified)).toBe(true)
    expect(client.checkNotifySignV2({ ...notified, total_amount: '1.00' })).toBe(false)
    expect(notified).toMatchObject({ out_trade_no: NO, trade_status: 'TRADE_SUCCESS', trade_no: found.tradeNo })

    const refund = { outTradeNo: NO, outRequestNo: `${NO}v1`, refundAmount: '9.00', refundReason: '信息不一致' }
    expect(await exec('alipay.trade.refund', refund)).toMatchObject({
      code: '10000',
      fundChange: 'Y',
      refundFee: '9.00',
    })
    expect(await exec('alipay.trade.refund', refund)).toMatchObject({ code: '10000', fundChange: 'N' })
    const asked = { outTradeNo: NO, outRequestNo: `${NO}v1`, queryOptions: ['gmt_refund_pay'] }
    expect(await exec('alipay.trade.fastpay.refund.query', asked)).toMatchObject({
      refundStatus: 'REFUND_SUCCESS',
      refundAmount: '9.00',
    })
    const [again = {}] = await received()
    expect(client.checkNotifySignV2(again)).toBe(true)
    expect(again).toMatchObject({ trade_status: 'TRADE_SUCCESS', refund_fee: '9.00', out_biz_no: `${NO}v1` })
  })

  it('by a page, by address and by form', async () => {
    for (const [method, product] of [
      ['alipay.trade.wap.pay', 'QUICK_WAP_WAY'],
      ['alipay.trade.page.pay', 'FAST_INSTANT_TRADE_PAY'],
    ] as const) {
      const outTradeNo = `${NO.slice(0, 20)}_${product}`
      const bizContent = { ...order(outTradeNo), productCode: product }
      const formUrl = client.pageExecute(method, 'GET', { bizContent, notifyUrl: NOTIFY_URL })
      expect(await (await fetch(formUrl)).text()).toContain('¥10.00')
      expect(await buyerPays(stage.sandbox, { formUrl, faults })).toMatchObject({ ok: true, value: { outTradeNo } })
      const form = client.pageExecute(method, 'POST', { bizContent: { ...bizContent, outTradeNo: `${outTradeNo}f` } })
      const action = /action="([^"]+)"/.exec(form)?.[1] ?? ''
      const inputs = [...form.matchAll(/name="(\w+)" value="([^"]*)" \/>/g)]
      const pairs = inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')])
      const body = new URLSearchParams(Object.fromEntries(pairs))
      expect(await (await fetch(action, { method: 'POST', body })).text()).toContain(`${outTradeNo}f`)
    }
  })

  it('closing and errors', async () => {
    const other = NO.replace('0', '1')
    await exec('alipay.trade.precreate', order(other))
    expect(await exec('alipay.trade.close', { outTradeNo: other })).toMatchObject({ subCode: 'ACQ.TRADE_NOT_EXIST' })
    await buyerPays(stage.sandbox, { outTradeNo: other, faults: { ...faults, scanOnly: true } })
    expect(await exec('alipay.trade.close', { outTradeNo: other })).toMatchObject({ code: '10000' })
  })

  it('and refuses an answer whose signature is spoilt', async () => {
    await armFault(stage.sandbox, 'alipay_query', NO, 'wrong_signature', 1)
    await expect(exec('alipay.trade.query', { outTradeNo: NO })).rejects.toThrow('验签失败')
  })

  it('a bill, fetched over the wire byte for byte', async () => {
    const day = clockTime(stage.world.now).slice(0, 10)
    stage.world.now += 48 * 3_600_000
    const asked = await exec('alipay.data.dataservice.bill.downloadurl.query', { billType: 'trade', billDate: day })
    const answer = await fetch(String(asked.billDownloadUrl))
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const [details] = Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer())))
    const text = new TextDecoder('gbk').decode(details)
    expect(text).toContain(`${NO}v1`)
    stage.world.now -= 48 * 3_600_000
  })
})
