import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { wechatUserRoute } from '../../../functions/sandbox/control-channels.route.ts'
import { signIn } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { glanced } from '../looks/judged.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { codeIn, signInOn } from '../people.ts'
import { signedIn } from '../visit/signed-in.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

/** Scans the code on the page as a phone does, which a link there opens. */
const scanned = async (page: Page): Promise<Page> => {
  const coming = page.context().waitForEvent('page')
  await page.getByRole('link', { name: '打开模拟手机扫码' }).click()
  const phone = await coming
  await phone.getByRole('heading', { level: 1, name: '微信：确认登录' }).waitFor()
  return phone
}

/** The phone answers and is put away, once it has said so: a page that is on its way elsewhere may never close. */
const answered = async (phone: Page, answer: '同意登录' | '拒绝'): Promise<void> => {
  await press(phone, answer)
  await phone.getByText(/已同意，请回到电脑|已拒绝/).waitFor()
  await phone.close()
}

const agreed = async (phone: Page, user: string): Promise<void> => {
  await phone.getByLabel('以谁的身份').fill(user)
  await answered(phone, '同意登录')
}

/** The phone scans and confirms as that user. */
const confirmed = async (page: Page, user: string): Promise<void> => agreed(await scanned(page), user)

/** Proves a number on the page that asks for one. */
const prove = async (page: Page, instance: Instance, phone: string, last: string): Promise<void> => {
  await page.getByLabel('手机号').fill(phone)
  await press(page, '获取验证码')
  await page.getByText(/验证码已发送到/).waitFor()
  await page.getByLabel('短信验证码').fill(await codeIn(instance, phone))
  await page.getByRole('button', { name: last, exact: true }).click()
}

describe('W1 signing in by WeChat on a desktop', () => {
  test('scans and confirms; an unknown one proves a phone once, and WeChat alone is enough the next time', async ({
    open,
    instance,
  }) => {
    const { phone } = await instance.person('match')
    const page = await open({ device: 'desktop' })
    await page.goto('/membership')
    await page.getByRole('button', { name: '微信扫码登录' }).waitFor()
    await glanced(page, 'sign-in-desktop')
    await press(page, '微信扫码登录')
    await page.getByRole('heading', { level: 1, name: '微信登录' }).waitFor()
    await accessible(page)
    await laidOut(page)
    await pictured(page, 'wechat-qr', { mask: [page.getByRole('img')] })
    const asking = await scanned(page)
    await accessible(asking)
    await pictured(asking, 'wechat-confirm')
    await page.getByText('已扫描，请在手机上确认登录').waitFor()
    await agreed(asking, '周')

    await page.getByRole('heading', { level: 1, name: '还差一步：验证手机号' }).waitFor()
    await glanced(page, 'wechat-join')
    await prove(page, instance, phone, '登录并绑定微信')
    await page.waitForURL('**/membership')
    await page.getByRole('heading', { level: 1, name: /会员/ }).waitFor()

    await page.goto('/account')
    await press(page, '退出登录')
    await page.waitForURL(`${instance.engine.url}/`)
    await page.goto('/orders')
    await press(page, '微信扫码登录')
    await page.getByRole('heading', { level: 1, name: '微信登录' }).waitFor()
    await confirmed(page, '周')
    await page.waitForURL('**/orders')
    await page.getByRole('heading', { level: 1, name: /订单/ }).waitFor()
    await page.goto('/account')
    await page.getByText(/，微信登录，/).waitFor()
  })

  test('says what a refusal, a code that expired and another account in the browser come to', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    await page.goto('/sign-in?to=/orders')
    await press(page, '微信扫码登录')
    await answered(await scanned(page), '拒绝')
    await page.getByText('您在微信里没有同意登录').waitFor()
    await glanced(page, 'sign-in-denied')

    await press(page, '微信扫码登录')
    await page.getByRole('heading', { level: 1, name: '微信登录' }).waitFor()
    await instance.platform.pass('3m')
    await page.getByText('二维码已过期').waitFor()
    await pictured(page, 'wechat-qr-expired')
    await page.getByRole('link', { name: '刷新二维码' }).click()
    await confirmed(page, '吴')
    await page.getByRole('heading', { level: 1, name: '还差一步：验证手机号' }).waitFor()
    await page.getByRole('link', { name: '不绑定微信，只用手机号登录' }).click()
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  })

  test('signs in and does not bind where the account has another WeChat, and says so, in English too', async ({
    open,
    instance,
  }) => {
    const { phone } = await instance.person('match')
    const first = await open({ device: 'desktop' })
    await first.goto('/sign-in?to=/orders')
    await press(first, '微信扫码登录')
    await confirmed(first, '郑')
    await prove(first, instance, phone, '登录并绑定微信')
    await first.waitForURL('**/orders')
    await instance.platform.pass('2m')

    const page = await open({ device: 'desktop', language: 'en' })
    await page.goto('/sign-in?to=/orders')
    await press(page, 'Scan with WeChat')
    await confirmed(page, '王')
    await page.getByRole('heading', { level: 1, name: 'One more step: your number' }).waitFor()
    await page.getByLabel('Mobile number').fill(phone)
    await press(page, 'Send me a code')
    await page.getByText(/A code was sent to/).waitFor()
    await page.getByLabel('Code of the text message').fill(await codeIn(instance, phone))
    await page.getByRole('button', { name: 'Sign in and bind WeChat', exact: true }).click()
    await page.getByText('This account has another WeChat bound', { exact: false }).waitFor()
    await glanced(page, 'wechat-not-bound-en')
    expect(await page.getByRole('link', { name: 'See or unbind WeChat' }).getAttribute('href')).toBe('/wechat')
    await press(page, 'Go on')
    await page.waitForURL('**/orders')
  })
})

