import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Aes, Formatter, Hash, Rsa, Wechatpay } from 'wechatpay-axios-plugin'
import { payerComplains } from '../../../functions/sandbox/control/complaints.ts'
import { payerPays } from '../../../functions/sandbox/control/payments.ts'
import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { serveWeChatPay } from '../../../functions/sandbox/wechat-pay/serve.ts'
import { wechatPayRoute } from '../../../functions/sandbox/wechat-pay.route.ts'
import { bound } from '../../../shared/http/endpoint.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { DAY, rfc3339Beijing } from '../../../shared/kernel/time.ts'
import { serve } from '../../http-event.ts'
import { listen } from '../server.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { merchantOf } from './merchant.ts'

const keys = makeKeys()
const { secret } = keys
const stage = stageOf(keys)
const NO = '0192f0c4a5b67c8d9e0f1a2b3c4d5e6f'
const faults = { duplicates: 0, delayMs: 0, dropNotification: false, payAfterClose: false, signtest: false }

const handler = serve(
  { now: () => Date.now(), request: () => {}, fault: () => {} },
  bound(wechatPayRoute, async (request) => ok(await serveWeChatPay(stage.sandbox, request))),
)

let server: Awaited<ReturnType<typeof listen>>
let client: Wechatpay

beforeAll(async () => {
  server = await listen(handler, () => `${wechatPayRoute.method} ${wechatPayRoute.path}`)
  stage.sandbox.publicUrl = `http://127.0.0.1:${server.port}`
  client = new Wechatpay({
    mchid: secret.mchid,
    serial: secret.merchantSerial,
    privateKey: keys.merchantPrivateKey,
    certs: { [secret.platformKeyId]: keys.platformPublicKey },
    baseURL: `${stage.sandbox.publicUrl}/sandbox/wechat-pay/`,
    headers: { 'Wechatpay-Serial': secret.platformKeyId },
  })
  // The SDK looks at the real clock, so this stage does too.
  stage.world.now = Date.now()
})

afterAll(() => server.close())

const order = (outTradeNo: string, more: Record<string, unknown>) => ({
  appid: secret.appid,
  mchid: secret.mchid,
  description: '实名认证 · 会员',
  out_trade_no: outTradeNo,
  notify_url: 'https://shiming.example/webhooks/wechat-pay',
  amount: { total: 1000, currency: 'CNY' },
  ...more,
})

describe('a well-kept SDK understands the channel', () => {
  it('on a page inside WeChat, signing as it does', async () => {
    const body = order(NO, { payer: { openid: 'oOpenid-1' } })
    const made: Record<string, unknown> = (await client.chain('v3/pay/transactions/jsapi').post(body)).data
    const fields = {
      appId: secret.appid,
      timeStamp: String(Formatter.timestamp()),
      nonceStr: Formatter.nonce(),
      package: `prepay_id=${made.prepay_id}`,
    }
    const lines = Formatter.joinedByLineFeed(fields.appId, fields.timeStamp, fields.nonceStr, fields.package)
    const jsapi = { ...fields, signType: 'RSA', paySign: Rsa.sign(lines, keys.merchantPrivateKey) }
    expect(await payerPays(stage.sandbox, { jsapi, faults })).toMatchObject({ ok: true, value: { outTradeNo: NO } })
  })

  it('in a browser', async () => {
    const scene_info = { payer_client_ip: '14.23.150.211', h5_info: { type: 'Wap' } }
    const other = NO.replace('0', '1')
    const made: Record<string, unknown> = (
      await client.chain('v3/pay/transactions/h5').post(order(other, { scene_info }))
    ).data
    expect(await payerPays(stage.sandbox, { h5Url: String(made.h5_url), faults })).toMatchObject({ ok: true })
  })

  it('about complaints, heard of by notification', async () => {
    const about = { outTradeNo: NO, text: '没有核验就扣款', problem: 'REFUND' as const, dropNotification: false }
    await payerComplains(stage.sandbox, about)
    await stage.runQueue()
    const { headers = {}, body = '' } = stage.received.at(-1) ?? {}
    const text = Formatter.response(headers['Wechatpay-Timestamp'] ?? '', headers['Wechatpay-Nonce'] ?? '', body)
    expect(Rsa.verify(text, headers['Wechatpay-Signature'] ?? '', keys.platformPublicKey)).toBe(true)
    const { resource, event_type } = JSON.parse(body)
    expect(event_type).toBe('COMPLAINT.CREATE')
    const plain = Aes.AesGcm.decrypt(resource.ciphertext, secret.apiV3Key, resource.nonce, resource.associated_data)
    const { complaint_id } = JSON.parse(plain)

    const day = rfc3339Beijing(stage.world.now).slice(0, 10)
    const params = { limit: 10, offset: 0, begin_date: day, end_date: day }
    const listed = await client.chain('v3/merchant-service/complaints-v2').get({ params })
    expect(listed.data).toMatchObject({ total_count: 1, data: [{ complaint_id }] })
    const one = `v3/merchant-service/complaints-v2/${complaint_id}`
    const { payer_phone } = (await client.chain(one).get()).data
    expect(Rsa.decrypt(payer_phone, keys.merchantPrivateKey)).toMatch(/^\d{11}$/)
    const mine = { complainted_mchid: secret.mchid }
    const replied = await client.chain(`${one}/response`).post({ ...mine, response_content: '已核实' })
    expect(replied.status).toBe(204)
    expect((await client.chain(`${one}/complete`).post(mine)).status).toBe(204)
    expect((await client.chain(one).get()).data.complaint_state).toBe('PROCESSED')
  })
})

describe('and its bills', () => {
  it('whose hash fits the file, row for row', async () => {
    const today = stage.world.now
    stage.world.now = today - 2 * DAY
    const bill_date = rfc3339Beijing(stage.world.now).slice(0, 10)
    // The SDK signs by the real clock, so what happened days ago is done without it.
    const merchant = merchantOf(stage, keys)
    await merchant.create('order-0001')
    await pay(stage.sandbox, 'order-0001', {}, { drop: true })
    await merchant.askRefund('order-0001', 'refund-0001', 900)
    stage.world.now = today
    for (const params of [
      { path: 'v3/bill/tradebill', query: { bill_date, bill_type: 'ALL' }, rows: 2 },
      { path: 'v3/bill/tradebill', query: { bill_date, bill_type: 'ALL', tar_type: 'GZIP' }, rows: 2 },
      { path: 'v3/bill/fundflowbill', query: { bill_date, account_type: 'BASIC' }, rows: 3 },
    ]) {
      const { data } = await client.chain(params.path).get({ params: params.query })
      const address = new URL(data.download_url)
      const token = address.searchParams.get('token')
      const file = await client
        .chain('v3/billdownload/file')
        .get({ params: { token }, responseType: 'arraybuffer', transformResponse: [(bytes: Buffer) => bytes] })
      const bytes = 'tar_type' in params.query ? gunzipSync(file.data) : Buffer.from(file.data)
      expect(Hash.sha1(bytes)).toBe(data.hash_value)
      const cast: { rows?: unknown; summary?: Record<string, string> } = Formatter.castCsvBill(bytes)
      expect(cast.rows).toHaveLength(params.rows)
      expect(Object.keys(cast.summary ?? {}).length).toBeGreaterThan(4)
    }
  })
})
