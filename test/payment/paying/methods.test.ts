import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import {
  existsOnlyOnceScanned,
  isLasting,
  isSamePayer,
  methodsAt,
  missingOf,
  payerKnownTo,
} from '../../../functions/payment/paying/methods.ts'
import { notifyUrlAt } from '../../../functions/payment/paying/notify-url.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import type { Payer, PaymentMethod } from '../../../functions/payment/paying/provider.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { type Begun, begun, itemAt, offered, PAYER_IP, statusOf, type World, world } from '../../world.ts'

const click = (at: World, { user, order }: Begun, method: PaymentMethod, payer: Partial<Payer> = {}) =>
  pay(at, user.caller, { orderId: order.id, payerIp: PAYER_IP, ...payer, method })

const attempts = (at: World) =>
  at.table
    .items()
    .filter(({ sk }) => sk.startsWith('PAYMENT#'))
    .map(({ attempt, status }) => `${attempt} ${status}`)

const [HERS, HIS] = ['oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6p']

describe('P4 P16 a payment is for whoever asked for it', () => {
  it.each([
    ['wechat_h5', 'address', { payerIp: '198.51.100.4' }],
    ['wechat_h5', 'address, of the newer kind', { payerIp: '2001:db8::7' }],
    ['wechat_jsapi', 'openid', { openid: HIS }],
  ] as const)('%s from another %s closes the old attempt and opens the next', async (method, _what, change) => {
    const at = world()
    const open = await begun(at)
    const first = { payerIp: PAYER_IP, openid: HERS, returnUrl: 'https://shiming.test/a' }
    await click(at, open, method, first)
    const { outTradeNo: second } = valueIn(await click(at, open, method, { ...first, ...change }))
    expect(second).toBe(outTradeNo(open.order.id, 2))
    expect(attempts(at)).toEqual(['1 closed', '2 open'])
    expect(at.channel.asked.map(({ call }) => call)).toEqual(['create', 'close', 'create'])
    expect(valueIn(await click(at, open, method, { ...first, ...change })).outTradeNo).toBe(second)
  })

  it.each([
    ['wechat_native', { payerIp: '198.51.100.4', openid: HIS, returnUrl: 'https://shiming.test/b' }],
    ['wechat_h5', { openid: HIS, returnUrl: 'https://shiming.test/b' }],
    ['wechat_jsapi', { payerIp: '198.51.100.4', returnUrl: 'https://shiming.test/b' }],
  ] as const)('%s stays the same payment whatever else is told', async (method, change) => {
    const at = world()
    const open = await begun(at)
    const first = valueIn(await click(at, open, method, { openid: HERS }))
    const again = valueIn(await click(at, open, method, { openid: HERS, ...change }))
    expect(again.outTradeNo).toBe(first.outTradeNo)
    expect(attempts(at)).toEqual(['1 open'])
  })

  it('keeps nothing of the payer that the method has no use for', async () => {
    const at = world()
    const open = await begun(at)
    const told = { payerIp: PAYER_IP, openid: HERS, returnUrl: 'https://shiming.test/a' }
    await click(at, open, 'wechat_native', told)
    for (const part of Object.keys(told))
      expect(itemAt(at, paymentKeys.attempt(open.order.id, 1))?.request).not.toHaveProperty(part)
  })

  it('asks for nothing where the channel has no such way to pay', async () => {
    const at = world()
    const open = await begun(at)
    const provider = async () => ({ ...at.channel.provider, methods: ['wechat_native' as const] })
    for (const method of ['wechat_jsapi', 'wechat_h5'] as const)
      expect(codeOf(await click({ ...at, provider }, open, method, { payerIp: '' }))).toBe('payment_method_unavailable')
    expect(attempts(at)).toEqual([])
  })

  it.each([undefined, ''])(
    'wechat_jsapi without an openid (%j) names the field, and freezes nothing',
    async (openid) => {
      const at = world()
      const open = await begun(at)
      expect(await click(at, open, 'wechat_jsapi', { openid })).toEqual({
        ok: false,
        refusal: { code: 'openid_required', fields: [{ pointer: '/openid', code: 'openid_required' }] },
      })
      expect(attempts(at)).toEqual([])
      expect(codeOf(await click(at, open, 'wechat_jsapi', { openid: HERS }))).toBe('ok')
    },
  )

  it('wechat_h5 without an address freezes nothing', async () => {
    const at = world()
    const open = await begun(at)
    expect(codeOf(await click(at, open, 'wechat_h5', { payerIp: '' }))).toBe('payer_address_required')
    expect(attempts(at)).toEqual([])
  })

  it('two people inside WeChat at once open one attempt', async () => {
    const at = world()
    const open = await begun(at)
    const both = [HERS, HIS].map((openid) => click(at, open, 'wechat_jsapi', { openid }))
    expect((await Promise.all(both)).map(codeOf).sort()).toEqual(['contended', 'ok'])
    expect(attempts(at)).toEqual(['1 open'])
  })

  it('an attempt that was paid from the old network is found when the network has changed', async () => {
    const at = world()
    const open = await begun(at)
    at.channel.payerPays(await offered(at, open, 'wechat_h5'))
    expect(codeOf(await click(at, open, 'wechat_h5', { payerIp: '198.51.100.4' }))).toBe('order_not_payable')
    expect(statusOf(at, open).order).toBe('paid')
  })
})

