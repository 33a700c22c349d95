import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { scan, signIn } from '../../local/demo/user.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { submitted, verifiedUser } from '../flows/way.ts'
import { test } from './browser-test.ts'
import { accessible } from './looks/accessible.ts'
import { asPictured, inEveryLook } from './looks/in-every-look.ts'
import { tabbed } from './looks/keyboard.ts'
import { laidOut } from './looks/layout.ts'
import { pictured } from './looks/pictured.ts'
import { signedIn } from './visit/signed-in.ts'

/** Judges a page as it is in every look, and takes its pictures. */
const sweep = async (page: Page, name: string): Promise<void> => {
  await inEveryLook(page, async (shown) => {
    await accessible(page, shown)
    await laidOut(page, shown)
  })
  await asPictured(page, async (shown) => void (await pictured(page, name, { ...shown, mask: [page.locator('.qr')] })))
}

describe('paying in every look', () => {
  test('on a desktop: choosing, a code, the end of its time', async ({ open, instance }) => {
    const { user } = await submitted(instance, 'match', 'fee')
    const page = await open({ device: 'desktop' })
    await signedIn(page, user)
    await page.goto('/verify/pay')
    await page.getByRole('radio', { name: /支付宝扫码/ }).check()
    await sweep(page, 'pay-choosing')
    expect(await tabbed(page)).toEqual(
      expect.arrayContaining([
        '换另一种',
        expect.stringContaining('支付宝扫码'),
        '显示付款码 ¥1.00',
        '我已付款',
        '放弃付款',
      ]),
    )
    const paying = page.waitForResponse('**/payments')
    await page.getByRole('button', { name: '显示付款码' }).click()
    const { qrCode } = await (await paying).json()
    await page.getByRole('img', { name: '支付宝付款码' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('请用手机支付宝')
    await page.getByRole('button', { name: '我已付款' }).click()
    await page.getByText('支付渠道还没有收到这笔付款').waitFor()
    await sweep(page, 'pay-code')
    await page.getByRole('button', { name: '换另一种' }).click()
    await sweep(page, 'pay-change-offer')
    await page.getByRole('button', { name: '不换了' }).click()
    await instance.engine.advance(30 * MINUTE)
    await page.getByRole('heading', { name: '付款时间已到' }).waitFor()
    await sweep(page, 'pay-ending')
    await instance.engine.advance(MINUTE)
    await page.getByRole('heading', { name: '订单已关闭' }).waitFor()
    await sweep(page, 'pay-closed')
    await scan(instance.platform, qrCode, { payAfterClose: true })
    await page.getByRole('heading', { name: '这笔款会全部退回' }).waitFor()
    await sweep(page, 'pay-returning')
    await page.reload()
    await page.getByRole('heading', { name: '这次认证已关闭' }).waitFor()
    await sweep(page, 'pay-over')
  })

  test('inside WeChat: choosing and leaving for a browser; and back from a channel', async ({ open, instance }) => {
    const { user, orderId } = await submitted(instance, 'match', 'membership')
    const page = await open()
    await page.goto(`/return/${orderId}`)
    await page.getByRole('heading', { name: '付款结果在您登录的地方' }).waitFor()
    await sweep(page, 'return-elsewhere')
    await signedIn(page, user)
    await page.goto(`/return/${orderId}`)
    await page.getByRole('heading', { name: '付款完成了吗？' }).waitFor()
    await sweep(page, 'return')
    await page.goto('/verify/pay')
    await page.getByRole('radio', { name: /支付宝/ }).check()
    await sweep(page, 'pay-choosing-wechat')
    await page.getByRole('button', { name: '换到浏览器付款' }).click()
    await page.getByRole('heading', { name: '在手机浏览器中付款' }).waitFor()
    await sweep(page, 'pay-outside')
  })

  test('membership and points', async ({ open, instance }) => {
    const { phone } = await instance.person('match')
    const page = await open()
    await signedIn(page, await signIn(instance.platform, phone))
    await page.goto('/points')
    await page.getByText('代码 905').waitFor()
    await sweep(page, 'points-shut')
    await page.goto('/membership')
    await page.getByRole('button', { name: '购买，¥10.00' }).waitFor()
    await sweep(page, 'membership')
    const { user } = await verifiedUser(instance, 'membership')
    await signedIn(page, user)
    await page.goto('/points')
    await page.getByRole('radio', { name: '其他数量' }).check()
    await page.getByRole('button', { name: '去付款' }).click()
    await page.getByRole('alert').waitFor()
    await sweep(page, 'points')
  })
})
