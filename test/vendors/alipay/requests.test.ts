import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alipay } from '../../../functions/vendors/alipay/alipay.ts'
import { type calls, createOf, eachCall, outRefundNo, outTradeNo, refundOf, tradeNo } from './cases.ts'
import { appKeys, atAlipay, config, type Gateway, NOW, pair, pem, startGateway } from './gateway.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
  gateway.reacts({})
})
beforeEach(() => gateway.received.splice(0))
afterAll(() => gateway.stop())

const beside = {
  app_id: config.appId,
  format: 'JSON',
  charset: 'utf-8',
  sign_type: 'RSA2',
  timestamp: '2026-11-20 12:00:00',
  version: '1.0',
}

const contents: Record<keyof typeof calls, { content: object; more?: object }> = {
  create: {
    content: {
      out_trade_no: outTradeNo,
      total_amount: '10.00',
      subject: '实名认证（含一个月会员）',
      time_expire: '2026-11-20 12:30:00',
    },
    more: { notify_url: 'https://shiming.example/webhooks/alipay' },
  },
  query: { content: { out_trade_no: outTradeNo } },
  close: { content: { out_trade_no: outTradeNo } },
  refund: {
    content: {
      trade_no: tradeNo,
      out_request_no: outRefundNo,
      refund_amount: '9.00',
      refund_reason: '身份信息不一致，退还会员费',
    },
  },
  queryRefund: {
    content: { out_trade_no: outTradeNo, out_request_no: outRefundNo, query_options: ['gmt_refund_pay'] },
  },
}

describe('what is sent', () => {
  it.each(eachCall)('$name: one form, understood and verified by the oracle', async ({ name, api, call }) => {
    await call(gateway.provider)
    expect(gateway.received).toHaveLength(1)
    const [request] = gateway.received
    if (!request) throw new Error('nothing received')
    const { content, more } = contents[name as keyof typeof calls]
    expect(request).toMatchObject({
      method: 'POST',
      path: '/sandbox/alipay/gateway.do',
      type: 'application/x-www-form-urlencoded;charset=utf-8',
    })
    const { sign, biz_content = '', ...rest } = request.params
    expect(rest).toEqual({ ...beside, ...more, method: api })
    expect(JSON.parse(biz_content)).toEqual(content)
    // Content stands in the body alone: addresses are logged.
    expect(request.body).toMatch(/^biz_content=[^&]*$/)
    expect(sign).toMatch(/^[\w+/]{342}==$/)
    expect(atAlipay.checkNotifySignV2(request.params)).toBe(true)
    expect(atAlipay.checkNotifySignV2({ ...request.params, timestamp: '2026-11-20 12:00:01' })).toBe(false)
  })

  it('repeats a refund with the same content', async () => {
    await gateway.provider.refund(refundOf())
    gateway.at(NOW + 60_000)
    await gateway.provider.refund(refundOf())
    gateway.at(NOW)
    const [first, second] = gateway.received
    expect(second?.body).toBe(first?.body)
    expect(second?.params.sign).not.toBe(first?.params.sign)
  })

  it.each([
    [1, '0.01'],
    [9, '0.09'],
    [10, '0.10'],
    [100, '1.00'],
    [109, '1.09'],
    [2029, '20.29'],
    [1_000_000_00, '1000000.00'],
  ])('%i fen as %s yuan', async (refundFen, text) => {
    await gateway.provider.refund(refundOf({ refundFen }))
    expect(JSON.parse(gateway.received[0]?.params.biz_content ?? '')).toMatchObject({ refund_amount: text })
  })

  it('keeps out of the title what Alipay refuses there', async () => {
    await gateway.provider.create(createOf({ description: 'a/b=c&d%e+f' }))
    expect(JSON.parse(gateway.received[0]?.params.biz_content ?? '')).toMatchObject({ subject: 'a b c d e f' })
  })

  it('does not send a payer who scans a code anywhere', async () => {
    await gateway.provider.create(createOf({ returnUrl: 'https://shiming.example/verify' }))
    expect(gateway.received[0]?.params).not.toHaveProperty('return_url')
    expect(gateway.received[0]?.body).not.toContain('verify')
  })

  it('sends nothing for a method of another channel', async () => {
    const unknown = { kind: 'rejected', code: 'method_unknown' }
    expect(await gateway.provider.create(createOf({ method: 'wechat_native' }))).toEqual(unknown)
    expect(gateway.received).toEqual([])
    const methods = ['alipay_qr', 'alipay_wap', 'alipay_page']
    expect(gateway.provider).toMatchObject({ channel: 'alipay', methods })
  })
})

