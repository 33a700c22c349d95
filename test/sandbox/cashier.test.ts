import { describe, expect, it } from 'vitest'
import { pressAtCashier } from '../../functions/sandbox/alipay/cashier.ts'
import { serveAlipay } from '../../functions/sandbox/alipay/gateway.ts'
import { pendingTasks } from '../../functions/sandbox/delivery/task-store.ts'
import { openCashier } from '../../functions/sandbox/wechat-pay/cashier.ts'
import { merchantOf as alipayMerchantOf } from './alipay/merchant.ts'
import { makeKeys, stageOf } from './stage.ts'
import { merchantOf } from './wechat-pay/merchant.ts'

const keys = makeKeys()
const NO = 'order_0001'
const SITE = 'http://127.0.0.1:4000'
const RETURN = `${SITE}/return/7`
const NOTHING = Buffer.alloc(0)

/** A payer before the page of a channel, and what the merchant hears of it. */
type Payer = {
  opens(): Promise<{ status: number; text?: string; headers?: Record<string, string> }>
  presses(way: string): Promise<{ status: number; text?: string; headers?: Record<string, string> }>
  state(): Promise<unknown>
  pending(): Promise<number>
}

const atWechatPay = async (returnUrl: string | undefined, more: { referer?: string } = {}): Promise<Payer> => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  const url = String((await merchant.createH5(NO)).json.h5_url)
  const rawQuery = [url.split('?')[1], returnUrl && `redirect_url=${encodeURIComponent(returnUrl)}`]
    .filter(Boolean)
    .join('&')
  const { referer = `${SITE}/verify/pay` } = more
  const visit = { rawQuery, headers: referer === '' ? {} : { referer } }
  return {
    opens: () => openCashier(stage.sandbox, { ...visit, method: 'GET', rawBody: NOTHING }),
    presses: (way) => openCashier(stage.sandbox, { ...visit, method: 'POST', rawBody: Buffer.from(`way=${way}`) }),
    state: async () => (await merchant.query(NO)).json.trade_state,
    pending: async () => (await pendingTasks(stage.sandbox)).length,
  }
}

const atAlipay = async (returnUrl: string | undefined): Promise<Payer> => {
  const stage = stageOf(keys)
  const merchant = alipayMerchantOf(stage, keys)
  const url = merchant.pageUrl('wap', NO, returnUrl === undefined ? {} : { return_url: returnUrl })
  const rawQuery = url.split('?')[1] ?? ''
  return {
    opens: () => serveAlipay(stage.sandbox, { method: 'GET', rawQuery, rawBody: NOTHING }),
    presses: (way) => pressAtCashier(stage.sandbox, { rawQuery, rawBody: Buffer.from(`way=${way}`) }),
    state: async () => (await merchant.query(NO)).body.trade_status,
    pending: async () => (await pendingTasks(stage.sandbox)).length,
  }
}

const cashiers = [
  ['WeChat Pay', atWechatPay, 'SUCCESS', 'NOTPAY'],
  ['Alipay', atAlipay, 'TRADE_SUCCESS', undefined],
] as const

describe.each(cashiers)('the page of %s', (_, at, paid, unpaid) => {
  it('says in both languages what is asked for, that it is pretended, and loads nothing but its looks', async () => {
    const { status, text = '', headers = {} } = await (await at(RETURN)).opens()
    expect(status).toBe(200)
    for (const said of ['¥10.00', '不收真钱', 'no real money', 'Go back without paying']) expect(text).toContain(said)
    expect(text).not.toMatch(/<script|<style|\bstyle=|\bon\w+=/)
    expect([...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, one]) => one)).toEqual(['/sandbox/phone/cashier.css'])
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; form-action 'self';/)
  })

  it('takes the money and sends the browser back', async () => {
    const payer = await at(RETURN)
    const { status, headers } = await payer.presses('as_asked')
    expect(status).toBe(303)
    expect(headers?.location?.startsWith(RETURN)).toBe(true)
    expect([await payer.state(), await payer.pending()]).toEqual([paid, 1])
  })

  it('takes it once, however often it is pressed, and still knows the way back', async () => {
    const payer = await at(RETURN)
    await payer.presses('as_asked')
    const { status, text } = await payer.presses('as_asked')
    expect(status).toBe(200)
    expect(text).toContain('已支付')
    expect(text).toContain(`href="${RETURN}"`)
    expect(await payer.pending()).toBe(1)
    expect((await payer.opens()).text).toContain(`href="${RETURN}"`)
  })

  it('sends back whoever does not pay', async () => {
    const payer = await at(RETURN)
    expect(await payer.presses('refuse')).toMatchObject({ status: 303, headers: { location: RETURN } })
    expect([await payer.state(), await payer.pending()]).toEqual([unpaid, 0])
  })

  it.each([
    ['twice', 2],
    ['lost', 0],
    ['late', 1],
    ['other', 1],
    ['closed', 1],
  ])('lets it go wrong: %s', async (way, told) => {
    const payer = await at(RETURN)
    expect((await payer.presses(way)).status).toBe(303)
    expect([await payer.state(), await payer.pending()]).toEqual([paid, told])
  })

  it.each([undefined, 'https://elsewhere.example/x', 'javascript:alert(1)'])(
    'leads to no other place, also without a way back: %s',
    async (to) => {
      const payer = await at(to)
      const { status, text = '', headers } = await payer.presses('refuse')
      expect([status, headers?.location]).toEqual([200, undefined])
      expect(text).not.toContain('<a ')
    },
  )

  it.each(['', 'free', '__proto__'])('takes no other word: %j', async (word) => {
    const payer = await at(RETURN)
    expect((await payer.presses(word)).status).toBe(400)
    expect(await payer.state()).toBe(unpaid)
  })
})

describe('the page of WeChat Pay alone', () => {
  it.each(['', 'https://elsewhere.example/verify/pay'])(
    'opens from registered pages only, not from %j',
    async (referer) => {
      const { text } = await (await atWechatPay(RETURN, { referer })).opens()
      expect(text).toContain('商家存在未配置的参数')
      expect(text).not.toContain('<form')
    },
  )

  it('says that there is no such order', async () => {
    const stage = stageOf(keys)
    const headers = { referer: `${SITE}/` }
    const opened = await openCashier(stage.sandbox, {
      method: 'GET',
      rawQuery: 'prepay_id=wx1',
      headers,
      rawBody: NOTHING,
    })
    expect(opened.text).toContain('没有这笔订单')
  })
})
