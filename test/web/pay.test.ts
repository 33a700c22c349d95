import { describe, expect, it, vi } from 'vitest'
import { HOUR, MINUTE } from '../../shared/kernel/time.ts'
import { isMoving } from '../../web/user/money/is-moving.ts'
import type { Order } from '../../web/user/money/named.ts'
import { type BridgeWindow, openSheet, type SheetCall } from '../../web/user/pay/bridge.ts'
import { pagesOf, phaseOf } from '../../web/user/pay/phase.ts'
import { leavesFirst, stepAfter } from '../../web/user/pay/step.ts'
import { type MethodTold, type Way, waysAt } from '../../web/user/pay/ways.ts'
import { wechatEndIn, withoutWechatEnd } from '../../web/user/pay/wechat-end.ts'
import { whereOf } from '../../web/user/pay/where.ts'
import { headingOf, placeOf } from '../../web/user/verify-pay/place-of.ts'
import { devices } from '../browser/visit/devices.ts'

const userAgent = (device: keyof typeof devices): string => devices[device].userAgent('zh-CN')

describe('where a page is open', () => {
  it.each([
    ['wechat', userAgent('wechatAndroid')],
    ['wechat', userAgent('wechatIos')],
    ['phone_browser', userAgent('androidChrome')],
    ['phone_browser', userAgent('iphoneSafari')],
    ['desktop', userAgent('desktop')],
    // WeChat's browser on a computer says the same word, and cannot pay.
    ['desktop', `${userAgent('desktop')} MicroMessenger/7.0.20 WindowsWechat/WMPF`],
    ['desktop', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) MicroMessenger/6.8.0(0x16080000) MacWechat/3.8'],
    // WeCom says that it is WeChat, too.
    ['inside', `${userAgent('wechatAndroid')} wxwork/4.1.36`],
    ['desktop', `${userAgent('desktop')} wxwork/4.1.36 MicroMessenger/7.0.1`],
    ['inside', `${userAgent('wechatIos')} miniProgram/wx0000000000000000`],
    ['alipay', `${userAgent('iphoneSafari')} AliApp(AP/10.6.0) AlipayClient/10.6.0 Language/zh-Hans`],
    ['desktop', ''],
  ] as const)('is %s for %s', (where, agent) => expect(whereOf(agent)).toBe(where))
})

describe('P4 ways to pay', () => {
  const told = (method: MethodTold['method'], place: MethodTold['worksIn'][number]): MethodTold => ({
    method,
    channel: method.startsWith('wechat') ? 'wechat_pay' : 'alipay',
    worksIn: [place],
    needs: [],
  })
  /** As GET /v1/offers tells of them. */
  const all = [
    told('wechat_native', 'desktop'),
    told('wechat_h5', 'phone_browser'),
    told('wechat_jsapi', 'wechat'),
    told('alipay_qr', 'desktop'),
    told('alipay_wap', 'phone_browser'),
    told('alipay_page', 'desktop'),
  ]
  const of = (channel: MethodTold['channel']) => all.filter((one) => one.channel === channel)
  const at = (where: Parameters<typeof waysAt>[1], methods = all) =>
    waysAt(methods, where).map(({ method, manner }) => `${method} ${manner}`)

  it('are those that work where the payer is, the usual first', () => {
    expect(at('wechat')).toEqual(['wechat_jsapi sheet', 'alipay_wap outside'])
    expect(at('phone_browser')).toEqual(['wechat_h5 jump', 'alipay_wap jump'])
    expect(at('desktop')).toEqual(['wechat_native code', 'alipay_qr code', 'alipay_page jump'])
    expect(at('alipay')).toEqual(['alipay_wap jump', 'wechat_h5 outside'])
    expect(at('inside')).toEqual(['wechat_h5 outside', 'alipay_wap outside'])
  })

  it('are what the service takes: without a service account WeChat Pay is outside WeChat, too', () => {
    const withoutSheet = all.filter(({ method }) => method !== 'wechat_jsapi')
    expect(at('wechat', withoutSheet)).toEqual(['wechat_h5 outside', 'alipay_wap outside'])
    expect(at('wechat', of('alipay'))).toEqual(['alipay_wap outside'])
    expect(at('desktop', of('wechat_pay'))).toEqual(['wechat_native code'])
    expect(at('desktop', [])).toEqual([])
  })
})

