import { describe } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('codes that a desktop shows, in every look', () => {
  test('the desktop that shows one, and how it stands', async ({ open, instance }) => {
    const { token } = await signIn(instance.platform, (await instance.person('match')).phone)
    const desktop = await open({ device: 'desktop' })
    await desktop.goto('/sign-in')
    const qr = desktop.locator('.qr')
    const left = desktop.locator('.scan-code [role="timer"]')
    const code = async () => {
      await qr.waitFor()
      return new URL((await qr.getAttribute('data-text')) ?? '').hash.slice(1)
    }
    const first = await code()
    await swept(desktop, 'scan-shown', [qr, left])
    await instance.platform.shiming.scans.look(first)
    await desktop.getByText('已扫描').waitFor()
    await swept(desktop, 'scan-scanned')
    await instance.platform.shiming.withSession(token).scans.decide({ code: first, decision: 'refuse' })
    await desktop.getByText('手机上已拒绝，没有登录。').waitFor()
    await swept(desktop, 'scan-refused')
  })

  test('the phone that is asked, by somebody who is in and by somebody who is not', async ({ open, instance }) => {
    const user = await signIn(instance.platform, (await instance.person('match')).phone)
    const { url } = await instance.platform.shiming.scans.open({ purpose: 'sign_in' })
    const [stranger, phone] = [await open({ device: 'iphoneSafari' }), await open()]
    await stranger.goto(url)
    await stranger.getByRole('heading', { name: '先在手机上登录' }).waitFor()
    await swept(stranger, 'scan-asked-stranger')
    await signedIn(phone, user)
    await phone.goto(url)
    await phone.getByRole('button', { name: '确认登录' }).waitFor()
    await swept(phone, 'scan-asked', [phone.locator('[role="timer"]')])
    await phone.getByRole('button', { name: '确认登录' }).click()
    await phone.getByRole('heading', { level: 1, name: '已确认' }).waitFor()
    await swept(phone, 'scan-confirmed')
  })

  test('going on on a phone: both sides', async ({ open, instance }) => {
    const user = await signIn(instance.platform, (await instance.person('match')).phone)
    const [desktop, phone] = [await open({ device: 'desktop' }), await open()]
    await signedIn(desktop, user)
    await desktop.goto('/papers')
    await desktop.getByRole('button', { name: '在手机上继续' }).click()
    const qr = desktop.locator('.qr')
    await qr.waitFor()
    await swept(desktop, 'go-on-shown', [qr, desktop.locator('.scan-code [role="timer"]')])
    await phone.goto((await qr.getAttribute('data-text')) ?? '')
    await phone.getByRole('button', { name: '是我的账号，继续' }).waitFor()
    await swept(phone, 'go-on-asked')
  })
})
