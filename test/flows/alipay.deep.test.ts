import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { getOrderRoute } from '../../functions/payment/read.route.ts'
import { alipayPayRoute, payRoute as wechatPayerRoute } from '../../functions/sandbox/control-channels.route.ts'
import { cancelRoute } from '../../functions/verification/cancel.route.ts'
import { moneyAtChannel, type Offer, type User, vendorCalls, verificationNow } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { submitted } from './way.ts'
import { wechatBrowser } from './wechat-browser.ts'

describe('P4 P7 P16 every way to pay', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const begun = (outcome: string, offer: Offer) => submitted(instance, outcome, offer)

  const payBy = (user: User, orderId: string, method: string, more: Record<string, string> = {}) =>
    instance.platform.must(payRoute, {
      params: { id: orderId },
      body: { method, ...more },
      token: user.token,
      // WeChat's H5 refuses a payer on this machine.
      headers: { 'x-shiming-source-ip': '203.0.113.7' },
    })

  it.each([
    { offer: 'fee', outcome: 'match', status: 'verified', refundedFen: 0, faults: { duplicates: 2 } },
    { offer: 'membership', outcome: 'mismatch', status: 'mismatch', refundedFen: 900, faults: {} },
    {
      offer: 'membership',
      outcome: 'no_record',
      status: 'no_record',
      refundedFen: 1000,
      faults: { dropNotification: true },
    },
  ] as const)('Alipay, $offer + $outcome: one check, $refundedFen fen back', async (row) => {
    const { platform } = instance
    const { person, user, id, orderId } = await begun(row.outcome, row.offer)
    const { qrCode, outTradeNo } = await payBy(user, orderId, 'alipay_qr')
    await platform.must(alipayPayRoute, { body: { qrCode, faults: row.faults } })
    // A partial refund makes Alipay say TRADE_SUCCESS once more: nothing may be checked or given again.
    await settle(instance.engine)
    expect(await verificationNow(platform, user, id)).toMatchObject({ status: row.status })
    expect(await moneyAtChannel(platform, outTradeNo)).toMatchObject({ refundedFen: row.refundedFen })
    expect(await vendorCalls(platform, person.phone)).toMatchObject(
      row.outcome === 'no_record' ? { billed: 0, unbilled: 1 } : { billed: 1, unbilled: 0 },
    )
    const order = await platform.must(getOrderRoute, { params: { id: orderId }, token: user.token })
    expect(order.refunds.map(({ status }) => status)).toEqual(row.refundedFen ? ['back'] : [])
  })

  it('a page of Alipay, and a page of WeChat Pay outside WeChat', async () => {
    const { platform } = instance
    const one = await begun('match', 'fee')
    const { formUrl } = await payBy(one.user, one.orderId, 'alipay_wap', { returnPath: '/verify' })
    await platform.must(alipayPayRoute, { body: { formUrl } })
    const two = await begun('match', 'fee')
    const { h5Url } = await payBy(two.user, two.orderId, 'wechat_h5')
    await platform.must(wechatPayerRoute, { body: { h5Url } })
    await settle(instance.engine)
    for (const { user, id } of [one, two])
      expect(await verificationNow(platform, user, id)).toMatchObject({ status: 'verified' })
  })

  it('inside WeChat: a call for the page, signed anew whenever it is shown', async () => {
    const { platform } = instance
    const { user, id, orderId } = await begun('match', 'fee')
    await wechatBrowser(platform, user.token).authorize()
    const first = await payBy(user, orderId, 'wechat_jsapi')
    const { jsapi, outTradeNo } = await payBy(user, orderId, 'wechat_jsapi')
    expect(outTradeNo).toBe(first.outTradeNo)
    expect(jsapi?.nonceStr).not.toBe(first.jsapi?.nonceStr)
    await platform.must(wechatPayerRoute, { body: { jsapi } })
    await settle(instance.engine)
    expect(await verificationNow(platform, user, id)).toMatchObject({ status: 'verified' })
  })

  it('a change of mind: the old code is paid all the same, and goes back', async () => {
    const { platform } = instance
    const { user, id, orderId } = await begun('match', 'fee')
    const alipay = await payBy(user, orderId, 'alipay_qr')
    const wechat = await payBy(user, orderId, 'wechat_native')
    await platform.must(wechatPayerRoute, { body: { codeUrl: wechat.codeUrl } })
    await platform.must(alipayPayRoute, { body: { qrCode: alipay.qrCode } })
    await settle(instance.engine)
    expect(await verificationNow(platform, user, id)).toMatchObject({ status: 'verified' })
    expect(await moneyAtChannel(platform, wechat.outTradeNo)).toEqual({ paidFen: 100, refundedFen: 0 })
    expect(await moneyAtChannel(platform, alipay.outTradeNo)).toMatchObject({ refundedFen: 100 })
  })

  it('a cancelled order whose code is scanned later gives the money back', async () => {
    const { platform } = instance
    const { person, user, id, orderId } = await begun('match', 'membership')
    const { qrCode, outTradeNo } = await payBy(user, orderId, 'alipay_qr')
    await platform.must(cancelRoute, { params: { id }, token: user.token })
    await platform.must(alipayPayRoute, { body: { qrCode, faults: { dropNotification: true } } })
    await platform.pass('33m')
    await settle(instance.engine)
    expect(await moneyAtChannel(platform, outTradeNo)).toMatchObject({ refundedFen: 1000 })
    expect(await vendorCalls(platform, person.phone)).toMatchObject({ billed: 0, unbilled: 0 })
  })
})