describe('W1 signing in inside WeChat', () => {
  test('asks nothing of whoever is known, and a number of whoever is not; who signs out stays out', async ({
    open,
    instance,
  }) => {
    const { phone } = await instance.person('match')
    await instance.platform.must(wechatUserRoute, { body: { user: '冯' } })
    const page = await open({ asksWechat: true })
    await page.goto('/orders')
    await page.getByRole('heading', { level: 1, name: '还差一步：验证手机号' }).waitFor()
    await glanced(page, 'wechat-join-inside')
    await prove(page, instance, phone, '登录并绑定微信')
    await page.waitForURL('**/orders')

    const later = await open({ asksWechat: true })
    await later.goto('/orders')
    await later.getByRole('heading', { level: 1, name: /订单/ }).waitFor()
    expect(new URL(later.url()).search).toBe('')
    await later.goto('/account')
    await press(later, '退出登录')
    await later.waitForURL(`${instance.engine.url}/`)
    await later.goto('/orders')
    await later.getByRole('button', { name: '用微信登录' }).waitFor()
    await glanced(later, 'sign-in-inside')
    await press(later, '用微信登录')
    await later.getByRole('heading', { level: 1, name: /订单/ }).waitFor()

    const linked = await open({ asksWechat: true })
    const cameBack = linked.waitForResponse(/\/v1\/wechat\/sign-in-callback/)
    await linked.goto('/cases?about=account')
    await cameBack
    await linked.getByRole('heading', { level: 1, name: '我的申请' }).waitFor()
    expect(linked.url()).toBe(`${instance.engine.url}/cases?about=account`)
  })

  test('offers nothing of WeChat in another browser of a phone', async ({ open }) => {
    const page = await open({ device: 'iphoneSafari' })
    await page.goto('/orders')
    await page.getByLabel('手机号').waitFor()
    expect(await page.getByRole('button', { name: /微信/ }).count()).toBe(0)
  })
})

describe('W1 binding WeChat', () => {
  test('is done and undone on its own page, by a code to the own number', async ({ open, instance }) => {
    const { phone } = await instance.person('match')
    const page = await open({ device: 'desktop' })
    await signedIn(page, await signIn(instance.platform, phone))
    await instance.platform.pass('2m')
    await page.goto('/account')
    await page.getByRole('link', { name: '微信登录' }).click()
    await page.getByRole('heading', { name: '绑定微信' }).waitFor()
    await glanced(page, 'wechat-unbound')
    await prove(page, instance, phone, '确认并打开微信')
    await confirmed(page, '陈')
    await page.getByText('微信已绑定。我们给您发了一封站内信。').waitFor()
    await page.getByRole('heading', { name: '已绑定微信' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await glanced(page, 'wechat-bound')

    await instance.platform.pass('2m')
    await page.getByRole('button', { name: '解除绑定' }).click()
    await page.setViewportSize({ width: 390, height: 844 })
    await glanced(page, 'wechat-unbinding')
    await prove(page, instance, phone, '确认解除')
    await page.getByText('已解除绑定。我们给您发了一封站内信。').waitFor()
    await page.getByRole('heading', { name: '绑定微信' }).waitFor()
    await page.goto('/inbox')
    await page.getByRole('link', { name: /^您的账号已解除微信绑定/ }).waitFor()
  })

  test('is refused where another account has it, with a next step', async ({ open, instance }) => {
    const [one, two] = [await instance.person('match'), await instance.person('match')]
    const first = await open({ device: 'desktop' })
    await first.goto('/sign-in?to=/orders')
    await press(first, '微信扫码登录')
    await confirmed(first, '褚')
    await prove(first, instance, one.phone, '登录并绑定微信')
    await first.waitForURL('**/orders')

    const page = await open({ device: 'desktop' })
    await signInOn(page, instance, two.phone)
    await instance.platform.pass('2m')
    await page.goto('/wechat')
    await page.getByRole('heading', { name: '绑定微信' }).waitFor()
    await prove(page, instance, two.phone, '确认并打开微信')
    await confirmed(page, '褚')
    await page.getByText('这个微信已绑定另一个账号').waitFor()
    await glanced(page, 'wechat-bound-elsewhere')
  })
})
