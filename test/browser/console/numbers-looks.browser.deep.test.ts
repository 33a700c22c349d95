import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { smsCodeRoute } from '../../../functions/account/sms-code.route.ts'
import { gateRoute } from '../../../functions/gate/ask.route.ts'
import { faultsRoute } from '../../../functions/sandbox/control.route.ts'
import { beijingDay } from '../../../shared/kernel/time.ts'
import type { Instance } from '../../flows/instance.ts'
import { begunWay, travelled } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { asPictured } from '../looks/in-every-look.ts'
import { swept } from '../looks/judged.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { atConsole } from './at-console.ts'
import { stuckRefund } from './stuck-refund.ts'

/** Something for every plot: verdicts, a refund that is stuck, refusals of the gate, a text that was not taken, and an alarm. */
const busyDay = async (instance: Instance): Promise<void> => {
  const { platform } = instance
  await travelled(instance, 'match', 'membership')
  await travelled(instance, 'no_record', 'fee')
  await stuckRefund(instance)
  const { user } = await begunWay(instance, 'match', 'fee')
  await platform.call(gateRoute, { token: user.token, params: { feature: 'send_message' } })
  await platform.must(faultsRoute, { body: { target: 'tencent_sms', mode: 'insufficient_balance', times: 1 } })
  const { phone } = await instance.person('match')
  await platform.call(smsCodeRoute, { body: { phone, purpose: 'sign_in' } })
  await platform.pass('16m')
}

const photographed = (page: Page, name: string): Promise<void> =>
  asPictured(page, async (shown) => {
    await laidOut(page, shown)
    await pictured(page, name, shown)
  })

describe('the numbers of the console in every look', () => {
  test('with nothing in them, with something, of one day and of 400', async ({ open, instance }) => {
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'zhou.kan')
    await page.goto('/console/numbers')
    await page.getByText('这段时间没有告警，很好。').waitFor()
    await photographed(page, 'console-numbers-none')

    await busyDay(instance)
    await page.goto('/console/numbers')
    await page.getByRole('region', { name: '核验结果' }).getByRole('link').first().waitFor()
    await swept(page, 'console-numbers-all')
    const today = beijingDay(instance.engine.now())
    for (const [name, query] of [
      ['day', `from=${today}&to=${today}`],
      ['400', 'days=400'],
    ]) {
      await page.goto(`/console/numbers?${query}`)
      await page.getByRole('region', { name: '核验结果' }).getByRole('link').first().waitFor()
      await photographed(page, `console-numbers-${name}`)
    }
  })
})
