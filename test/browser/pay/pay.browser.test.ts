import { describe, expect } from 'vitest'
import { scan } from '../../../local/demo/user.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { test } from '../browser-test.ts'
import { lose, loseNetwork, returnAsItWas } from '../visit/network.ts'
import { signedIn } from '../visit/signed-in.ts'
import { atStep2, isAtResult, payments } from './step-2.ts'

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
    await page.getByText('取消了或没有付成的，不会扣款：这个码可以再扫一次').waitFor()
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
    expect(await other.getByRole('link', { name: '登录查看结果' }).getAttribute('href')).toBe(
      `/sign-in?to=/return/${orderId}`,
    )

    await page.getByRole('heading', { name: '付款完成了吗？' }).waitFor()
    await page.getByText('取消了或没有付成的，不会扣款').waitFor()
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

  test('changes the way to pay; what is given up is closed, and submitting begins anew', async ({ open, instance }) => {
    const { page, user, orderId } = await atStep2(instance, open, { device: 'desktop' })
    await page.getByRole('button', { name: '显示付款码 ¥1.00' }).click()
    await page.getByRole('img', { name: '微信付款码' }).waitFor()
    await page.getByRole('button', { name: '换一种付款方式' }).click()
    await page.getByRole('radio', { name: /支付宝扫码/ }).check()
    await page.getByRole('button', { name: '显示付款码 ¥1.00' }).click()
    await page.getByRole('img', { name: '支付宝付款码' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Choose and pay' }).waitFor()
    await page.getByRole('img', { name: 'Payment code: scan it with Alipay' }).waitFor()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('img', { name: '支付宝付款码' }).waitFor()
    await page.getByRole('button', { name: '放弃付款' }).click()
    await page.getByRole('button', { name: '放弃', exact: true }).dblclick()
    await page.getByRole('heading', { name: '订单已关闭' }).waitFor()
    await page.getByRole('heading', { level: 1, name: '这次认证已关闭' }).waitFor()
    expect(await page.getByText('付款后自动核验').count()).toBe(0)
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
