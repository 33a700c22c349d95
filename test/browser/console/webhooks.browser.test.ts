import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { deedsRoute } from '../../../functions/overview/deeds.route.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { act } from './acting.ts'
import { atConsole } from './at-console.ts'
import { endpointAt, tested } from './webhooks.ts'

const judged = async (page: Page): Promise<void> => {
  await accessible(page)
  await laidOut(page)
}

/** Judged as it is, and on the narrowest of phones that are sold. */
const judgedNarrow = async (page: Page): Promise<void> => {
  const before = page.viewportSize()
  await judged(page)
  await page.setViewportSize({ width: 360, height: 780 })
  await judged(page)
  if (before) await page.setViewportSize(before)
}

describe('endpoints of the platform at the console', () => {
  test('one that fails is found, and an event goes out again once it is mended; it is disabled and enabled, all on record', async ({
    open,
    instance,
  }) => {
    const { platform, receiver } = instance
    const page = await open({ device: 'desktop' })
    const { token } = await atConsole(page, instance, 'li.wen')
    await page.goto('/console/webhooks')
    await page.getByText('平台还没有登记接收地址，事件不会推送给任何人。').waitFor()
    await judged(page)

    const failing = await endpointAt(instance, { path: '/broken', description: '订单系统' })
    const healthy = await endpointAt(instance, { path: '/well', events: ['verification.*', 'refund.succeeded'] })
    await tested(instance, healthy.id, { status: 204 })
    await tested(instance, failing.id, { status: 500 })
    await page.goto('/console')
    await page.getByRole('link', { name: '事件推送', exact: true }).click()
    const well = page.getByRole('row').filter({ hasText: '/well' })
    await well.getByText('已启用').waitFor()
    await well.getByText('核验的全部事件、退款已到账').waitFor()
    const broken = page.getByRole('row').filter({ hasText: '/broken' })
    await broken.getByText('没有收下').waitFor()
    await broken.getByText('订单系统').waitFor()
    await judgedNarrow(page)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByText(failing.url).waitFor()

    const row = page.getByRole('row').filter({ hasText: 'endpoint.test' })
    await row.getByText('等待投递').waitFor()
    await row.getByText('接收方没有收下').first().waitFor()
    await row
      .getByText(/^HTTP 500 · \d+ 毫秒$/)
      .first()
      .waitFor()
    await row.getByText(/^下次：/).waitFor()
    expect(await row.getByRole('link', { name: /^接收地址/ }).getAttribute('href')).toBe(
      `/console/webhooks/${failing.id}`,
    )
    await judgedNarrow(page)

    receiver.answers.push(204)
    const before = receiver.received.length
    await act(page, '重新投递：测试事件（第 1 个事件）', '投递这个事件', '接收服务已修好')
    await page.getByText('已交给投递，结果几秒后显示在这里。').waitFor()
    await row.getByText(/^HTTP 204 · /).waitFor()
    await row.getByText('已收下').first().waitFor()
    await page.getByText('从何时起没有收下').waitFor({ state: 'detached' })
    const [again, first] = [receiver.received.at(-1), receiver.received.at(-2)]
    expect(receiver.received.length).toBe(before + 1)
    expect([again?.headers['webhook-id'], again?.body]).toEqual([first?.headers['webhook-id'], first?.body])

    await page.getByRole('button', { name: '停用', exact: true }).click()
    await page.getByRole('dialog').getByText(`不再向 ${failing.url} 投递任何事件`).waitFor()
    await judgedNarrow(page)
    await page.keyboard.press('Escape')
    await act(page, '停用', '停用这个地址', '平台要求暂停')
    await page.getByText('由运营人员停用').waitFor()
    expect(await page.getByRole('button', { name: /^重新投递/ }).count()).toBe(0)
    await judged(page)
    await act(page, '启用', '启用这个地址', '平台已恢复')
    await page.getByText('已启用，事件重新投递。').waitFor()
    await page.getByRole('button', { name: '停用', exact: true }).waitFor()

    const { deeds } = await platform.must(deedsRoute, { token, query: { subject: `endpoint:${failing.id}` } })
    expect(deeds.map(({ action, reason, by }) => [action, reason, by.id])).toEqual([
      ['webhook_enable', '平台已恢复', 'li.wen'],
      ['webhook_disable', '平台要求暂停', 'li.wen'],
      ['webhook_redeliver', '接收服务已修好', 'li.wen'],
    ])
    await page.getByRole('link', { name: '操作记录' }).last().click()
    await page.getByRole('row').filter({ hasText: '停用接收地址' }).getByText('平台要求暂停').waitFor()
  })

  test('deliveries keep filter and page in the address, and whoever may only look has no deed', async ({
    open,
    instance,
  }) => {
    const { id } = await endpointAt(instance, { path: '/many' })
    await tested(instance, id, { status: 204, count: 26 })
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'wang', 'support')
    await page.goto(`/console/webhooks/${id}`)
    await page.getByText('第 26 个事件').waitFor()
    await page.getByText('由管理员启用、停用和重新投递。').waitFor()
    expect(await page.getByRole('button', { name: /^(停用|启用|重新投递)/ }).count()).toBe(0)
    const states = page.getByRole('navigation', { name: '状态' })
    await states.getByRole('link', { name: '已收下' }).click()
    await page.getByText('第 26 个事件').waitFor()
    await page.getByRole('link', { name: '下一页' }).click()
    await page.getByText('第 1 个事件', { exact: true }).waitFor()
    expect(await page.getByText('第 26 个事件').count()).toBe(0)
    await page.reload()
    await page.getByText('第 1 个事件', { exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('status')).toBe('taken')
    await states.getByRole('link', { name: '失败' }).click()
    await page.getByText('没有处于这种状态的投递。').waitFor()
    await page.goBack()
    await page.getByText('第 1 个事件', { exact: true }).waitFor()
    await judged(page)
    await page.goto(`/console/webhooks/${'0'.repeat(32)}`)
    await page.getByText('没有这个接收地址，可能已被平台删除。').waitFor()
    await judged(page)

    const english = await open({ device: 'desktop', language: 'en' })
    await atConsole(english, instance, 'zhao')
    await english.goto(`/console/webhooks/${id}?status=taken`)
    await english.getByRole('button', { name: 'Deliver again: Test event (event no. 26)' }).click()
    await english
      .getByRole('dialog')
      .getByText(/^It was taken already: /)
      .waitFor()
    await judgedNarrow(english)
  })
})
