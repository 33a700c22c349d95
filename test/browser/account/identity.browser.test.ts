import { describe, expect } from 'vitest'
import { problems } from '../../../functions/problems.ts'
import { asPlatform, verifyPlatformUser } from '../../../local/demo/identity.ts'
import { codeToScan, scan, signIn, submit } from '../../../local/demo/user.ts'
import { problemAnswer } from '../../../shared/http/problem-answer.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { glanced } from '../looks/judged.ts'
import { laidOut } from '../looks/layout.ts'
import { fillIn, signInOn, submitForm } from '../people.ts'
import { signedIn } from '../visit/signed-in.ts'

const SHOP = {
  names: { zh: '示例商城', en: 'Example shop' },
  callback: 'https://shop.example.com/identity',
  page: 'https://shop.example.com/close',
}

const heading = (name: string | RegExp) => ({ level: 1, name }) as const

describe('X6 where and how somebody is verified', () => {
  test('is shown on a page of its own, with what relies on it and the way to say that it was not them', async ({
    open,
    instance,
  }) => {
    const stage = { ...instance, step: () => undefined }
    const { businesses } = asPlatform(stage)
    const token = await verifyPlatformUser(stage, 'shopper', await instance.person('match'))
    await businesses.keep('shop', SHOP)
    await businesses.bind({ code: 'shop', externalId: 'shopper' })
    const page = await open()
    await signedIn(page, { token })
    await page.goto('/account')
    await page.getByRole('link', { name: '我的实名' }).click()
    await page.getByRole('heading', heading('我的实名')).waitFor()
    await page.getByRole('heading', { name: '示例商城' }).waitFor()
    expect(await page.getByRole('link', { name: '去“示例商城”解除绑定' }).getAttribute('href')).toBe(SHOP.page)
    await page.getByRole('heading', { name: '运营商三要素核验（姓名、证件号码、手机号）' }).waitFor()
    await glanced(page, 'identity')
    await page.setViewportSize({ width: 320, height: 700 })
    await accessible(page)
    await laidOut(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await glanced(page, 'identity')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('link', { name: '查看并确认' }).click()
    await page.getByRole('heading', heading('这次实名认证是您本人操作的吗？')).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/not-me\/[0-9a-f]{32}$/)
  })

  test('leads whoever is not verified to verification, in English too', async ({ open, instance }) => {
    const user = await signIn(instance.platform, (await instance.person('match')).phone)
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    await signedIn(page, user)
    await page.goto('/identity')
    await page.getByRole('heading', heading('My identity')).waitFor()
    await page.getByText('Nothing relies on your identity.').waitFor()
    await glanced(page, 'identity-none')
    await page.setViewportSize({ width: 320, height: 700 })
    await accessible(page)
    await laidOut(page)
    await page.getByRole('link', { name: 'Verify now' }).click()
    await page.waitForURL('**/verify')
  })
})

describe('X5 two accounts and one person', () => {
  test('whoever comes late reads what leads on, and whoever holds the person that somebody tried', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const person = await instance.person('match')
    const token = await verifyPlatformUser({ ...instance, step: () => undefined }, 'holder', person)
    const other = await open()
    await signInOn(other, instance, (await instance.person('match')).phone)
    await other.goto('/verify')
    await fillIn(other, instance, person)
    await submitForm(other)
    await other.getByRole('heading', heading('该身份不能在这个账号认证')).waitFor()
    expect(await other.getByRole('list').getByRole('listitem').count()).toBeGreaterThanOrEqual(4)
    await glanced(other, 'identity-unavailable')
    await other.setViewportSize({ width: 320, height: 700 })
    await accessible(other)
    await laidOut(other)
    await other.getByRole('link', { name: '告诉我们' }).click()
    await other.getByText('我没有实名过，身份却已被使用').waitFor()

    await platform.pass('3m')
    const page = await open()
    await signedIn(page, { token })
    await page.goto('/inbox')
    await page.getByRole('link', { name: /^有人尝试用您的身份认证另一个账号/ }).click()
    await page
      .getByRole('link', { name: /about=attempt/ })
      .first()
      .click()
    await page.getByText('有人在别处用我的身份认证').waitFor()
    await accessible(page)
  })

  test('whoever paid and was late reads what leads on with the result, and everything goes back', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const person = await instance.person('match')
    const late = await signIn(platform, (await instance.person('mismatch')).phone)
    const { order } = await submit(platform, late, person, 'fee')
    const { codeUrl } = await codeToScan(platform, late, order.id)
    await platform.pass('2m')
    await verifyPlatformUser({ ...instance, step: () => undefined }, 'first', person)
    await scan(platform, codeUrl)
    await platform.pass('2m')
    const page = await open()
    await signedIn(page, late)
    await page.goto('/verify/result')
    await page.getByText('该身份暂不能在本账号使用').first().waitFor()
    await page.getByText(/^不记得是哪个账号/).waitFor()
    await glanced(page, 'result-identity-in-use')
  })

  test('an account that is somebody else reads what leads on', async ({ open, instance }) => {
    const page = await open()
    await signInOn(page, instance, (await instance.person('match')).phone)
    const told = { acceptLanguage: 'zh', requestId: 'r', now: 0 }
    const refusal = {
      code: 'verified_as_another',
      fields: [{ pointer: '/idNumber', code: 'verified_as_another' }],
    } as const
    const { text = '' } = await problemAnswer(async () => problems, { ...refusal, fields: [...refusal.fields] }, told)
    // Only an account whose evidence has ended comes so far.
    await page.route('**/v1/verifications', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 409, contentType: 'application/problem+json', body: text })
        : route.continue(),
    )
    await page.goto('/verify')
    await fillIn(page, instance, await instance.person('match'))
    await submitForm(page)
    await page.getByRole('heading', heading('本账号已用另一个身份实名')).waitFor()
    await glanced(page, 'verified-as-another')
    await page.getByRole('link', { name: '我的实名' }).first().click()
    await page.waitForURL('**/identity')
  })
})
