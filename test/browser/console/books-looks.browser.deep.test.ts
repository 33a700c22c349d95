import { afterAll, beforeAll, describe, expect } from 'vitest'
import { codeToScan, scan } from '../../../local/demo/user.ts'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { type Instance, startInstance } from '../../flows/instance.ts'
import { submitted } from '../../flows/way.ts'
import { testOf } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { atConsole } from './at-console.ts'

let instance: Instance
let day: string

/** A payment whose row in the bill says another amount, and the bill of its day. */
beforeAll(async () => {
  instance = await startInstance({ reconciliation: { channels: ['wechat_pay'] } })
  const { platform, engine } = instance
  day = beijingDay(engine.now())
  const { user, orderId } = await submitted(instance, 'mismatch', 'fee')
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId)
  await scan(platform, codeUrl)
  await platform.sandbox.fault({
    target: 'wechat_pay_bill_row',
    mode: 'amount_differs',
    times: 20,
    subject: outTradeNo,
  })
  await platform.sandbox.fault({ target: 'wechat_pay_bill', mode: 'other_tills', times: 20, subject: day })
  await platform.pass('36h')
  await platform.pass('5m')
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

const test = testOf(async () => instance.engine.url)

describe('the books of the console in every look', () => {
  test('days with differences, one of them, and all days', async ({ open }) => {
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen')
    await page.goto('/console/reconciliations/open')
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-differences')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByText('收款金额不同').waitFor()
    await swept(page, 'console-day')
    expect(new URL(page.url()).pathname).toBe(`/console/reconciliations/wechat_pay/${day}`)
    await page.getByRole('link', { name: '对账', exact: true }).click()
    await page.getByRole('row').nth(1).waitFor()
    await swept(page, 'console-reconciliations')
  })
})
