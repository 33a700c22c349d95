import { describe, expect, it } from 'vitest'
import { type Payment, shownBy, standingOf } from '../../web/sandbox/payment.ts'
import { faultsOf, ways } from '../../web/sandbox/ways.ts'

describe('the scanner of the phone', () => {
  it.each([
    ['weixin://wxpay/bizpayurl?pr=Ab3', { codeUrl: 'weixin://wxpay/bizpayurl?pr=Ab3' }],
    ['https://qr.alipay.com/bax01', { qrCode: 'https://qr.alipay.com/bax01' }],
    ['http://a/sandbox/alipay/gateway.do?method=x', { formUrl: 'http://a/sandbox/alipay/gateway.do?method=x' }],
    ['http://a/sandbox/wechat-pay/checkmweb?p=1', { h5Url: 'http://a/sandbox/wechat-pay/checkmweb?p=1' }],
    ['http://a/sandbox/tencent-cloud/face?BizToken=1', undefined],
    [`http://a/scan#${'c'.repeat(43)}`, undefined],
    ['', undefined],
    ['六位数字', undefined],
    ['javascript:alert(1)', undefined],
  ])('knows by %j at which channel it is paid', (text, shown) => {
    expect(shownBy(text)).toEqual(shown)
  })

  it.each([
    ['NOTPAY', 0, 'open'],
    ['TRADE_NOT_EXIST', 0, 'open'],
    ['WAIT_BUYER_PAY', 0, 'open'],
    ['CLOSED', 0, 'closed'],
    ['TRADE_CLOSED', 0, 'closed'],
    ['REFUND', 100, 'paid'],
    ['TRADE_CLOSED', 100, 'paid'],
  ])('reads %s with %i fen paid', (state, paidFen, standing) => {
    expect(standingOf({ state, paidFen } as Payment)).toBe(standing)
  })
})

describe('a payment by the phone', () => {
  it('is something else for every way to pay', () => {
    expect(new Set(ways.map((way) => JSON.stringify(faultsOf(way, 100)))).size).toBe(ways.length)
    expect(faultsOf('other', 100)).toEqual({ amountFen: 101 })
  })
})
