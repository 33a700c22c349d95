import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { submitted, verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { signedIn } from '../visit/signed-in.ts'
import { atStep2 } from './step-2.ts'

describe('paying in every look', () => {
  test('choosing, on a desktop', async ({ open, instance }) => {
    const { page } = await atStep2(instance, open, { device: 'desktop' })
    await page.getByRole('radio', { name: /支付宝扫码/ }).check()
    await swept(page, 'pay-choosing')
    const stops = ['换另一种', expect.stringContaining('支付宝扫码'), '显示付款码 ¥1.00', '我已付款', '放弃付款']
    expect(await tabbed(page)).toEqual(expect.arrayContaining(stops))
    await page.getByRole('button', { name: '换另一种' }).click()
    await glanced(page, 'pay-change-offer')
  })

  test('a code, which is reached by the focus', async ({ open, instance }) => {
    const { page } = await atStep2(instance, open, { device: 'desktop' })
    await page.getByRole('button', { name: '显示付款码' }).click()
    await page.getByRole('img', { name: '微信付款码' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('请用手机微信')
    await page.getByRole('button', { name: '我已付款' }).click()
    await page.getByText('支付渠道还没有收到这笔付款').waitFor()
    await swept(page, 'pay-code', [page.locator('.qr')])
  })

  test('the end of its time, and what comes after that', async ({ open, instance }) => {
    const { page } = await atStep2(instance, open, { device: 'androidChrome' })
    await page.getByRole('button', { name: '去付款' }).waitFor()
    await instance.engine.advance(30 * MINUTE)
    await page.getByRole('heading', { name: '付款时间已到' }).waitFor()
    await glanced(page, 'pay-ending')
    await instance.engine.advance(MINUTE)
    await page.getByRole('heading', { name: '订单已关闭' }).waitFor()
    await glanced(page, 'pay-closed')
    await page.reload()
    await page.getByRole('heading', { name: '这次认证已关闭' }).waitFor()
    await glanced(page, 'pay-over')
    expect(await page.getByRole('link', { name: '填写认证信息' }).getAttribute('href')).toBe('/verify')
  })

  test('leaving WeChat for a browser', async ({ open, instance }) => {
    const { page } = await atStep2(instance, open, {}, 'membership')
    await page.getByRole('radio', { name: /支付宝/ }).check()
    await page.getByRole('button', { name: '换到浏览器付款' }).click()
    await page.getByRole('heading', { name: '在手机浏览器中付款' }).waitFor()
    await swept(page, 'pay-outside')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['复制付款链接', '我已付款', '换一种付款方式']))
  })

  test('back from a channel, in another browser and in the same', async ({ open, instance }) => {
    const { user, orderId } = await submitted(instance, 'match', 'fee')
    const page = await open({ device: 'iphoneSafari' })
    await page.goto(`/return/${orderId}`)
    await page.getByRole('heading', { name: '付款结果在您登录的地方' }).waitFor()
    await swept(page, 'return-elsewhere')
    await signedIn(page, user)
    await page.reload()
    await page.getByRole('heading', { name: '付款完成了吗？' }).waitFor()
    await glanced(page, 'return')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['我已付款', '付款遇到问题']))
  })

  test('membership', async ({ open, instance }) => {
    const { phone } = await instance.person('match')
    const page = await open()
    await signedIn(page, await signIn(instance.platform, phone))
    await page.goto('/membership')
    await page.getByRole('button', { name: '购买，¥10.00' }).waitFor()
    await swept(page, 'membership')
    await page.goto('/points')
    await page.getByText('代码 905').waitFor()
    await glanced(page, 'points-shut')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['去实名认证']))
  })

  test('points', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'membership')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/points')
    await page.getByRole('radio', { name: '其他数量' }).check()
    await page.getByRole('button', { name: '去付款' }).click()
    await page.getByRole('alert').waitFor()
    await swept(page, 'points')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['充值的积分数', '去付款']))
  })
})
