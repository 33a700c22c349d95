import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { codeIn, signInOn } from '../people.ts'
import { lose } from '../visit/network.ts'
import { signedIn } from '../visit/signed-in.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

const codeOn = async (desktop: Page): Promise<string> => {
  const qr = desktop.locator('.scan-code .qr')
  await qr.waitFor()
  return (await qr.getAttribute('data-text')) ?? ''
}

const whoIs = (page: Page) => page.evaluate(async () => (await fetch('/v1/account')).json())

describe('W1 signing a desktop in by scanning its code', () => {
  test('takes a look and a tap on the phone, and the desktop goes on by itself to where it wanted', async ({
    open,
    instance,
  }) => {
    const person = await instance.person('match')
    const user = await signIn(instance.platform, person.phone)
    const [desktop, phone] = [await open({ device: 'desktop' }), await open({ device: 'wechatAndroid' })]
    await desktop.goto('/sign-in?to=/level')
    const url = await codeOn(desktop)
    await accessible(desktop)
    await laidOut(desktop)
    await pictured(desktop, 'scan-desktop', { mask: [desktop.locator('.qr')] })
    await signedIn(phone, user)
    await phone.goto(url)
    await heading(phone, '在电脑上登录？').waitFor()
    expect(phone.url()).toBe(`${instance.engine.url}/scan`)
    await phone.getByText('Chrome · Windows').waitFor()
    await phone.getByText('194****').first().waitFor()
    await accessible(phone)
    await laidOut(phone)
    await pictured(phone, 'scan-asked')
    await desktop.getByText('请在手机上核对').waitFor()
    await pictured(desktop, 'scan-desktop-scanned')
    await phone.getByRole('button', { name: '确认登录' }).dblclick()
    await heading(phone, '已确认').waitFor()
    await pictured(phone, 'scan-confirmed')
    await desktop.waitForURL(`${instance.engine.url}/level`)
    expect((await whoIs(desktop)).id).toBe(user.accountId)
    // Whoever comes by the code again is told what to do, and so is who opens the page without one.
    const again = await open({ device: 'iphoneSafari' })
    await again.goto(url)
    await heading(again, '二维码不能使用').waitFor()
    await pictured(again, 'scan-over')
    await again.goto('/scan')
    await again.getByText('打开本页需要先扫描电脑上的二维码。').waitFor()
    await desktop.goto('/account')
    await desktop.getByText('手机扫码登录').waitFor()
  })

  test('has whoever is not signed in on the phone sign in first, and come back to confirm', async ({
    open,
    instance,
  }) => {
    const { phone: number } = await instance.person('match')
    const [desktop, phone] = [await open({ device: 'desktop', language: 'en' }), await open({ device: 'iphoneSafari' })]
    await desktop.goto('/account')
    const url = await codeOn(desktop)
    await phone.goto(url)
    await phone.getByRole('heading', { name: '先在手机上登录' }).waitFor()
    await accessible(phone)
    await laidOut(phone)
    await pictured(phone, 'scan-stranger')
    expect(await phone.getByRole('button', { name: '确认登录' }).count()).toBe(0)
    await phone.getByLabel('手机号').fill(number)
    await phone.getByRole('button', { name: '获取验证码' }).click()
    await phone.getByLabel('短信验证码').waitFor()
    await phone.getByLabel('短信验证码').fill(await codeIn(instance, number))
    await phone.getByRole('button', { name: '登录', exact: true }).click()
    await phone.getByRole('button', { name: '确认登录' }).click()
    await heading(phone, '已确认').waitFor()
    await desktop.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
    expect((await whoIs(desktop)).phone).toBe((await whoIs(phone)).phone)
  })

  test('inside WeChat is done by whoever’s WeChat it is, and who is unknown there proves a number once', async ({
    open,
    instance,
  }) => {
    const { phone: number } = await instance.person('match')
    const [desktop, phone] = [await open({ device: 'desktop' }), await open({ device: 'wechatIos', asksWechat: true })]
    await desktop.goto('/sign-in')
    await phone.goto(await codeOn(desktop))
    // WeChat names somebody nobody here knows.
    await heading(phone, '还差一步：验证手机号').waitFor()
    await phone.getByLabel('手机号').fill(number)
    await phone.getByRole('button', { name: '获取验证码' }).click()
    await phone.getByLabel('短信验证码').waitFor()
    await phone.getByLabel('短信验证码').fill(await codeIn(instance, number))
    await phone.getByRole('button', { name: '登录并绑定微信' }).click()
    await phone.getByRole('button', { name: '确认登录' }).click()
    await heading(phone, '已确认').waitFor()
    await desktop.waitForURL('**/account')
    // The next time it is known, and nothing is typed.
    const [again, known] = [await open({ device: 'desktop' }), await open({ device: 'wechatIos', asksWechat: true })]
    await again.goto('/sign-in')
    await known.goto(await codeOn(again))
    await known.getByRole('button', { name: '确认登录' }).click()
    await again.waitForURL('**/account')
    expect((await whoIs(again)).id).toBe((await whoIs(desktop)).id)
  })

  test('ends with a refusal, with the time, and where another window asked for another code; then there is a new one', async ({
    open,
    instance,
  }) => {
    const { phone: number } = await instance.person('match')
    const [desktop, phone] = [await open({ device: 'desktop' }), await open()]
    await signInOn(phone, instance, number)
    await desktop.goto('/sign-in')
    await phone.goto(await codeOn(desktop))
    await phone.getByRole('button', { name: '不是我，拒绝' }).click()
    await heading(phone, '已拒绝').waitFor()
    await desktop.getByText('手机上已拒绝，没有登录。').waitFor()
    await pictured(desktop, 'scan-desktop-refused')
    expect(await desktop.locator('.qr').count()).toBe(0)
    await desktop.getByRole('button', { name: '刷新二维码' }).click()
    const second = await codeOn(desktop)
    const other = await desktop.context().newPage()
    await other.goto('/sign-in')
    await codeOn(other)
    await desktop.bringToFront()
    await desktop.getByText(/另一个窗口打开了新的二维码/).waitFor()
    await other.close()
    await desktop.getByRole('button', { name: '刷新二维码' }).click()
    const third = await codeOn(desktop)
    expect(new Set([second, third]).size).toBe(2)
    await instance.platform.pass('3m')
    await desktop.getByText('二维码已过期').waitFor()
    await phone.goto(third)
    await heading(phone, '二维码不能使用').waitFor()
  })

  test('goes on though the first question and the answer with the session get lost', async ({ open, instance }) => {
    const user = await signIn(instance.platform, (await instance.person('match')).phone)
    const desktop = await open({ device: 'desktop' })
    await lose(desktop, '**/v1/scans/current', 'request', 1)
    await lose(desktop, '**/v1/scans/current/redemption', 'answer', 1)
    await desktop.goto('/sign-in')
    const code = new URL(await codeOn(desktop)).hash.slice(1)
    await instance.platform.shiming.withSession(user.token).scans.decide({ code, decision: 'confirm' })
    await desktop.waitForURL('**/account')
    expect((await whoIs(desktop)).id).toBe(user.accountId)
    const { items } = await instance.platform.shiming.withSession(user.token).sessions.list().page()
    expect(items.filter(({ by }) => by === 'scan')).toHaveLength(1)
  })

  test('leaves who is no desktop without a code, and the phone without an account if it wants none', async ({
    open,
  }) => {
    const [desktop, phone] = [await open({ device: 'desktop' }), await open({ device: 'androidChrome' })]
    await phone.goto('/sign-in')
    await phone.getByLabel('手机号').waitFor()
    expect(await phone.locator('.scan-code').count()).toBe(0)
    await desktop.goto('/sign-in')
    await phone.goto(await codeOn(desktop))
    await phone.getByRole('button', { name: '不是我要登录' }).click()
    await phone.getByText(/没有登录，什么也没有改变/).waitFor()
  })
})
