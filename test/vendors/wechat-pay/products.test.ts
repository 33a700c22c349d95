import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { JsapiCall, PaymentRequest } from '../../../functions/payment/paying/provider.ts'
import { createOf } from './cases.ts'
import { answer, type Channel, config, merchantKeys, NOW, refusal, startChannel } from './channel.ts'

let channel: Channel
beforeAll(async () => {
  channel = await startChannel()
})
beforeEach(() => channel.received.splice(0))
afterAll(() => channel.stop())

const H5_URL =
  'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx2016121516420242444321ca&package=1037687096'
const PREPAY_ID = 'wx26112004133071ac5950a2d5bf000000'

const h5 = (change: Partial<PaymentRequest> = {}) =>
  createOf({ method: 'wechat_h5', payerIp: '203.0.113.7', ...change })
const jsapi = createOf({ method: 'wechat_jsapi', openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' })

describe('P4 H5: an address to open', () => {
  it('as the channel gives it', async () => {
    channel.reacts(answer({ h5_url: H5_URL }))
    expect(await channel.provider.create(h5())).toEqual({ kind: 'created', action: { h5Url: H5_URL } })
  })

  it('with where to come back to, encoded, and without telling the channel in the order', async () => {
    channel.reacts(answer({ h5_url: H5_URL }))
    const returnUrl = 'https://shiming.example/orders/1?tab=支付&x=1#top'
    const created = await channel.provider.create(h5({ returnUrl }))
    const h5Url = `${H5_URL}&redirect_url=${encodeURIComponent(returnUrl)}`
    expect(created).toEqual({ kind: 'created', action: { h5Url } })
    expect(new URL(h5Url).searchParams.get('redirect_url')).toBe(returnUrl)
    expect(channel.received[0]?.body).not.toContain('shiming.example/orders')
  })

  it('even where it has no query yet', async () => {
    channel.reacts(answer({ h5_url: 'https://wx.tenpay.com/pay' }))
    expect(await channel.provider.create(h5({ returnUrl: 'https://a/' }))).toMatchObject({
      action: { h5Url: 'https://wx.tenpay.com/pay?redirect_url=https%3A%2F%2Fa%2F' },
    })
  })
})

describe('P4 JSAPI: a call for the page inside WeChat', () => {
  const call = async (): Promise<JsapiCall> => {
    channel.reacts(answer({ prepay_id: PREPAY_ID }))
    const created = await channel.provider.create(jsapi)
    if (created.kind !== 'created' || !created.action.jsapi) throw new Error('no call')
    return created.action.jsapi
  }

  it('which the oracle verifies line by line', async () => {
    const { appId, timeStamp, nonceStr, package: prepared, signType, paySign } = await call()
    expect({ appId, timeStamp, prepared, signType }).toEqual({
      appId: config.appid,
      timeStamp: String(NOW / 1000),
      prepared: `prepay_id=${PREPAY_ID}`,
      signType: 'RSA',
    })
    expect(nonceStr).toMatch(/^\w{32}$/)
    const lines = [appId, timeStamp, nonceStr, prepared]
    expect(Rsa.verify(Formatter.joinedByLineFeed(...lines), paySign, merchantKeys.publicKey)).toBe(true)
    for (const at of lines.keys()) {
      const changed = lines.map((line, position) => (position === at ? `${line}0` : line))
      expect(Rsa.verify(Formatter.joinedByLineFeed(...changed), paySign, merchantKeys.publicKey)).toBe(false)
    }
  })

  it('the same order byte for byte when it is shown again, under a new nonce and signature', async () => {
    const [first, second] = [await call(), await call()]
    expect(channel.received[1]?.body).toBe(channel.received[0]?.body)
    expect(second.package).toBe(first.package)
    expect(second.nonceStr).not.toBe(first.nonceStr)
    expect(second.paySign).not.toBe(first.paySign)
  })

  it.each(['', 'wx1\nprepay_id=wx2', 'wx1&x=1', 7, undefined])('prepay_id %j is not believed', async (prepay_id) => {
    channel.reacts(answer({ prepay_id }))
    expect(await channel.provider.create(jsapi)).toEqual({ kind: 'unavailable', code: 'answer_invalid' })
  })
})

describe('what a method cannot do without is asked for before the channel is', () => {
  it.each([
    { request: h5({ payerIp: undefined }), code: 'payer_ip_missing' },
    { request: h5({ payerIp: '' }), code: 'payer_ip_missing' },
    { request: createOf({ method: 'wechat_jsapi' }), code: 'openid_missing' },
    { request: createOf({ method: 'wechat_jsapi', openid: '' }), code: 'openid_missing' },
  ])('$request.method: $code', async ({ request, code }) => {
    expect(await channel.provider.create(request)).toEqual({ kind: 'rejected', code })
    expect(channel.received).toEqual([])
  })

  it.each([h5(), jsapi])('$method: an order paid or closed meanwhile', async (request) => {
    channel.reacts(refusal(400, 'ORDERPAID'))
    expect(await channel.provider.create(request)).toEqual({ kind: 'already_paid', code: 'ORDERPAID' })
    channel.reacts(refusal(400, 'ORDER_CLOSED'))
    expect(await channel.provider.create(request)).toEqual({ kind: 'rejected', code: 'ORDER_CLOSED' })
  })

  it.each([h5(), jsapi])('$method: the answer of another product is not believed', async (request) => {
    for (const other of [{ code_url: 'weixin://a' }, { h5_url: '' }, {}]) {
      channel.reacts(answer(other))
      expect(await channel.provider.create(request)).toEqual({ kind: 'unavailable', code: 'answer_invalid' })
    }
  })
})
