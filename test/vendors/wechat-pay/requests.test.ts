import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import { wechatPay } from '../../../functions/vendors/wechat-pay/wechat-pay.ts'
import { createOf, november, refundOf } from './cases.ts'
import { answer, type Channel, config, KEY_ID, merchantKeys, NOW, pem, startChannel } from './channel.ts'

let channel: Channel
beforeAll(async () => {
  channel = await startChannel()
  channel.reacts(answer({}))
})
beforeEach(() => channel.received.splice(0))
afterAll(() => channel.stop())

const PREFIX = '/sandbox/wechat-pay/v3'
const COMPLAINTS = `${PREFIX}/merchant-service/complaints-v2`

const created = {
  appid: config.appid,
  mchid: config.mchid,
  description: '实名认证（含一个月会员）',
  out_trade_no: '0193a1b2c3d4e5f60718293a4b5c6d7e',
  time_expire: '2026-11-20T12:30:00+08:00',
  notify_url: 'https://shiming.example/webhooks/wechat-pay',
  amount: { total: 1000, currency: 'CNY' },
}

const calls = [
  {
    name: 'create',
    call: () => channel.provider.create(createOf()),
    method: 'POST',
    target: `${PREFIX}/pay/transactions/native`,
    body: created,
  },
  {
    name: 'create H5',
    call: () =>
      channel.provider.create(createOf({ method: 'wechat_h5', payerIp: '203.0.113.7', returnUrl: 'https://a/' })),
    method: 'POST',
    target: `${PREFIX}/pay/transactions/h5`,
    body: { ...created, scene_info: { payer_client_ip: '203.0.113.7', h5_info: { type: 'Wap' } } },
  },
  {
    name: 'create JSAPI',
    call: () => channel.provider.create(createOf({ method: 'wechat_jsapi', openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' })),
    method: 'POST',
    target: `${PREFIX}/pay/transactions/jsapi`,
    body: { ...created, payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' } },
  },
  {
    name: 'query',
    call: () => channel.provider.query('0193p2|*'),
    method: 'GET',
    target: `${PREFIX}/pay/transactions/out-trade-no/0193p2%7C*?mchid=${config.mchid}`,
  },
  {
    name: 'close',
    call: () => channel.provider.close('0193p2'),
    method: 'POST',
    target: `${PREFIX}/pay/transactions/out-trade-no/0193p2/close`,
    body: { mchid: config.mchid },
  },
  {
    name: 'refund',
    call: () => channel.provider.refund(refundOf()),
    method: 'POST',
    target: `${PREFIX}/refund/domestic/refunds`,
    body: {
      transaction_id: '4200001234202611201234567890',
      out_refund_no: '0193a1b2c3d4e5f60718293a4b5c6d7ev1',
      reason: '身份信息不一致，退还会员费',
      notify_url: 'https://shiming.example/webhooks/wechat-pay',
      amount: { refund: 900, total: 1000, currency: 'CNY' },
    },
  },
  {
    name: 'queryRefund',
    call: () => channel.provider.queryRefund({ outTradeNo: '0193', outRefundNo: '0193v1' }),
    method: 'GET',
    target: `${PREFIX}/refund/domestic/refunds/0193v1`,
  },
  {
    name: 'complaints',
    call: () => channel.desk.list(november),
    method: 'GET',
    target: `${COMPLAINTS}?limit=50&offset=0&begin_date=2026-11-01&end_date=2026-11-20&complainted_mchid=${config.mchid}`,
  },
  {
    name: 'complaint',
    call: () => channel.desk.detail('2002/0'),
    method: 'GET',
    target: `${COMPLAINTS}/2002%2F0`,
  },
  {
    name: 'reply',
    call: () => channel.desk.reply('20020', '已退款。'),
    method: 'POST',
    target: `${COMPLAINTS}/20020/response`,
    body: { complainted_mchid: config.mchid, response_content: '已退款。' },
  },
  {
    name: 'complete',
    call: () => channel.desk.complete('20020'),
    method: 'POST',
    target: `${COMPLAINTS}/20020/complete`,
    body: { complainted_mchid: config.mchid },
  },
  {
    name: 'tradeBill',
    call: () => channel.bills.tradeBill('20261119'),
    method: 'GET',
    target: `${PREFIX}/bill/tradebill?bill_date=2026-11-19&bill_type=ALL`,
  },
  {
    name: 'settlement',
    call: () => channel.bills.settlement('20261119', []),
    method: 'GET',
    target: `${PREFIX}/bill/fundflowbill?bill_date=2026-11-19&account_type=BASIC`,
  },
]

describe('what is sent', () => {
  it.each(calls)(
    '$name: one request, understood and verified by the oracle',
    async ({ call, method, target, body }) => {
      await call()
      expect(channel.received).toHaveLength(1)
      const [request] = channel.received
      if (!request) throw new Error('nothing received')
      expect(request).toMatchObject({ method, target })
      expect(request.body && JSON.parse(request.body)).toEqual(body ?? '')

      const [scheme, list = ''] = (request.headers.authorization ?? '').split(/ (.*)/)
      const pairs = Object.fromEntries(
        [...list.matchAll(/(\w+)="([^"]*)"(?:,|$)/g)].map(([, name, value]) => [name, value]),
      )
      expect(scheme).toBe('WECHATPAY2-SHA256-RSA2048')
      expect(pairs).toMatchObject({
        mchid: config.mchid,
        serial_no: config.merchantSerial,
        timestamp: String(NOW / 1000),
        nonce_str: expect.stringMatching(/^\w{32}$/),
      })
      const message = Formatter.request(request.method, request.target, pairs.timestamp, pairs.nonce_str, request.body)
      expect(Rsa.verify(message, pairs.signature, merchantKeys.publicKey)).toBe(true)
      expect(Rsa.verify(`${message} `, pairs.signature, merchantKeys.publicKey)).toBe(false)
    },
  )

  it.each(calls)('$name: the headers every call needs', async ({ call, body }) => {
    await call()
    expect(channel.received[0]?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': 'shiming',
      'wechatpay-serial': KEY_ID,
      ...(body && { 'content-type': 'application/json' }),
    })
  })

  it('repeats a request byte for byte, under a new nonce and signature', async () => {
    await channel.provider.refund(refundOf())
    await channel.provider.refund(refundOf())
    const [first, second] = channel.received
    expect(second?.body).toBe(first?.body)
    expect(second?.headers.authorization).not.toBe(first?.headers.authorization)
  })

  it('sends nothing for a method of another channel', async () => {
    expect(await channel.provider.create(createOf({ method: 'alipay_qr' }))).toEqual({
      kind: 'rejected',
      code: 'method_unknown',
    })
    expect(channel.received).toEqual([])
    expect(channel.provider).toMatchObject({
      channel: 'wechat_pay',
      methods: ['wechat_native', 'wechat_h5', 'wechat_jsapi'],
    })
  })
})

describe('an account that cannot work is refused when it is made', () => {
  const deps = {
    outgoing: async () => ({ kind: 'not_sent', reason: '' }) as const,
    clock: { now: () => NOW },
    nonce: () => '',
  }

  it.each([
    { name: 'a sealing key of 31 bytes', change: { apiV3Key: config.apiV3Key.slice(1) } },
    { name: 'a sealing key of 32 letters but more bytes', change: { apiV3Key: `钥${config.apiV3Key.slice(1)}` } },
    { name: 'no such platform key', change: { platformKeyId: 'PUB_KEY_ID_0' } },
    { name: 'a platform key that is none', change: { platformKeys: { [KEY_ID]: 'no key' } } },
    { name: 'a private key that is none', change: { merchantPrivateKey: 'no key' } },
  ])('$name', ({ change }) => {
    expect(() => wechatPay({ ...config, ...change }, deps)).toThrow()
  })

  it('takes the private key as PEM and a base address with a slash at its end', async () => {
    const sent: string[] = []
    const record = async ({ url }: { url: string }) => {
      sent.push(url)
      return deps.outgoing()
    }
    const account = {
      ...config,
      baseUrl: 'https://api.mch.weixin.qq.com/',
      merchantPrivateKey: pem(merchantKeys.privateKey),
    }
    await wechatPay(account, { ...deps, outgoing: record }).queryRefund({ outTradeNo: 'r', outRefundNo: 'r1' })
    expect(sent).toEqual(['https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/r1'])
  })
})
