import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { photographBoth } from '../document/photos.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { signedIn } from '../visit/signed-in.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** The code by which whoever sits at a desktop goes on on a phone. */
const shownOn = async (desktop: Page): Promise<string> => {
  await desktop.getByRole('button', { name: '在手机上继续' }).click()
  const qr = desktop.locator('.scan-code .qr')
  await qr.waitFor()
  return (await qr.getAttribute('data-text')) ?? ''
}

describe('W1 going on on a phone', () => {
  test('with the photos of an identity card: the desktop says so, and shows what came of it by itself', async ({
    open,
    instance,
  }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const [desktop, phone] = [await open({ device: 'desktop' }), await open()]
    await signedIn(desktop, user)
    await desktop.goto('/document')
    const url = await shownOn(desktop)
    await accessible(desktop)
    await laidOut(desktop)
    await pictured(desktop, 'go-on-desktop', { mask: [desktop.locator('.qr')] })
    await phone.goto(url)
    await heading(phone, '在手机上继续？').waitFor()
    await phone.getByText('Chrome · Windows').waitFor()
    await accessible(phone)
    await laidOut(phone)
    await pictured(phone, 'go-on-asked')
    await phone.getByRole('button', { name: '是我的账号，继续' }).dblclick()
    await heading(phone, '身份证照片核验').waitFor()
    await desktop.getByText('请在手机上继续').waitFor()
    await laidOut(desktop)
    await pictured(desktop, 'go-on-desktop-taken')
    await photographBoth(phone, instance, person)
    await phone.getByRole('button', { name: '提交核验' }).click()
    await desktop.getByRole('heading', { name: '最近一次核验' }).waitFor()
    expect(await desktop.locator('.scan-code').count()).toBe(0)
  })

  test('can be undone from the desktop, asks before it takes the place of another account, and happens once', async ({
    open,
    instance,
  }) => {
    const [user, other] = [
      await signIn(instance.platform, (await instance.person('match')).phone),
      await signIn(instance.platform, (await instance.person('match')).phone),
    ]
    const [desktop, phone] = [await open({ device: 'desktop' }), await open({ device: 'iphoneSafari' })]
    await signedIn(desktop, user)
    await signedIn(phone, other)
    await desktop.goto('/papers')
    const url = await shownOn(desktop)
    await phone.goto(url)
    await phone.getByText(/登录的是另一个账号/).waitFor()
    await pictured(phone, 'go-on-another')
    await phone.getByRole('button', { name: '切换到这个账号，继续' }).click()
    await heading(phone, '人工核验').waitFor()
    const who = () => phone.evaluate(async () => (await fetch('/v1/account')).json())
    expect((await who()).id).toBe(user.accountId)
    await desktop.getByRole('button', { name: '不是我的手机，让它退出' }).click()
    await desktop.getByText('那部手机已退出。').waitFor()
    expect((await who()).code).toBe('unauthenticated')
    const again = await open()
    await again.goto(url)
    await heading(again, '二维码不能使用').waitFor()
  })

  test('is not offered on a phone', async ({ open, instance }) => {
    const page = await open()
    await signedIn(page, await signIn(instance.platform, (await instance.person('match')).phone))
    await page.goto('/papers')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('.scan-code').count()).toBe(0)
  })
})
