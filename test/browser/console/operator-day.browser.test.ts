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
  申请了结对账差异: '已与渠道核对，是渠道的错',
  批准了结对账差异: '已核对账单和商户后台',
} as const

/** From what is to do into a case of a queue: the first, or the `nth`; to the queue itself for 0. */
const begin = async (page: Page, queue: string, nth = 1): Promise<void> => {
  await page.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '待办' }).click()
  await page.getByRole('main').getByRole('link', { name: queue }).click()
  await page.getByRole('heading', { level: 1, name: queue }).waitFor()
  if (nth > 0) await page.getByRole('row').nth(nth).getByRole('link').first().click()
}

/** Asks for the difference that stays open to be settled in the last of its ways. */
const settle = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^了结/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio').last().check()
  await dialog.getByLabel('理由').fill(reasons.申请了结对账差异)
  await dialog.getByRole('button', { name: /^申请了结 ¥/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('已提出申请').waitFor()
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
    await page.getByText('已解除封禁。').waitFor()

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
    await settle(page)
    await page.getByRole('link', { name: '等待批准' }).click()
    await page.getByText('这是您自己提出的，须由其他同事处理。').waitFor()

    // A colleague, at a machine of their own.
    const other = await open({ device: 'desktop' })
    await atConsole(other, instance, 'zhao', 'finance')
    await other.goto('/console')
    await begin(other, '待批准')
    await act(other, '批准', /^批准了结 ¥/, reasons.批准了结对账差异)
    await other.getByText('已批准，差异已了结。').waitFor()

    await begin(page, '对账差异', 0)
    await page.getByText('最近 31 天都对得上。').waitFor()

    await page.getByRole('link', { name: '操作记录' }).click()
    await page.getByRole('row').nth(1).waitFor()
    const rows = await page.getByRole('row').allTextContents()
    const done = Object.entries(reasons).map(([action, reason]) => [
      action,
      rows.filter((row) =>
        [action, reason, action.startsWith('批准') ? 'zhao' : 'li.wen'].every((text) => row.includes(text)),
      ).length,
    ])
    expect(done).toEqual(Object.keys(reasons).map((action) => [action, 1]))
  })
})
