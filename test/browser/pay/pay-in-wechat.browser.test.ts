import { describe, expect } from 'vitest'
import { test } from '../browser-test.ts'
import { bridgeOf } from '../visit/visits.ts'
import { atStep2, isAtResult } from './step-2.ts'

describe('step 2 inside WeChat', () => {
  test('asks once whose it is, opens its sheet, and believes the channel and not the sheet', async ({
    open,
    instance,
  }) => {
    const { page } = await atStep2(instance, open, {})
    const bridge = bridgeOf(page)
    bridge.answer = 'cancel'
    await page.getByRole('button', { name: '付款 ¥1.00' }).dblclick()
    await page.getByText('您没有付款，没有扣款').waitFor()
    expect(page.url()).toBe(`${instance.engine.url}/verify/pay`)
    expect(bridge.asked.length).toBe(1)
    bridge.answer = 'fail'
    await page.getByRole('button', { name: '付款 ¥1.00' }).click()
    await page.getByText('微信没能付成，没付成的不会扣款').waitFor()
    bridge.answer = 'ok'
    await page.getByRole('button', { name: '付款 ¥1.00' }).click()
    await page.getByText('支付渠道还没有收到这笔付款').waitFor()
    bridge.answer = 'nothing'
    await page.getByRole('button', { name: '付款遇到问题' }).click()
    await page.getByRole('button', { name: '付款 ¥1.00' }).click()
    await page.getByRole('heading', { name: '付款完成了吗？' }).waitFor()
    await page.reload()
    bridge.answer = 'ok'
    bridge.payer = (jsapi) => instance.platform.sandbox.payer.wechatPay({ jsapi: jsapi as never })
    await page.getByRole('button', { name: '付款 ¥1.00' }).click()
    await isAtResult(page)
    expect(bridge.refusals).toEqual([])
    expect(bridge.asked.length).toBe(5)
  })

  test('says why WeChat does not tell whose it is, and pays another way', async ({ open, instance }) => {
    const { page } = await atStep2(instance, open, {})
    for (const [end, said] of [
      ['snapshot_user', '现在看到的是微信的快照页'],
      ['barred', '您的微信目前不能授权付款'],
      ['anything', '微信授权没有成功'],
    ] as const) {
      await page.goto(`/verify/pay?wechat=${end}`)
      await page.getByText(said).waitFor()
      expect(page.url()).toBe(`${instance.engine.url}/verify/pay`)
    }
    await page.getByRole('radio', { name: /支付宝/ }).check()
    await page.getByRole('button', { name: '换到浏览器付款 ¥1.00' }).waitFor()
    expect(bridgeOf(page).asked).toEqual([])
  })

  test('takes Alipay’s link to a browser, and goes on when it is paid there', async ({ open, instance }) => {
    const { page } = await atStep2(instance, open, {}, 'membership')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('radio', { name: /支付宝/ }).check()
    await page.getByRole('button', { name: '换到浏览器付款 ¥10.00' }).click()
    await page.getByRole('heading', { name: '在手机浏览器中付款' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Pay in the browser of your phone' }).waitFor()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('button', { name: '复制付款链接' }).click()
    await page.getByText('已复制').waitFor()
    const formUrl = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(formUrl).searchParams.get('method')).toBe('alipay.trade.wap.pay')
    await instance.platform.sandbox.payer.alipay({ formUrl })
    await isAtResult(page)
  })
})
