import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { freshCode } from '../../flows/console/people.ts'
import { test } from '../browser-test.ts'
import { atConsole } from './at-console.ts'
import { stuckRefund } from './stuck-refund.ts'

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('a deed of an operator', () => {
  test('is found, asked, confirmed and done by the keyboard alone, and leads to the next of its queue', async ({
    open,
    instance,
  }) => {
    const orders = [await stuckRefund(instance), await stuckRefund(instance)]
    const page = await open({ device: 'desktop' })
    const who = await atConsole(page, instance, 'li.wen', 'finance')
    // The code they came in with is no longer enough to act.
    await instance.platform.pass('11m')
    await page.goto('/console')
    await page.getByRole('main').getByText('2', { exact: true }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '异常退款' }).waitFor()
    await page.getByRole('row').nth(2).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '重新发起退款' }).waitFor()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('退回 ¥9.00 到微信支付（原路），提交后不能撤销。').waitFor()
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('alert').getByText('请写明理由').waitFor()
    await dialog.getByLabel('理由').fill('用户来电，account is open again')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => dialog.getByLabel('动态验证码').count()).toBe(1)
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await dialog
      .getByRole('alert')
      .getByText(/密码或验证码不正确/)
      .waitFor()
    expect(await dialog.getByLabel('理由').inputValue()).toBe('用户来电，account is open again')
    await dialog.getByLabel('动态验证码').fill(freshCode(instance, who))
    const sent: string[] = []
    page.on('request', (request) => request.url().endsWith('/actions') && sent.push(request.method()))
    const confirm = dialog.getByRole('button', { name: '验证并继续' })
    await confirm.dblclick()
    await page.getByText('已重新发起，渠道受理后会自动更新。').waitFor()
    expect(sent).toEqual(['POST'])
    await expect.poll(() => focused(page)).toBe('下一件')
    const first = new URL(page.url()).pathname
    await page.keyboard.press('n')
    await expect.poll(() => new URL(page.url()).pathname).not.toBe(first)
    expect(orders).toContain(new URL(page.url()).pathname.split('/').at(-1))
    await page.keyboard.press('n')
    await page.getByText('没有别的了，队列已经处理完。').waitFor()
  })

  test('keeps what was typed where the network fails, and single keys are letters in a field', async ({
    open,
    instance,
  }) => {
    const orderId = await stuckRefund(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'zhang')
    await page.goto(`/console/orders/${orderId}`)
    await page.getByRole('button', { name: '再查一次' }).click()
    const reason = page.getByRole('dialog').getByLabel('理由')
    await reason.focus()
    await page.keyboard.type('ajk?n/')
    expect(await reason.inputValue()).toBe('ajk?n/')
    await page.context().setOffline(true)
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('alert')
      .getByText(/可能已经成功/)
      .waitFor()
    expect(await reason.inputValue()).toBe('ajk?n/')
    await page.context().setOffline(false)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toBe('再查一次')
  })

  test('is reached by no single key once those are off, which is remembered', async ({ open, instance }) => {
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'wang')
    await page.goto('/console')
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByLabel('使用单键快捷键').uncheck()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.keyboard.press('?')
    await page.keyboard.press('j')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  })
})
