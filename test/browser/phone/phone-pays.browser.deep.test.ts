import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Instance } from '../../flows/instance.ts'
import { submitted, verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'
import type { Opening } from '../visit/visits.ts'

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
  test('on its own sheet, as if the page were opened inside WeChat', async ({ open, instance }) => {
    const page = await beforePaying(open, instance, 'match')
    const phone = phoneOf(page)
    await phone.getByRole('button', { name: '更多' }).click()
    await phone.getByLabel('微信里').click()
    await press(page, /^付款 ¥1\.00/)
    await page.getByRole('button', { name: /允许/ }).click()
    // Asked for by the page's own call of the bridge.
    await phone.getByText('待支付').waitFor()
    await phone.getByRole('button', { name: '不付' }).click()
    await page.getByText(/您没有付款，没有扣款/).waitFor()
    await press(page, /^付款 ¥1\.00/)
    await phone.getByText('待支付').waitFor()
    await phone.getByRole('button', { name: '支付 ¥1.00' }).first().click()
    await page.getByRole('heading', { level: 1, name: '实名认证通过' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/verify/result')
  })
})

describe('the pretend phone shows a face', () => {
  test('to the code on the page, which learns of it by itself', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const page = await open({ device: 'desktop', hasPhone: true })
    await signedIn(page, user)
    await page.goto('/face')
    await page.getByRole('checkbox', { name: /^我已阅读并单独同意/ }).check()
    await press(page, '开始人脸核验')
    const phone = phoneOf(page)
    expect(await phone.getByRole('link', { name: '打开核验页面，试别的结果' }).getAttribute('href')).toMatch(/\/face\?/)
    await swept(page, 'phone-face', [page.locator('time'), page.locator('.qr')])
    await phone.getByRole('button', { name: '用本人的脸通过' }).click()
    await page.getByRole('heading', { name: '核验通过' }).waitFor()
  })
})
