import { verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { serveAlipay } from '../../../functions/sandbox/alipay/gateway.ts'
import { buyerPays } from '../../../functions/sandbox/control/alipay-pay.ts'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { merchantOf } from './merchant.ts'

const keys = makeKeys()
const NO = 'order_0001'
const RETURN = 'https://shiming.example/paid?from=alipay'
const faults = {
  duplicates: 0,
  delayMs: 0,
  dropNotification: false,
  payAfterClose: false,
  signtest: false,
  scanOnly: false,
}

const started = () => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  const opens = (url: string) =>
    serveAlipay(stage.sandbox, { method: 'GET', rawQuery: url.split('?')[1] ?? '', rawBody: Buffer.alloc(0) })
  const pays = (formUrl: string) => buyerPays(stage.sandbox, { formUrl, faults })
  return { stage, merchant, opens, pays }
}

describe.each(['wap', 'page'] as const)('the page of %s.pay', (product) => {
  it('shows what is to be paid, and looking at it makes no trade', async () => {
    const { merchant, opens } = started()
    const page = await opens(merchant.pageUrl(product, NO))
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html;charset=utf-8' } })
    expect(page.text).toContain('¥10.00')
    expect(await merchant.query(NO)).toMatchObject({ body: { sub_code: 'ACQ.TRADE_NOT_EXIST' } })
  })

  it('is paid on, and sends the browser back with a signed receipt', async () => {
    const { merchant, pays } = started()
    const paid = await pays(merchant.pageUrl(product, NO, { return_url: RETURN }))
    expect(paid).toMatchObject({ ok: true, value: { outTradeNo: NO, paidFen: 1000, notifications: 1 } })
    const url = new URL(paid.ok ? (paid.value.returnUrl ?? '') : '')
    expect(`${url.origin}${url.pathname}`).toBe('https://shiming.example/paid')
    const { sign = '', sign_type, from, ...fields } = Object.fromEntries(url.searchParams)
    expect([sign_type, from]).toEqual(['RSA2', 'alipay'])
    expect(fields).toMatchObject({
      out_trade_no: NO,
      total_amount: '10.00',
      method: `alipay.trade.${product}.pay.return`,
    })
    const names = Object.keys(fields).toSorted()
    const text = names.map((name) => `${name}=${fields[name]}`).join('&')
    expect(verify('RSA-SHA256', Buffer.from(text), keys.alipayPublicKey, Buffer.from(sign, 'base64'))).toBe(true)
  })

  it('says what is wrong instead, in words', async () => {
    const { merchant, opens, pays } = started()
    const url = merchant.pageUrl(product, NO)
    expect((await opens(`${url}&total=1`)).text).toContain('isv.invalid-signature')
    expect(await pays(`${url}&total=1`)).toMatchObject({ ok: false, refusal: { code: 'signature_invalid' } })
    await pays(url)
    expect((await opens(url)).text).toContain('ACQ.TRADE_HAS_SUCCESS')
    expect(await pays(url)).toMatchObject({ ok: false, refusal: { code: 'order_not_payable' } })
  })

  it('may come as a form', async () => {
    const { merchant } = started()
    const fields = Object.fromEntries(new URL(merchant.pageUrl(product, NO)).searchParams)
    expect((await merchant.send(fields)).text).toContain('支付宝收银台')
  })
})

describe('hostile', () => {
  it('words of the order cannot become part of the page', async () => {
    const { merchant, opens } = started()
    const content = merchant.order(NO, { product_code: 'QUICK_WAP_WAY', subject: '<script>alert("1")</script>' })
    const fields = merchant.signed('alipay.trade.wap.pay', content)
    const { text } = await opens(`/?${new URLSearchParams(fields)}`)
    expect(text).not.toContain('<script')
    expect(text).toContain('&#60;script&#62;')
  })

  it.each(['', 'nonsense', 'https://elsewhere.example/?method=alipay.trade.query'])(
    'an address that is no page is refused: %j',
    async (formUrl) => {
      const { pays } = started()
      expect(await pays(formUrl)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
    },
  )

  it('a page of the wrong product, or going back to nowhere', async () => {
    const { merchant, opens } = started()
    const wrong = merchant.signed('alipay.trade.page.pay', merchant.order(NO, { product_code: 'QUICK_WAP_WAY' }))
    expect((await opens(`/?${new URLSearchParams(wrong)}`)).text).toContain('ACQ.INVALID_PARAMETER')
    const back = merchant.pageUrl('wap', NO, { return_url: 'javascript:alert(1)' })
    expect((await opens(back)).text).toContain('ACQ.INVALID_PARAMETER')
  })

  it('a fault shows as a page, too', async () => {
    const { merchant, opens, stage } = started()
    await armFault(stage.sandbox, 'alipay_create', NO, 'error_20000', 1)
    expect((await opens(merchant.pageUrl('wap', NO))).text).toContain('isp.unknow-error')
  })
})
