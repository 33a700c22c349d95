import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type Instance, startInstance } from '../../flows/instance.ts'
import { testOf } from '../browser-test.ts'
import { act } from './acting.ts'
import { atConsole } from './at-console.ts'
import { badNight } from './bad-night.ts'
import { appealOf } from './cases.ts'

let instance: Instance
let night: Awaited<ReturnType<typeof badNight>>

beforeAll(async () => {
  instance = await startInstance({ reconciliation: { channels: ['wechat_pay'] } })
  night = await badNight(instance)
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

const test = testOf(async () => instance.engine.url)

/** What is done, as the audit trail calls it, and why. */
const reasons = {
  重新发起退款: '用户换了收款方式',
  回复投诉: '按证据处理',
  认定恶意投诉: '服务已交付，第二次要求退款',
  结束投诉: '已答复，用户没有新的问题',
  解除封禁: '核实后确认为误操作',
  重发死信: '函数已修复',
  重新对账: '核验已有结果',
} as const

/** From what is to do into a case of a queue: the first, or the `nth`. */
const begin = async (page: Page, queue: string, nth = 1): Promise<void> => {
  await page.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '待办' }).click()
  await page.getByRole('main').getByRole('link', { name: queue }).click()
  await page.getByRole('heading', { level: 1, name: queue }).waitFor()
  await page.getByRole('row').nth(nth).getByRole('link').first().click()
}

describe("the operator's day", () => {
  test('a bad night is cleared without leaving the console', async ({ open }) => {
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen')
    await page.goto('/console')

    await begin(page, '异常退款')
    await act(page, '重新发起退款', '退回 ¥9.00', reasons.重新发起退款)
    await page.getByText('已重新发起').waitFor()
    await instance.platform.pass('1m')
    await page.reload()
    await page.getByText('已退回').first().waitFor()

    // The first of the two has waited since yesterday.
    await begin(page, '投诉', 2)
    await page.getByText('再不退钱就去曝光').waitFor()
    await act(page, '回复', '发送回复', reasons.回复投诉)
    await page.getByText('已回复，等待结束').waitFor()
    await act(page, '认定为恶意', '认定为恶意', reasons.认定恶意投诉)
    await page.getByText('已认定为恶意，账号已封禁。').waitFor()
    await act(page, '结束投诉', '结束投诉', reasons.结束投诉)
    await page.getByText('没有可以做的操作了。').waitFor()

    await appealOf(instance, night.somebody, '是孩子误操作的，以后不会了。')
    await begin(page, '申诉')
    await page.getByText('是孩子误操作的，以后不会了。').waitFor()
    await act(page, '解除封禁', '解除全部封禁', reasons.解除封禁)
    await page.getByText('已解除封禁，申诉通过。').waitFor()

    await begin(page, '死信')
    await act(page, '全部重发', /重发/, reasons.重发死信)
    await page.getByText(/已重发/).waitFor()
    await instance.platform.pass('2m')

    await begin(page, '对账差异')
    await page.getByText('核验还没有结果').waitFor()
    await act(page, '重新对账', '重新对这一天', reasons.重新对账)
    await instance.engine.drain()
    await page.reload()
    await page.getByText('渠道主动退的，已入账').waitFor()
    await page.getByRole('link', { name: '回到对账差异' }).click()
    await page.getByText('最近 31 天都对得上。').waitFor()

    await page.getByRole('link', { name: '操作记录' }).click()
    await page.getByRole('row').nth(1).waitFor()
    const rows = await page.getByRole('row').allTextContents()
    const done = Object.entries(reasons).map(([action, reason]) => [
      action,
      rows.filter((row) => [action, reason, 'li.wen'].every((text) => row.includes(text))).length,
    ])
    expect(done).toEqual(Object.keys(reasons).map((action) => [action, 1]))
  })
})
