import { describe } from 'vitest'
import { codeToScan, scan } from '../../../local/demo/user.ts'
import { settle } from '../../flows/settle.ts'
import { submitted } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { atConsole } from './at-console.ts'

describe('what operators look at, in every look', () => {
  test('an account with its time line, and a field in the clear', async ({ open, instance }) => {
    const { platform, engine } = instance
    const { person, user, orderId } = await submitted(instance, 'mismatch', 'membership')
    await scan(platform, (await codeToScan(platform, user, orderId)).codeUrl)
    await settle(engine)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.wen')
    await page.goto('/console')
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(person.phone)
    await page.keyboard.press('Enter')
    await page.getByRole('row').filter({ hasText: '退款' }).first().waitFor()
    await swept(page, 'console-account')
    await page.getByRole('button', { name: '查看姓名' }).click()
    await swept(page, 'console-reveal')
  })

  test('the code that is asked for before a search by a number', async ({ open, instance }) => {
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.an')
    // The code they came in with is no longer enough.
    await instance.platform.pass('11m')
    await page.goto('/console')
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type((await instance.person('match')).phone)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('动态验证码').waitFor()
    await swept(page, 'console-search-code')
  })

  test('results, alarms and dead letters', async ({ open, instance }) => {
    await instance.engine.send('orders-dead', JSON.stringify({ kind: 'order', id: '0'.repeat(32) }))
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'lin.an')
    await page.goto('/console/search')
    await page.getByRole('searchbox').fill('nobody-has-this')
    await page.keyboard.press('Enter')
    await page.getByText(/没有找到/).waitFor()
    await swept(page, 'console-search')
    for (const [to, text] of [
      ['/console/alarms', '队列 orders 里有失败了 5 次的工作'],
      ['/console/dead-letters', 'orders'],
      ['/console/dead-letters/orders', '对象已经不存在，重发无害'],
    ] as const) {
      await page.goto(to)
      await page.getByText(text).first().waitFor()
      await swept(page, `console${to.slice('/console'.length).replaceAll('/', '-')}`)
    }
  })

  test('the settings in force, which are many', async ({ open, instance }) => {
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'lin.she')
    await page.goto('/console/settings')
    await page.getByText('vendor.totalMs').first().waitFor()
    await swept(page, 'console-settings')
  })
})
