import { describe } from 'vitest'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { atConsole } from './at-console.ts'
import { endpointAt, tested } from './webhooks.ts'

const LONG = '/hooks/of-a-platform-with-a-very-long-name/that-has-no-blank-to-break-at/shiming?tenant=main-0001'
const KINDS = ['verification.*', 'account.*', 'evidence.ended', 'refund.needs_attention', 'message.failed']

describe('endpoints and deliveries in every look', () => {
  test('one that fails, one that is gone and one that takes all; deliveries in every state, and the questions', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen')
    await page.goto('/console/webhooks')
    await page.getByText('平台还没有登记接收地址，事件不会推送给任何人。').waitFor()
    await swept(page, 'console-webhooks-none')
    const many = await endpointAt(instance, { path: '/shiming', events: ['order.*'] })
    const long = await endpointAt(instance, { path: LONG, description: '订单系统，由二组维护', events: KINDS })
    const gone = await endpointAt(instance, { path: '/old' })
    await tested(instance, many.id, { status: 204, count: 2 })
    await tested(instance, gone.id, { status: 410 })
    await tested(instance, long.id, { status: 500, minutes: 48 })
    await atConsole(page, instance, 'li.wen2')
    await page.goto('/console/webhooks')
    await page.getByRole('row').filter({ hasText: LONG }).getByText('没有收下').waitFor()
    await swept(page, 'console-webhooks')
    await page.goto(`/console/webhooks/${gone.id}`)
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-webhooks-gone')
    await page.getByRole('button', { name: '启用', exact: true }).click()
    await swept(page, 'console-webhooks-enable')
    await page.keyboard.press('Escape')
    await page.goto(`/console/webhooks/${long.id}`)
    await page
      .getByText(/^更早的 \d+ 次$/)
      .first()
      .click()
    await swept(page, 'console-webhooks-endpoint')
    await tabbed(page)
    await page.getByRole('button', { name: /^重新投递/ }).click()
    await swept(page, 'console-webhooks-redeliver')
    await page.keyboard.press('Escape')
    await page.goto(`/console/webhooks/${many.id}`)
    await page.getByRole('row').nth(2).waitFor()
    await glanced(page, 'console-webhooks-taken')
    await page.getByRole('button', { name: '停用', exact: true }).click()
    await glanced(page, 'console-webhooks-disable')
    const english = await open({ device: 'desktop', language: 'en' })
    await atConsole(english, instance, 'li.wen3')
    await english.goto(`/console/webhooks/${long.id}`)
    await english.getByText(/earlier$/).waitFor()
    await glanced(english, 'console-webhooks-english')
  })
})
