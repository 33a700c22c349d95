import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin'
import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { serveWeChatPay } from '../../../functions/sandbox/wechat-pay/serve.ts'
import { wechatPayRoute } from '../../../functions/sandbox/wechat-pay.route.ts'
import { bound } from '../../../shared/http/endpoint.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { MINUTE, rfc3339Beijing } from '../../../shared/kernel/time.ts'
import { serve } from '../../http-event.ts'
import { listen } from '../server.ts'
import { makeKeys, stageOf } from '../stage.ts'

const keys = makeKeys()
const { secret } = keys
const stage = stageOf(keys)
const NO = '0192f0c4a5b67c8d9e0f1a2b3c4d5e6f'

const handler = serve(
  { now: () => Date.now(), request: () => {}, fault: () => {} },
  bound(wechatPayRoute, async (request) => ok(await serveWeChatPay(stage.sandbox, request))),
)

let server: Awaited<ReturnType<typeof listen>>
let client: Wechatpay

beforeAll(async () => {
  server = await listen(handler, () => `${wechatPayRoute.method} ${wechatPayRoute.path}`)
  client = new Wechatpay({
    mchid: secret.mchid,
    serial: secret.merchantSerial,
    privateKey: keys.merchantPrivateKey,
    certs: { [secret.platformKeyId]: keys.platformPublicKey },
    baseURL: `http://127.0.0.1:${server.port}/sandbox/wechat-pay/`,
    headers: { 'Wechatpay-Serial': secret.platformKeyId },
  })
  // The SDK looks at the real clock, so this stage does too.
  stage.world.now = Date.now()
})

afterAll(() => server.close())

const create = (total = 1000) =>
  client.chain('v3/pay/transactions/native').post({
    appid: secret.appid,
    mchid: secret.mchid,
    description: '实名认证 · 会员',
    out_trade_no: NO,
    time_expire: rfc3339Beijing(Date.now() + 30 * MINUTE),
    notify_url: 'https://shiming.example/webhooks/wechat-pay',
    amount: { total, currency: 'CNY' },
  })

const query = () => client.chain(`v3/pay/transactions/out-trade-no/${NO}`).get({ params: { mchid: secret.mchid } })

describe('a well-kept SDK understands the channel', () => {
  it('from create to refund, and opens the notification', async () => {
    const made = await create()
    expect(made.data).toMatchObject({ code_url: expect.stringContaining('weixin://wxpay/') })
    expect((await query()).data.trade_state).toBe('NOTPAY')

    await pay(stage.sandbox, NO, {}, {})
    expect((await query()).data).toMatchObject({ trade_state: 'SUCCESS', amount: { total: 1000 } })

    await stage.runQueue()
    const [notified] = stage.received
    const { headers = {}, body = '' } = notified ?? {}
    const text = Formatter.response(headers['Wechatpay-Timestamp'] ?? '', headers['Wechatpay-Nonce'] ?? '', body)
    expect(Rsa.verify(text, headers['Wechatpay-Signature'] ?? '', keys.platformPublicKey)).toBe(true)
    const { resource } = JSON.parse(body)
    const plaintext = Aes.AesGcm.decrypt(resource.ciphertext, secret.apiV3Key, resource.nonce, resource.associated_data)
    expect(JSON.parse(plaintext)).toMatchObject({ out_trade_no: NO, trade_state: 'SUCCESS' })

    const asked = await client.chain('v3/refund/domestic/refunds').post({
      transaction_id: JSON.parse(plaintext).transaction_id,
      out_refund_no: `${NO}v1`,
      reason: '查无记录',
      amount: { refund: 1000, total: 1000, currency: 'CNY' },
    })
    expect(asked.data).toMatchObject({ status: 'PROCESSING', amount: { refund: 1000 } })
    stage.world.now += 1000
    expect((await client.chain(`v3/refund/domestic/refunds/${NO}v1`).get()).data.status).toBe('SUCCESS')
    expect((await query()).data.trade_state).toBe('REFUND')
  })

  it('including the empty answer of close and the errors', async () => {
    const other = NO.replace('0', '1')
    await client.chain('v3/pay/transactions/native').post({
      appid: secret.appid,
      mchid: secret.mchid,
      description: '实名认证',
      out_trade_no: other,
      notify_url: 'https://shiming.example/webhooks/wechat-pay',
      amount: { total: 100 },
    })
    const closed = await client.chain(`v3/pay/transactions/out-trade-no/${other}/close`).post({ mchid: secret.mchid })
    expect(closed.status).toBe(204)
    await expect(create(1)).rejects.toMatchObject({
      response: { status: 400, data: { code: 'INVALID_REQUEST' } },
    })
  })
})