describe('what follows from what the service answers to pay by', () => {
  const nothing = { outTradeNo: 'n', codeUrl: null, h5Url: null, jsapi: null, qrCode: null, formUrl: null }
  const call = { appId: 'wx1', timeStamp: '1', nonceStr: 'n', package: 'p', signType: 'RSA', paySign: 's' } as const
  const way = (method: Way['method'], manner: Way['manner'], channel: Way['channel'] = 'alipay'): Way => ({
    method,
    manner,
    channel,
  })
  const page = 'https://shiming.example/verify/pay'

  it('is a code, a page of the channel, WeChat’s sheet, or a link for another browser', () => {
    const native = way('wechat_native', 'code', 'wechat_pay')
    expect(stepAfter(native, { ...nothing, codeUrl: 'weixin://1' }, page)).toEqual({
      is: 'code',
      way: native,
      code: 'weixin://1',
    })
    const qr = way('alipay_qr', 'code')
    expect(stepAfter(qr, { ...nothing, qrCode: 'https://qr/1' }, page)).toMatchObject({
      is: 'code',
      code: 'https://qr/1',
    })
    const h5 = way('wechat_h5', 'jump', 'wechat_pay')
    expect(stepAfter(h5, { ...nothing, h5Url: 'https://wx/1' }, page)).toEqual({ is: 'away', to: 'https://wx/1' })
    const wap = { ...nothing, formUrl: 'https://ali/1' }
    expect(stepAfter(way('alipay_wap', 'jump'), wap, page)).toEqual({ is: 'away', to: 'https://ali/1' })
    const sheet = way('wechat_jsapi', 'sheet', 'wechat_pay')
    expect(stepAfter(sheet, { ...nothing, jsapi: call }, page)).toEqual({ is: 'away', call })
    const outside = way('alipay_wap', 'outside')
    expect(stepAfter(outside, wap, page)).toEqual({ is: 'outside', link: 'https://ali/1', ofChannel: true })
  })

  it('asks for no address of WeChat Pay that another browser could not use', () => {
    expect(leavesFirst(way('wechat_h5', 'outside', 'wechat_pay'))).toBe(true)
    expect(leavesFirst(way('wechat_h5', 'jump', 'wechat_pay'))).toBe(false)
    expect(leavesFirst(way('alipay_wap', 'outside'))).toBe(false)
  })
})

describe('an order in the eyes of its payer', () => {
  const expiresAt = '2026-11-28T08:30:00.000Z'
  const [before, after] = [Date.parse(expiresAt) - 1, Date.parse(expiresAt)]
  const phase = (status: Order['status'], now = before, causes: Order['refunds'][number]['cause'][] = []) =>
    phaseOf({ status, expiresAt, refunds: causes.map((cause) => ({ cause })) }, now)

  it('can be paid until its time is over by the clock of the service, and then is asked about', () => {
    expect(phase('created')).toBe('payable')
    expect(phase('created', after)).toBe('ending')
  })

  it('is paid, also where the result has sent the money back already', () => {
    for (const status of ['paid', 'settled'] as const) expect(phase(status, after)).toBe('paid')
    for (const status of ['refunding', 'refunded'] as const) expect(phase(status, after, ['verdict'])).toBe('paid')
    expect(phase('settled', after, ['second_payment'])).toBe('paid')
  })

  it('is over, with or without money that goes back', () => {
    expect(phase('closed')).toBe('closed')
    for (const cause of ['late_payment', 'wrong_amount', 'account_banned'] as const)
      expect(phase('refunding', after, [cause])).toBe('returning')
  })

  it('is looked at again while it may change, also where a code of a closed one may still be scanned', () => {
    const moving = (status: Order['status'], now: number, back: Order['refunds'][number]['status'][] = []) =>
      isMoving({ status, expiresAt, refunds: back.map((one) => ({ status: one })) }, now)
    for (const status of ['created', 'paid'] as const) expect(moving(status, after + HOUR)).toBe(true)
    for (const one of ['owed', 'on_its_way'] as const) expect(moving('refunding', after + HOUR, [one])).toBe(true)
    expect(moving('refunding', after + HOUR, ['back', 'needs_person'])).toBe(false)
    expect(moving('closed', after + 5 * MINUTE - 1)).toBe(true)
    expect(moving('closed', after + 5 * MINUTE)).toBe(false)
    for (const status of ['settled', 'refunded'] as const) expect(moving(status, before, ['back'])).toBe(false)
  })

  it('leads on to what was bought, or to ordering it anew', () => {
    expect(pagesOf({ kind: 'verification' })).toEqual({ pay: '/verify/pay', paid: '/verify/result', anew: '/verify' })
    expect(pagesOf({ kind: 'points' })).toEqual({ pay: '/points', paid: '/points', anew: '/points' })
  })
})