describe('P16 a method', () => {
  it.each<[PaymentMethod, { lasting: boolean; onceScanned: boolean }]>([
    ['wechat_native', { lasting: true, onceScanned: false }],
    ['wechat_h5', { lasting: false, onceScanned: false }],
    ['wechat_jsapi', { lasting: false, onceScanned: false }],
    ['alipay_qr', { lasting: true, onceScanned: true }],
    ['alipay_wap', { lasting: true, onceScanned: true }],
    ['alipay_page', { lasting: true, onceScanned: true }],
  ])('%s: %j', (method, { lasting, onceScanned }) => {
    expect([isLasting(method), existsOnlyOnceScanned(method)]).toEqual([lasting, onceScanned])
  })

  it('knows of its payer what it needs and takes, as far as it was told', () => {
    expect(missingOf({ method: 'wechat_h5' })).toBe('payerIp')
    expect(missingOf({ method: 'wechat_h5', payerIp: PAYER_IP })).toBeUndefined()
    expect(missingOf({ method: 'alipay_qr' })).toBeUndefined()
    const h5 = { method: 'wechat_h5', payerIp: PAYER_IP } as const
    expect(payerKnownTo({ ...h5, openid: HERS, returnUrl: undefined })).toStrictEqual(h5)
    const wap = { method: 'alipay_wap', returnUrl: 'https://shiming.test/a' } as const
    expect(payerKnownTo({ ...wap, payerIp: PAYER_IP })).toStrictEqual(wap)
  })

  it('is another payment under another method, whoever pays, and the same where it needs nothing of the payer', () => {
    const [qr, wap] = [{ method: 'alipay_qr' }, { method: 'alipay_wap' }] as const
    expect([isSamePayer(qr, wap), isSamePayer(wap, qr), isSamePayer(qr, qr)]).toEqual([false, false, true])
  })

  it('is told of at an address of its channel', () => {
    const at = notifyUrlAt('https://shiming.test')
    expect([at('wechat_pay'), at('alipay')]).toEqual([
      'https://shiming.test/webhooks/wechat-pay',
      'https://shiming.test/webhooks/alipay',
    ])
  })
})

describe('P4 the methods of channels, as their payers are told of them', () => {
  const wechatPay = [
    { method: 'wechat_native', channel: 'wechat_pay', worksIn: ['desktop'], needs: [] },
    { method: 'wechat_h5', channel: 'wechat_pay', worksIn: ['phone_browser'], needs: ['public_address'] },
    { method: 'wechat_jsapi', channel: 'wechat_pay', worksIn: ['wechat'], needs: ['openid'] },
  ]
  const alipay = [
    { method: 'alipay_qr', channel: 'alipay', worksIn: ['desktop'], needs: [] },
    { method: 'alipay_wap', channel: 'alipay', worksIn: ['phone_browser'], needs: [] },
    { method: 'alipay_page', channel: 'alipay', worksIn: ['desktop'], needs: [] },
  ]

  it('say where each works and what it needs', () => {
    expect(methodsAt(['alipay', 'wechat_pay'], true)).toEqual([...wechatPay, ...alipay])
  })

  it('are none of a channel without an account', () => {
    expect(methodsAt(['wechat_pay'], true)).toEqual(wechatPay)
    expect(methodsAt(['alipay'], true)).toEqual(alipay)
    expect(methodsAt([], true)).toEqual([])
  })

  it('are not those inside WeChat without a service account', () => {
    expect(methodsAt(['wechat_pay', 'alipay'], false)).toEqual([
      ...wechatPay.filter(({ method }) => method !== 'wechat_jsapi'),
      ...alipay,
    ])
  })
})
