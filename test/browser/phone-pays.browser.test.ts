import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Instance } from '../flows/instance.ts'
import { submitted } from '../flows/way.ts'
import { test } from './browser-test.ts'
import { accessible } from './looks/accessible.ts'
import { laidOut } from './looks/layout.ts'
import { pictured } from './looks/pictured.ts'
import type { Opening } from './visit/visits.ts'

const phoneOf = (page: Page) => page.getByRole('complementary', { name: '模拟手机' })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** Somebody with an order to pay, signed in before it with the code of the phone. */
const beforePaying = async (
  open: (opening?: Opening) => Promise<Page>,
  instance: Instance,
  outcome: string,
): Promise<Page> => {
  const { person } = await submitted(instance, outcome, 'fee')
  // Another code within a minute is refused.
  await instance.platform.pass('1m')
  const page = await open({ device: 'desktop', hasPhone: true })
  await page.goto('/verify/pay')
  const phone = phoneOf(page)
  await page.getByRole('textbox', { name: '手机号' }).waitFor()
  await phone.getByRole('button', { name: '人物' }).click()
  await phone.getByRole('button', { name: `填入 ${person.name}` }).click()
  await press(page, '获取验证码')
  await phone.getByText('已自动填入').waitFor()
  await press(page, /^登录$/)
  return page
}

describe('the pretend phone pays', () => {
  test('on the page of WeChat Pay, as if on a phone, and comes back', async ({ open, instance }) => {
    const page = await beforePaying(open, instance, 'match')
    await phoneOf(page).getByRole('button', { name: '更多' }).click()
    await pictured(page, 'phone-more')
    await phoneOf(page).getByLabel('手机浏览器里').click()
    await press(page, /^去付款 ¥1\.00/)
    await page.getByRole('heading', { level: 1, name: '微信支付收银台' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/sandbox/wechat-pay/checkmweb')
    await pictured(page, 'cashier')
    await accessible(page)
    await laidOut(page)
    await press(page, /^支付 ¥1\.00/)
    await page.waitForURL('**/return/*')
    await page.getByRole('heading', { level: 1, name: '实名认证通过' }).waitFor()
  })
})