describe('P4 pages of Alipay', () => {
  const pages = [
    { method: 'alipay_wap', api: 'alipay.trade.wap.pay', code: 'QUICK_WAP_WAY' },
    { method: 'alipay_page', api: 'alipay.trade.page.pay', code: 'FAST_INSTANT_TRADE_PAY' },
  ] as const
  const returnUrl = 'https://shiming.example/verify?order=1&x=一'

  const opened = async (change: Parameters<typeof createOf>[0]): Promise<Record<string, string>> => {
    const created = await gateway.provider.create(createOf(change))
    if (created.kind !== 'created' || !created.action.formUrl) throw new Error('no address')
    const url = new URL(created.action.formUrl)
    expect(url.pathname).toBe('/sandbox/alipay/gateway.do')
    return Object.fromEntries(url.searchParams)
  }

  it.each(pages)(
    '$method: an address that the oracle verifies, and no call from here',
    async ({ method, api, code }) => {
      const params = await opened({ method, returnUrl })
      const { sign, biz_content = '', ...rest } = params
      const notify = { notify_url: 'https://shiming.example/webhooks/alipay', return_url: returnUrl }
      expect(rest).toEqual({ ...beside, ...notify, method: api })
      expect(JSON.parse(biz_content)).toEqual({
        ...contents.create.content,
        product_code: code,
        ...(method === 'alipay_wap' && { quit_url: returnUrl }),
      })
      expect(atAlipay.checkNotifySignV2(params)).toBe(true)
      expect(atAlipay.checkNotifySignV2({ ...params, biz_content: biz_content.replace('10.00', '0.01') })).toBe(false)
      expect(gateway.received).toEqual([])
    },
  )

  it('has the parameters the oracle itself would put into such an address', async () => {
    const params = await opened({ method: 'alipay_page', returnUrl })
    const bizContent = JSON.parse(params.biz_content ?? '{}')
    const common = { notify_url: params.notify_url, return_url: returnUrl }
    const theirs = new URL(gateway.oracle.pageExecute('alipay.trade.page.pay', 'GET', { bizContent, ...common }))
    const names = [...theirs.searchParams.keys()].filter((name) => name !== 'alipay_sdk')
    expect(
      Object.keys(params)
        .filter((name) => name !== 'format')
        .sort(),
    ).toEqual(names.sort())
    expect(theirs.searchParams.get('biz_content')).toBe(params.biz_content)
  })

  it('need no address to come back to', async () => {
    const params = await opened({ method: 'alipay_wap' })
    expect(params).not.toHaveProperty('return_url')
    expect(JSON.parse(params.biz_content ?? '')).not.toHaveProperty('quit_url')
    expect(atAlipay.checkNotifySignV2(params)).toBe(true)
  })
})

describe('an app that cannot work is refused when it is made', () => {
  const deps = { outgoing: async () => ({ kind: 'not_sent', reason: '' }) as const, clock: { now: () => NOW } }

  it.each([
    { name: "the app's own public key for Alipay's", change: { alipayPublicKey: pem(appKeys.publicKey) } },
    { name: 'a public key that is none', change: { alipayPublicKey: 'no key' } },
    { name: 'a private key that is none', change: { appPrivateKey: 'no key' } },
  ])('$name', ({ change }) => {
    expect(() => alipay({ ...config, ...change } as typeof config, deps)).toThrow()
  })

  it('takes the private key as PEM and a base address with a slash at its end', async () => {
    const sent: string[] = []
    const record = async ({ url }: { url: string }) => {
      sent.push(url)
      return deps.outgoing()
    }
    const own = pair()
    const app = { ...config, baseUrl: 'https://openapi.alipay.com/', appPrivateKey: pem(own.privateKey) }
    await alipay(app, { ...deps, outgoing: record }).query(outTradeNo)
    expect(sent).toEqual([expect.stringMatching(/^https:\/\/openapi\.alipay\.com\/gateway\.do\?/)])
  })
})
