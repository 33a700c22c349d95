import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { scan, signIn } from '../../local/demo/user.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import type { Instance } from '../flows/instance.ts'
import { submitted, verifiedUser } from '../flows/way.ts'
import { test } from './browser-test.ts'
import { accessible } from './looks/accessible.ts'
import { laidOut } from './looks/layout.ts'
import { lose, loseNetwork, returnAsItWas } from './visit/network.ts'
import { signedIn } from './visit/signed-in.ts'
import { bridgeOf, type Opening } from './visit/visits.ts'

type Open = (opening?: Opening) => Promise<Page>

/** Somebody whose verification waits for its payment, at step 2. */
const atStep2 = async (instance: Instance, open: Open, opening: Opening, offer: 'fee' | 'membership' = 'fee') => {
  const way = await submitted(instance, 'match', offer)
  const page = await open(opening)
  await signedIn(page, way.user)
  await page.goto('/verify/pay')
  await page.getByRole('heading', { level: 1, name: '选择并付款' }).waitFor()
  return { ...way, page }
}

/** What a page was answered to pay by, in order. */
const payments = (page: Page): Promise<Record<string, string | null>>[] => {
  const answered: Promise<Record<string, string | null>>[] = []
  page.on('response', (response) => {
    // One that was left for the channel has nothing left to read.
    if (response.url().endsWith('/payments')) answered.push(response.json().catch(() => ({})))
  })
  return answered
}

const isAtResult = (page: Page): Promise<void> => page.waitForURL('**/verify/result')