describe('step 2', () => {
  it('is where an unpaid verification belongs; what ended without money begins anew, everything else has a result', () => {
    expect(placeOf(undefined)).toBe('none')
    expect(placeOf({ status: 'awaiting_payment', reason: null })).toBe('here')
    expect(placeOf({ status: 'expired', reason: null })).toBe('over')
    expect(placeOf({ status: 'cancelled', reason: 'cancelled_by_user' })).toBe('over')
    expect(placeOf({ status: 'cancelled', reason: 'wrong_amount_paid' })).toBe('result')
    for (const status of ['queued', 'checking', 'verified', 'mismatch', 'undetermined'] as const)
      expect(placeOf({ status, reason: null })).toBe('result')
  })

  it('is headed by what is true of its order now', () => {
    expect(headingOf('here', 'payable')).toBe('title')
    for (const phase of ['closed', 'returning'] as const) expect(headingOf('here', phase)).toBe('over')
    for (const phase of ['ending', 'paid'] as const) expect(headingOf('here', phase)).toBe('payTitle')
    expect(headingOf('over', 'payable')).toBe('over')
    expect(headingOf('none', 'payable')).toBe('payTitle')
    expect(headingOf('result', 'payable')).toBe('title')
  })
})

describe('WeChat’s sheet', () => {
  const call: SheetCall = { appId: 'wx1', timeStamp: '1', nonceStr: 'n', package: 'p', signType: 'RSA', paySign: 's' }
  const browserOf = (answer?: string) => {
    const asked: unknown[] = []
    const target = new EventTarget()
    const bridge: BridgeWindow['WeixinJSBridge'] = {
      invoke: (name, parameters, told) => {
        asked.push([name, parameters])
        if (answer !== undefined) told({ err_msg: `get_brand_wcpay_request:${answer}` })
      },
    }
    const browser: BridgeWindow = { document: target }
    const come = () => {
      browser.WeixinJSBridge = bridge
      target.dispatchEvent(new Event('WeixinJSBridgeReady'))
    }
    return { browser, asked, come }
  }

  it('is asked for once the bridge is there, with what the service signed', async () => {
    const { browser, asked, come } = browserOf('ok')
    const end = openSheet(browser, call)
    expect(asked).toEqual([])
    come()
    expect(await end).toBe('done')
    expect(asked).toEqual([['getBrandWCPayRequest', call]])
  })

  it.each([
    ['cancel', 'cancelled'],
    ['fail', 'failed'],
    ['a word of later', 'failed'],
  ])('was closed without paying: %s', async (answer, end) => {
    const { browser, come } = browserOf(answer)
    come()
    expect(await openSheet(browser, call)).toBe(end)
  })

  it('cannot be opened where no bridge comes', async () => {
    vi.useFakeTimers()
    try {
      const end = openSheet(browserOf().browser, call)
      await vi.advanceTimersByTimeAsync(5000)
      expect(await end).toBe('no_bridge')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('what WeChat says of whose it is', () => {
  it('stands in the address, and is taken out of it', () => {
    expect(wechatEndIn('')).toBeUndefined()
    expect(wechatEndIn('?wechat=done')).toBe('done')
    expect(wechatEndIn('?a=1&wechat=snapshot_user')).toBe('snapshot_user')
    expect(withoutWechatEnd('?a=1&wechat=done')).toBe('?a=1')
    expect(withoutWechatEnd('?wechat=done')).toBe('')
  })

  it('is worth another try in words of a newer service', () =>
    expect(wechatEndIn('?wechat=new_word')).toBe('try_again'))
})
