import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { codeAt } from '../../../functions/operators/access/totp.ts'
import { freshCode } from '../../../local/demo/operator.ts'
import { submitted } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { atConsole } from './at-console.ts'

const path = (page: Page): string => new URL(page.url()).pathname

/** Another tab is looked at, or the phone is put away. */
const hide = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
    return document.dispatchEvent(new Event('visibilitychange'))
  })

describe('an operator looks for somebody', () => {
  test('from a slash and a number to the account, and sees one field for as long as they look', async ({
    open,
    instance,
  }) => {
    const { person } = await submitted(instance, 'match', 'fee')
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen')
    await page.goto('/console')
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(person.phone)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '账号' }).waitFor()
    expect(path(page)).toMatch(/^\/console\/accounts\/[0-9a-f]{32}$/)
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    const line = page.getByRole('row').filter({ hasText: '核验' }).filter({ hasText: '已提交' })
    await line.waitFor()
    const searched = page.getByRole('row').filter({ hasText: '按号码查人' })
    await searched.getByText('手机号，找到了账号').waitFor()
    await searched.getByText('按完整的号码').waitFor()
    expect(await page.content()).not.toContain(person.idNumber.toUpperCase())

    const dialog = page.getByRole('dialog')
    const show = async (): Promise<void> => {
      await page.getByRole('button', { name: '查看证件号码' }).click()
      await dialog.getByLabel('理由').selectOption({ label: '用户本人要求' })
      await dialog.getByRole('button', { name: '显示 60 秒' }).click()
      await dialog.getByText(person.idNumber.toUpperCase()).waitFor()
    }
    await page.getByRole('button', { name: '查看证件号码' }).click()
    await dialog.getByRole('button', { name: '显示 60 秒' }).click()
    await dialog.getByRole('alert').getByText('请选择理由').waitFor()
    await page.keyboard.press('Escape')
    await show()
    expect(await dialog.getByRole('timer').textContent()).toMatch(/\d/)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await show()
    await hide(page)
    await dialog.waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain(person.idNumber.toUpperCase())
  })

  test('by an id that several things have, or none', async ({ open, instance }) => {
    const { orderId, person } = await submitted(instance, 'match', 'fee')
    const page = await open({ device: 'desktop' })
    const who = await atConsole(page, instance, 'lin.an')
    await page.goto('/console/search')
    await page.getByText('在上方输入编号后按 Enter。').waitFor()
    await page.getByRole('searchbox').fill('nobody-has-this')
    await page.getByRole('button', { name: '搜索' }).click()
    await page.getByText(/没有找到/).waitFor()
    await page.getByRole('searchbox').fill(orderId)
    await page.keyboard.press('Enter')
    await expect.poll(() => path(page)).toBe(`/console/orders/${orderId}`)

    // A search by a number is a deed, and the last code is too old for one.
    await instance.platform.pass('11m')
    await page.getByRole('searchbox').fill(person.phone)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const code = dialog.getByLabel('动态验证码')
    // The one they enrolled with: it was used, and its time is over. That it is wrong stands at the field.
    await code.fill(codeAt(who.secret, who.lastStep))
    await dialog.getByRole('button', { name: '搜索' }).click()
    await expect.poll(() => code.getAttribute('aria-invalid')).toBe('true')
    expect(await code.inputValue()).toBe('')
    await dialog.getByText('验证码不正确，或者已经用过。请填写下一个。').first().waitFor()
    await code.fill(freshCode(instance, who))
    await dialog.getByRole('button', { name: '搜索' }).click()
    await page.getByRole('heading', { level: 1, name: '账号' }).waitFor()
    expect(await dialog.count()).toBe(0)
  })
})

describe('an operator looks at the machinery', () => {
  test('sees which alarm rings, looks into the dead letters behind it and sends them again', async ({
    open,
    instance,
  }) => {
    await instance.engine.send('orders-dead', JSON.stringify({ kind: 'order', id: '0'.repeat(32) }))
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'zhou.he')
    await page.goto('/console/alarms')
    await page.getByRole('heading', { name: '队列 orders 里有失败了 5 次的工作' }).waitFor()
    await page.getByRole('link', { name: '打开死信' }).click()
    await page.getByText('对象已经不存在，重发无害').waitFor()
    await page.keyboard.press('a')
    await page
      .getByRole('dialog')
      .getByText(/把 1 条死信重新交给队列 orders/)
      .waitFor()
    await page.getByRole('button', { name: '原因已修复' }).click()
    await page.keyboard.press('Control+Enter')
    await page.getByText('已重发 1 条，还剩约 0 条。').waitFor()
    await page.getByText('这个队列没有死信。').waitFor()
    expect((await instance.engine.state()).queues['orders-dead']?.visible).toBe(0)
    await page.getByRole('link', { name: '生效设置' }).click()
    await page.getByRole('row').filter({ hasText: 'vendor.totalMs' }).getByText('5 秒').waitFor()
  })
})
