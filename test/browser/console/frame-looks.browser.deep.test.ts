import { describe, expect } from 'vitest'
import { operatorSignInRoute } from '../../../functions/operators/sign-in.route.ts'
import { refundActionRoute } from '../../../functions/payment/operator-refunds.route.ts'
import { freshCode, PASSWORD } from '../../../local/demo/operator.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { asPictured } from '../looks/in-every-look.ts'
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
    const who = await atConsole(page, instance, 'li.wen')
    await instance.platform.pass('1m')
    const elsewhere = { name: 'li.wen', password: PASSWORD, code: freshCode(instance, who) }
    await instance.platform.must(operatorSignInRoute, { body: elsewhere })
    await page.reload()
    await page.getByRole('main').getByText('3', { exact: true }).waitFor()
    await swept(page, 'console-home')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['跳到正文', '待办']))
    await page.getByRole('button', { name: /li\.wen/ }).click()
    await page.getByText(/^您登录之后又有一次登录：/).waitFor()
    await accessible(page)
    await asPictured(page, async (shown) => {
      await pictured(page, 'console-menu', shown)
    })
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

  test('what waits for a second person, and the record of who asked', async ({ open, instance }) => {
    const orderId = await stuckRefund(instance)
    const { platform, operatorKey } = instance
    const body = { action: 'paid_by_hand', reason: '已用银行转账付给用户，回单编号 20261120-0007，已存档' } as const
    const params = { orderId, name: `${orderId}v` }
    await platform.must(refundActionRoute, { token: operatorKey, params, body })
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen3')
    await page.goto('/console/proposals')
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-proposals')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('button', { name: '批准', exact: true }).waitFor()
    await swept(page, 'console-proposal')
    await page.getByRole('button', { name: '批准', exact: true }).click()
    await page.getByRole('dialog').getByLabel('理由').waitFor()
    await glanced(page, 'console-proposal-approve')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '操作记录' }).last().click()
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByText('这一天还没有根。').waitFor()
    await swept(page, 'console-record')
  })
})
