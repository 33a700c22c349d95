import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { signedIn } from '../visit/signed-in.ts'

const phoneOf = (page: Page) => page.getByRole('complementary', { name: '模拟手机' })

describe('the pretend phone', () => {
  test('lies beside the page and signs somebody in, tap by tap', async ({ open }) => {
    const page = await open({ device: 'desktop', hasPhone: true })
    await page.goto('/account')
    const phone = phoneOf(page)
    await phone.getByRole('button', { name: '填入林知夏的手机号' }).click()
    await page.getByRole('button', { name: '获取验证码' }).click()
    await phone.getByText(/^新消息：验证码 \d{6}，已自动填入。$/).waitFor()
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('194****1001').first().waitFor()
    // The message stays, and its code is not offered any more.
    expect(await phone.getByRole('button', { name: /^复制验证码 \d{6}$/ }).count()).toBe(1)
    expect(await phone.getByRole('button', { name: '填入验证码' }).count()).toBe(0)
    // Neither covers the other.
    const [left, right] = [await page.locator('#page main').boundingBox(), await phone.boundingBox()]
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0)
  })

  test('shows the e-mails to the address that was typed, and fills in their code', async ({ open, instance }) => {
    const page = await open({ device: 'desktop', hasPhone: true })
    const { phone: number } = await instance.person('mismatch')
    await signedIn(page, await signIn(instance.platform, number))
    await page.goto('/email')
    const phone = phoneOf(page)
    await page.getByLabel('邮箱地址').fill('phone@example.com')
    await page.getByRole('button', { name: '获取验证码' }).click()
    await phone.getByText(/^新消息：验证码 \d{6}，已自动填入。$/).waitFor()
    await phone.getByRole('heading', { name: '发到 phone@example.com 的邮件' }).waitFor()
    await phone.getByText(/您的邮箱验证码是 \d{6}/).waitFor()
    await accessible(page)
    await pictured(page, 'phone-mail')
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await page.getByText('p***@example.com').waitFor()
  })

  test('is a line above the page on a phone, and opens to half of it', async ({ open }) => {
    const page = await open({ device: 'androidChrome', hasPhone: true, width: 320 })
    await page.goto('/sign-in')
    const phone = phoneOf(page)
    const toggle = phone.getByRole('button', { name: '打开手机' })
    expect(await toggle.getAttribute('aria-expanded')).toBe('false')
    await phone.getByRole('button', { name: '填入林知夏的手机号' }).click()
    expect(await page.getByRole('textbox', { name: '手机号' }).inputValue()).toBe('19410011001')
    await toggle.click()
    await phone.getByRole('button', { name: '人物' }).click()
    await phone.getByText('核验不一致', { exact: true }).click()
    await phone.getByRole('button', { name: '填入 赵可心' }).click()
    expect(await page.getByRole('textbox', { name: '手机号' }).inputValue()).toBe('19420012001')
    const height = (await phone.boundingBox())?.height ?? 0
    expect(height).toBeLessThan(844 * 0.75)
    await accessible(page)
    await laidOut(page)
    await pictured(page, 'phone-people')
    await phone.getByRole('button', { name: '人物' }).press('Escape')
    expect(await phone.getByRole('button', { name: '打开手机' }).count()).toBe(1)
  })

  test('is put away in this tab, also after a reload', async ({ open }) => {
    const page = await open({ device: 'desktop', hasPhone: true, language: 'en' })
    await page.goto('/')
    const phone = page.getByRole('complementary', { name: 'Pretend phone' })
    await phone.getByRole('button', { name: 'More', exact: true }).click()
    await accessible(page)
    await phone.getByRole('button', { name: 'No phone in this tab any more' }).click()
    expect(await phone.count()).toBe(0)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await phone.count()).toBe(0)
  })
})
