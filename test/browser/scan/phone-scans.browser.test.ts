import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { signedIn } from '../visit/signed-in.ts'

const codeOn = (page: Page) => page.locator('.scan-code .qr').waitFor()

const whoIs = (page: Page) => page.evaluate(async () => (await fetch('/v1/account')).json())

describe('W1 the pretend phone', () => {
  test('scans the code of the page beside it, and lets it in', async ({ open }) => {
    const page = await open({ device: 'desktop', hasPhone: true })
    await page.goto('/sign-in')
    await codeOn(page)
    const phone = page.getByRole('complementary', { name: '模拟手机' })
    await phone.getByRole('button', { name: '用手机扫页面上的二维码' }).click()
    await phone.getByRole('heading', { name: '在电脑上登录？' }).waitFor()
    await page.getByText('请在手机上核对').waitFor()
    await accessible(page)
    await pictured(page, 'phone-scan')
    await phone.getByRole('button', { name: '确认登录' }).first().click()
    await page.waitForURL('**/account')
    expect(await whoIs(page)).toMatchObject({ phone: '194****1001' })
  })

  test('goes on where the page left off: whose account is asked, and the page says that a phone did', async ({
    open,
    instance,
  }) => {
    // The phone signed in as the first of the catalogue a moment ago.
    await instance.platform.pass('61s')
    const { user } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open({ device: 'desktop', hasPhone: true })
    await signedIn(page, user)
    await page.goto('/document')
    await page.locator('#page').getByRole('button', { name: '在手机上继续' }).click()
    await codeOn(page)
    const phone = page.getByRole('complementary', { name: '模拟手机' })
    await phone.getByRole('button', { name: '扫描页面上的二维码' }).first().click()
    await phone.getByText('在手机上继续：194****').waitFor()
    await accessible(page)
    await laidOut(page)
    await pictured(page, 'phone-go-on', { mask: [page.locator('.qr')] })
    await phone.getByRole('button', { name: '是我的账号，继续' }).first().click()
    await page.getByText('请在手机上继续').waitFor()
  })
})
