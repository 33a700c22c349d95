import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from './browser-test.ts'
import { accessible } from './looks/accessible.ts'
import { pictured } from './looks/pictured.ts'

/** From the first page to verified, as issue 13 allows it. */
const MOST = { taps: 12, fields: 5 }

/** Runs in the page, before its own scripts: counts what somebody does, and what they or the phone fill in. */
const count = (): void => {
  const fields = new Set<string>()
  const counted = { taps: 0, fields: [] as string[] }
  Object.assign(window, { counted })
  // One for a label and its box, of which a tap makes two clicks.
  document.addEventListener(
    'pointerdown',
    () => {
      counted.taps += 1
    },
    true,
  )
  document.addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type === 'checkbox' || target.type === 'radio') return
      fields.add(`${location.pathname} ${target.id}`)
      counted.fields = [...fields]
    },
    true,
  )
}

const counted = (page: Page): Promise<{ taps: number; fields: string[] }> =>
  page.evaluate(() => (window as unknown as { counted: { taps: number; fields: string[] } }).counted)

describe('somebody new, with what npm start opens and nothing else', () => {
  test('is verified by clicking alone, in few taps and fields', async ({ open }) => {
    const page = await open({ device: 'desktop', hasPhone: true })
    await page.addInitScript(count)
    await page.goto('/')
    const tap = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
    await page.getByRole('link', { name: '开始认证' }).click()
    await tap(/^填入林知夏的手机号/)
    await tap(/^获取验证码/)
    await page.getByText('已自动填入').waitFor()
    await tap(/^登录$/)
    await page.getByRole('heading', { level: 1, name: '填写信息' }).waitFor()
    await tap(/^填入林知夏的资料/)
    await tap(/^获取验证码/)
    await page.getByText('已自动填入').waitFor()
    await page.getByRole('checkbox', { name: /^我已阅读并同意/ }).click()
    await tap(/^下一步/)
    await tap(/^确认提交/)
    await tap(/^显示付款码/)
    await page.getByText('待支付').waitFor()
    await pictured(page, 'phone-pay')
    await accessible(page)
    await tap(/^支付 ¥/)
    await page.getByRole('heading', { level: 1, name: '实名认证通过' }).waitFor()
    const { taps, fields } = await counted(page)
    // Nothing was loaded anew, so nothing was forgotten.
    expect(taps).toBeGreaterThan(8)
    expect(taps).toBeLessThanOrEqual(MOST.taps)
    expect(fields.length, fields.join(', ')).toBeLessThanOrEqual(MOST.fields)
  })
})
