import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { freshCode } from '../../../local/demo/operator.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { act } from './acting.ts'
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
    await dialog.getByText('通过微信支付把 ¥9.00 原路退给付款人，提交后不能撤销。').waitFor()
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('alert').getByText('请写明理由').waitFor()
    await dialog.getByLabel('理由').fill('用户来电，account is open again')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => dialog.getByLabel('动态验证码').count()).toBe(1)
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await dialog
      .getByRole('alert')
      .getByText(/验证码不正确，或者已经用过/)
      .waitFor()
    expect(await dialog.getByLabel('动态验证码').inputValue()).toBe('')
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

  test('needs two people where money is paid by hand: one asks, another refuses or approves, and all of it is on record', async ({
    open,
    instance,
  }) => {
    const orderId = await stuckRefund(instance)
    const [asking, deciding] = [await open({ device: 'desktop' }), await open({ device: 'desktop' })]
    const qian = await atConsole(deciding, instance, 'qian', 'finance')
    // The code that qian came in with is no longer enough to act.
    await instance.platform.pass('11m')
    await atConsole(asking, instance, 'zhao', 'finance')
    const ask = async (): Promise<void> => {
      await asking.goto(`/console/orders/${orderId}`)
      await act(asking, '申请登记已用别的方式付清', '申请登记 ¥9.00', '已用银行转账付给用户')
      await asking.getByText('已提出申请，等另一位同事批准').waitFor()
    }
    await ask()
    await asking.getByRole('link', { name: /^待批准/ }).click()
    await asking.getByRole('row').nth(1).getByRole('link').click()
    await asking.getByText('这是您自己提出的，须由其他同事处理。').waitFor()
    expect(await asking.getByRole('button', { name: /批准|拒绝/ }).count()).toBe(0)
    await accessible(asking)

    await deciding.goto('/console/proposals')
    await deciding.getByRole('row').nth(1).waitFor()
    await deciding.getByRole('row').nth(1).getByRole('link').click()
    await act(deciding, '拒绝', '拒绝这份申请', '回单的金额不对', freshCode(instance, qian))
    await deciding.getByText('已拒绝。').waitFor()
    await ask()
    await deciding.keyboard.press('n')
    await act(deciding, '批准', '批准登记 ¥9.00', '已核对付款凭证')
    await deciding.getByText('已批准，退款已登记为付清。').waitFor()

    await deciding.getByRole('link', { name: '操作记录' }).last().click()
    await deciding.getByRole('row').nth(4).waitFor()
    const rows = await deciding.getByRole('row').allTextContents()
    const done = [
      ['批准登记退款已付清', 'qian', '已核对付款凭证'],
      ['申请登记退款已付清', 'zhao', '已用银行转账付给用户'],
      ['拒绝申请', 'qian', '回单的金额不对'],
      ['申请登记退款已付清', 'zhao', '已用银行转账付给用户'],
    ]
    expect(done.map((words, at) => words.filter((word) => !rows[at + 1]?.includes(word)))).toEqual([[], [], [], []])
    await deciding.getByRole('row').nth(1).getByRole('link').first().click()
    await deciding.getByText('这一天还没有根。').waitFor()
  })
})
