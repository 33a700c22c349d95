import { describe, expect } from 'vitest'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { glanced, swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { pictured } from '../looks/pictured.ts'
import { atConsole } from './at-console.ts'
import { stuckRefund } from './stuck-refund.ts'

describe('the console in every look', () => {
  test('where one signs in, and what waits', async ({ open, instance }) => {
    for (let count = 0; count < 3; count += 1) await stuckRefund(instance)
    const page = await open({ device: 'desktop' })
    await page.goto('/console')
    await page.getByRole('heading', { level: 1, name: '登录运营台' }).waitFor()
    await swept(page, 'console-sign-in')
    await atConsole(page, instance, 'li.wen')
    await page.reload()
    await page.getByRole('main').getByText('3', { exact: true }).waitFor()
    await swept(page, 'console-home')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['跳到正文', '待办']))
    await page.getByRole('button', { name: /li\.wen/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).waitFor()
    await accessible(page)
    await pictured(page, 'console-menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await glanced(page, 'console-keys')
  })

  test('a list, a case, and the question before a deed', async ({ open, instance }) => {
    await stuckRefund(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen2')
    // The code they came in with is no longer enough to act.
    await instance.platform.pass('11m')
    await page.goto('/console/refunds')
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-refunds')
    await page.keyboard.press('j')
    await glanced(page, 'console-refunds-row')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '重新发起退款' }).waitFor()
    await swept(page, 'console-order')
    await page.keyboard.press('a')
    await page.getByRole('button', { name: '退回 ¥9.00' }).waitFor()
    await swept(page, 'console-deed')
    await page.keyboard.press('Control+Enter')
    await page.getByText('请写明理由').first().waitFor()
    await glanced(page, 'console-deed-wrong')
    await page.getByRole('button', { name: '用户来电' }).click()
    await page.getByRole('button', { name: '退回 ¥9.00' }).click()
    await page.getByLabel('动态验证码').waitFor()
    await glanced(page, 'console-deed-code')
  })
})
