import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { freshCode } from '../../../local/demo/operator.ts'
import { test } from '../browser-test.ts'
import { atConsole } from './at-console.ts'
import { complaintOf, customer } from './cases.ts'

/** What has the focus, as it is called: its text, or what its label says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = document.activeElement as HTMLInputElement | null
    // Nothing has it yet; the page has every word in it.
    if (!now?.matches('a, button, input, textarea, h1, h2, [role=alert]')) return ''
    const named = now.labels?.[0]?.textContent ?? now.getAttribute('aria-label') ?? now.textContent
    return named?.trim() ?? ''
  })

const onto = (page: Page, name: string | RegExp): Promise<void> =>
  expect.poll(() => focused(page), { message: `the focus on ${name}`, timeout: 20_000 }).toMatch(name)

describe('a queue of complaints by the keyboard alone', () => {
  test('is found, worked from case to case, and left; the focus is always where one goes on', async ({
    open,
    instance,
  }) => {
    const somebody = await customer(instance)
    for (const text of ['第一次：要求退款', '第二次：要求退款']) await complaintOf(instance, somebody, text)
    const page = await open({ device: 'desktop' })
    const who = await atConsole(page, instance, 'li.wen')
    // The code they came in with is no longer enough to act.
    await instance.platform.pass('11m')
    await page.goto('/console')
    await page.getByRole('main').getByText('2', { exact: true }).waitFor()
    await page.keyboard.press('/')
    await onto(page, /^搜索/)
    await page.keyboard.type('jk')
    await page.keyboard.press('Escape')
    await onto(page, '待办')
    for (const queue of [/^异常退款/, /^逾期退款/, /^待批准/, /^投诉/]) {
      await page.keyboard.press('j')
      await onto(page, queue)
    }
    await page.keyboard.press('Enter')
    await page.getByRole('row').nth(2).waitFor()
    await onto(page, '投诉')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const first = page.getByText('第一次：要求退款')
    await first.waitFor()
    await onto(page, /^投诉$/)

    await page.keyboard.press('a')
    await onto(page, '回复内容')
    await page.keyboard.press('Escape')
    await onto(page, /^回复$/)
    await page.keyboard.press('a')
    await onto(page, '回复内容')
    await page.keyboard.press('Control+Enter')
    await onto(page, '请写明理由')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await onto(page, /^理由/)
    await page.keyboard.type('按证据处理')
    await page.keyboard.press('Control+Enter')
    await onto(page, '动态验证码')
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await onto(page, '验证码不正确')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await onto(page, '动态验证码')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('')
    await page.keyboard.type(freshCode(instance, who))
    await page.keyboard.press('Enter')
    await onto(page, '下一件')

    await page.keyboard.press('n')
    await page.getByText('第二次：要求退款').waitFor()
    await onto(page, /^投诉$/)
    await page.keyboard.press('a')
    await onto(page, '回复内容')
    await page.keyboard.press('Tab')
    await onto(page, /^理由/)
    await page.keyboard.type('按证据处理')
    await page.keyboard.press('Control+Enter')
    await onto(page, '下一件')
    await page.keyboard.press('n')
    await page.getByText('没有别的了，队列已经处理完。').waitFor()
    await onto(page, '下一件')
    await page.keyboard.press('Shift+Tab')
    await onto(page, '回到投诉')
    await page.keyboard.press('Enter')
    await page.getByText('没有等着回复的投诉。').waitFor()
    await onto(page, /^投诉$/)
  })
})
