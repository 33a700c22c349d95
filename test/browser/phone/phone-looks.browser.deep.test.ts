import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { submitted } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { signedIn } from '../visit/signed-in.ts'

const phoneOf = (page: Page) => page.getByRole('complementary', { name: '模拟手机' })
const app = (page: Page, name: string) =>
  phoneOf(page).getByRole('navigation').getByRole('button', { name, exact: true }).click()

describe('the pretend phone in every look', () => {
  test('its apps', async ({ open, instance }) => {
    const { user } = await submitted(instance, 'match', 'fee')
    const page = await open({ device: 'desktop', hasPhone: true })
    await page.goto('/sign-in')
    await page.getByLabel('手机号').fill(user.phone)
    await app(page, '短信')
    await phoneOf(page)
      .getByText(/验证码/)
      .first()
      .waitFor()
    await swept(page, 'phone-messages')
    await app(page, '人物')
    await swept(page, 'phone-people')
    await app(page, '更多')
    await swept(page, 'phone-more')
    expect(await tabbed(page)).toEqual(
      expect.arrayContaining(['收起手机', '过 1 天', '核验服务欠费', '本标签页不再显示手机']),
    )
  })

  test('its cashier, with the code of Alipay before it', async ({ open, instance }) => {
    const { user } = await submitted(instance, 'match', 'fee')
    const page = await open({ device: 'desktop', hasPhone: true })
    await signedIn(page, user)
    await page.goto('/verify/pay')
    await page.getByRole('radio', { name: /支付宝扫码/ }).check()
    await page.getByRole('button', { name: '显示付款码 ¥1.00' }).click()
    await phoneOf(page).getByText('待支付').waitFor()
    await swept(page, 'phone-pay', [page.locator('.qr')])
    await phoneOf(page).getByRole('button', { name: '支付 ¥1.00' }).first().click()
    await page.waitForURL('**/verify/result')
    await page.getByRole('heading', { level: 1, name: '实名认证通过' }).waitFor()
    await glanced(page, 'phone-paid')
  })

  test('above the page to which a channel leads back', async ({ open, instance }) => {
    const { user, orderId } = await submitted(instance, 'match', 'fee')
    const page = await open({ device: 'androidChrome', hasPhone: true })
    await signedIn(page, user)
    await page.goto('/verify/pay')
    await page.getByRole('button', { name: '去付款 ¥1.00' }).click()
    await page.getByRole('button', { name: /不付，返回/ }).click()
    await page.waitForURL(`**/return/${orderId}`)
    await page.getByRole('heading', { name: '付款完成了吗？' }).waitFor()
    await phoneOf(page).getByRole('button', { name: '打开手机' }).waitFor()
    await swept(page, 'phone-return')
    await phoneOf(page).getByRole('button', { name: '打开手机' }).click()
    await glanced(page, 'phone-return-open')
  })
})

describe('the phone of a deployed sandbox', () => {
  test('asks for its tester key, and again where that is not it', async ({ open }) => {
    const page = await open({ device: 'desktop', hasPhone: true })
    // As the service answers there: here nobody needs a key.
    await page.route('**/sandbox/*', (route) => {
      const isIt = route.request().headers()['x-shiming-tester'] === 'the-key-of-this-sandbox'
      if (isIt || !/\/sandbox\/(?:people|sms|scans)/.test(route.request().url())) return route.continue()
      const problem = {
        type: 'about:blank',
        status: 401,
        code: 'unauthenticated',
        title: '请先登录',
        detail: '请先登录。',
      }
      return route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem })
    })
    await page.goto('/sign-in')
    const phone = phoneOf(page)
    const key = phone.getByLabel('测试密钥')
    await phone.getByRole('button', { name: '使用' }).click()
    await phone.getByText('请填写测试密钥').waitFor()
    await key.fill('another-key')
    await phone.getByRole('button', { name: '使用' }).click()
    await phone.getByText('不是这个沙箱的测试密钥').waitFor()
    await swept(page, 'phone-tester-key')
    await key.fill('the-key-of-this-sandbox')
    await phone.getByRole('button', { name: '使用' }).click()
    await phone.getByRole('button', { name: '填入林知夏的手机号' }).waitFor()
    expect(await key.count()).toBe(0)
    // It stays in this tab.
    await page.reload()
    await phone.getByRole('button', { name: '填入林知夏的手机号' }).waitFor()
    expect(await key.count()).toBe(0)
  })
})

describe('the cashier of a channel', () => {
  test('can be used in any look', async ({ open, instance }) => {
    const { user, orderId } = await submitted(instance, 'match', 'fee')
    const { h5Url } = await instance.platform.shiming
      .withSession(user.token)
      .orders.pay(orderId, { method: 'wechat_h5', returnPath: `/return/${orderId}` })
    const page = await open({ device: 'androidChrome' })
    await page.goto(String(h5Url), { referer: `${instance.engine.url}/` })
    await page.getByText('让付款出点状况').click()
    await swept(page, 'cashier')
  })
})