describe('step 2', () => {
  test('P4 shows both offers with what goes back, a code to scan, and goes on by itself once it is paid', async ({
    open,
    instance,
  }) => {
    const { page } = await atStep2(instance, open, { device: 'desktop' })
    const asked = payments(page)
    await page.getByRole('cell', { name: '退 ¥9.00，收 ¥1.00' }).waitFor()
    await page.getByRole('button', { name: '显示付款码 ¥1.00' }).waitFor()
    await page.getByRole('button', { name: '显示付款码 ¥1.00' }).dblclick()
    await page.getByRole('img', { name: '微信付款码' }).waitFor()
    await accessible(page)
    await laidOut(page)
    await page.getByRole('button', { name: '我已付款' }).click()
    await page.getByText('支付渠道还没有收到这笔付款').waitFor()
    expect(asked.length).toBe(1)
    const { codeUrl } = (await asked[0]) ?? {}
    await scan(instance.platform, String(codeUrl))
    await isAtResult(page)
  })

  test('pays in a browser on a phone by a jump, once, and the way back works in another browser, too', async ({
    open,
    instance,
  }) => {
    const { page, orderId, user } = await atStep2(instance, open, { device: 'androidChrome' })
    await accessible(page)
    await laidOut(page)
    const asked = payments(page)
    await lose(page, '**/payments', 'answer', 1)
    await page.getByRole('button', { name: '去付款 ¥1.00' }).click()
    await page.getByText('网络连接不上，还没有开始付款').waitFor()
    await page.getByRole('button', { name: '去付款 ¥1.00' }).dblclick()
    await page.getByRole('button', { name: /不付，返回/ }).click()
    await page.waitForURL(`**/return/${orderId}`)
    expect(asked.length).toBe(1)

    const other = await open({ device: 'iphoneSafari' })
    await other.goto(`/return/${orderId}`)
    await other.getByRole('heading', { name: '付款结果在您登录的地方' }).waitFor()
    expect(await other.locator('#page main').textContent()).not.toMatch(/¥|\*\*/)
    await accessible(other)
    expect(await other.getByRole('link', { name: '登录查看结果' }).getAttribute('href')).toBe(
      `/sign-in?to=/return/${orderId}`,
    )

    await page.getByRole('heading', { name: '付款完成了吗？' }).waitFor()
    await page.getByRole('button', { name: '我已付款' }).click()
    await page.getByText('支付渠道还没有收到这笔付款').waitFor()
    await page.getByRole('button', { name: '付款遇到问题' }).click()
    await page.getByRole('button', { name: '去付款 ¥1.00' }).click()
    await page.getByText(/让付款出点状况/).click()
    await page.getByRole('button', { name: /付款，但不通知/ }).click()
    await page.waitForURL(`**/return/${orderId}`)
    await page.getByRole('button', { name: '我已付款' }).click()
    await isAtResult(page)
    await other.reload()
    await signedIn(other, user)
    await other.goto(`/return/${orderId}`)
    await isAtResult(other)
  })

  test('inside WeChat asks once whose it is, opens its sheet, and believes the channel and not the sheet', async ({
    open,
    instance,
  }) => {
    const { page } = await atStep2(instance, open, {})
    const bridge = bridgeOf(page)
    bridge.answer = 'cancel'
    await page.getByRole('button', { name: '付款 ¥1.00' }).dblclick()
    await page.getByText('付款没有完成').waitFor()
    expect(page.url()).toBe(`${instance.engine.url}/verify/pay`)
    expect(bridge.asked.length).toBe(1)
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
    expect(bridge.asked.length).toBe(4)
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

  test('inside WeChat takes Alipay’s link to a browser, and goes on when it is paid there', async ({
    open,
    instance,
  }) => {
    const { page } = await atStep2(instance, open, {}, 'membership')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('radio', { name: /支付宝/ }).check()
    await page.getByRole('button', { name: '换到浏览器付款 ¥10.00' }).click()
    await page.getByRole('heading', { name: '在手机浏览器中付款' }).waitFor()
    await page.getByRole('button', { name: '复制付款链接' }).click()
    await page.getByText('已复制').waitFor()
    const formUrl = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(formUrl).searchParams.get('method')).toBe('alipay.trade.wap.pay')
    await instance.platform.sandbox.payer.alipay({ formUrl })
    await isAtResult(page)
  })

  test('changes the way to pay; what is given up is closed, and submitting begins anew', async ({ open, instance }) => {
    const { page, user, orderId } = await atStep2(instance, open, { device: 'desktop' })
    await page.getByRole('button', { name: '显示付款码 ¥1.00' }).click()
    await page.getByRole('img', { name: '微信付款码' }).waitFor()
    await page.getByRole('button', { name: '换一种付款方式' }).click()
    await page.getByRole('radio', { name: /支付宝扫码/ }).check()
    await page.getByRole('button', { name: '显示付款码 ¥1.00' }).click()
    await page.getByRole('img', { name: '支付宝付款码' }).waitFor()
    await page.getByRole('button', { name: '放弃付款' }).click()
    await page.getByRole('button', { name: '放弃', exact: true }).dblclick()
    await page.getByRole('heading', { name: '订单已关闭' }).waitFor()
    const order = () => instance.platform.shiming.withSession(user.token).orders.get(orderId)
    expect((await order()).status).toBe('closed')
    await page.reload()
    await page.getByRole('heading', { name: '这次认证已关闭' }).waitFor()
  })

  test('says when the time is over, and that a payment which came late goes back', async ({ open, instance }) => {
    const { page } = await atStep2(instance, open, { device: 'desktop' })
    const asked = payments(page)
    await page.getByRole('radio', { name: /支付宝扫码/ }).check()
    await page.getByRole('button', { name: '显示付款码 ¥1.00' }).click()
    await page.getByRole('img', { name: '支付宝付款码' }).waitFor()
    await instance.engine.advance(30 * MINUTE)
    await page.getByRole('heading', { name: '付款时间已到' }).waitFor()
    await instance.engine.advance(MINUTE)
    await page.getByRole('heading', { name: '订单已关闭' }).waitFor()
    const { qrCode } = (await asked[0]) ?? {}
    await scan(instance.platform, String(qrCode), { payAfterClose: true })
    await page.getByRole('heading', { name: '这笔款会全部退回' }).waitFor()
    expect(await page.locator('#page main').textContent()).toContain('退 ¥1.00')
  })

  test('paid on another device, and without a network meanwhile: both go on', async ({ open, instance }) => {
    const { page, user } = await atStep2(instance, open, {})
    const desktop = await open({ device: 'desktop' })
    await signedIn(desktop, user)
    await desktop.goto('/verify/pay')
    const asked = payments(desktop)
    await desktop.getByRole('button', { name: '显示付款码 ¥1.00' }).click()
    await desktop.getByRole('img', { name: '微信付款码' }).waitFor()
    const again = await loseNetwork(page)
    const { codeUrl } = (await asked[0]) ?? {}
    await scan(instance.platform, String(codeUrl))
    await isAtResult(desktop)
    await again()
    await returnAsItWas(page)
    await isAtResult(page)
    expect(asked.length).toBe(1)
  })
})

describe('buying', () => {
  test('P15 a month of membership: what it brings, paid, and until when', async ({ open, instance }) => {
    const { phone } = await instance.person('match')
    const page = await open({ device: 'desktop' })
    await signedIn(page, await signIn(instance.platform, phone))
    await page.goto('/membership')
    await page.getByRole('button', { name: '购买，¥10.00' }).waitFor()
    await accessible(page)
    await laidOut(page)
    await page.getByRole('button', { name: '购买，¥10.00' }).dblclick()
    await page.getByRole('button', { name: '显示付款码 ¥10.00' }).waitFor()
    await page.reload()
    const asked = payments(page)
    await page.getByRole('button', { name: '显示付款码 ¥10.00' }).click()
    await page.getByRole('img', { name: '微信付款码' }).waitFor()
    await scan(instance.platform, String((await asked[0])?.codeUrl))
    await page.getByText('已付款，会员已生效。').waitFor()
    await page.getByText('有效期至').waitFor()
    await page.getByRole('button', { name: '再买一个月，¥10.00' }).waitFor()
  })

  test('P14 P1 points: behind the gate, then an amount, paid, and there', async ({ open, instance }) => {
    const { phone } = await instance.person('match')
    const stranger = await open()
    await signedIn(stranger, await signIn(instance.platform, phone))
    await stranger.goto('/points')
    await stranger.getByText('充值积分需要先完成实名认证').waitFor()
    await stranger.getByText('代码 905').waitFor()
    expect(await stranger.getByRole('link', { name: '去实名认证' }).getAttribute('href')).toMatch(/\/verify$/)
    await accessible(stranger)

    const { user } = await verifiedUser(instance, 'fee')
    const page = await open({ device: 'desktop' })
    await signedIn(page, user)
    await page.goto('/points')
    await page.getByRole('radio', { name: '其他数量' }).check()
    await page.getByLabel('充值的积分数').fill('7')
    await page.getByRole('button', { name: '去付款' }).click()
    await page.getByRole('alert').getByText('请填写 100 到 100000 之间的整数。').waitFor()
    await page.getByLabel('充值的积分数').fill('2 500')
    await page.getByText('应付 ¥25.00').waitFor()
    await page.getByRole('button', { name: '去付款，¥25.00' }).dblclick()
    const asked = payments(page)
    await page.getByRole('button', { name: '显示付款码 ¥25.00' }).click()
    await page.getByRole('img', { name: '微信付款码' }).waitFor()
    await scan(instance.platform, String((await asked[0])?.codeUrl))
    await page.getByText('已付款，积分已到账。').waitFor()
    await page.getByText('2500 积分').waitFor()
  })
})
