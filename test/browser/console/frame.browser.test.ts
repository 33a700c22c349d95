import { describe, expect } from 'vitest'
import { operatorSignInRoute } from '../../../functions/operators/sign-in.route.ts'
import { freshCode, operatorAt, PASSWORD } from '../../../local/demo/operator.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { test } from '../browser-test.ts'
import { pictured } from '../looks/pictured.ts'
import { atConsole } from './at-console.ts'

describe('the console of operators', () => {
  test('is entered by name, password and code, says what was wrong, and keeps what was typed', async ({
    open,
    instance,
  }) => {
    const who = await operatorAt(instance, 'li.wen', 'finance')
    const page = await open({ device: 'desktop' })
    await page.goto('/console/refunds')
    await page.getByRole('heading', { level: 1, name: '登录运营台' }).waitFor()
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').getByText('请填写登录名').waitFor()
    await page.getByLabel('登录名').fill('li.wen')
    await page.getByLabel('密码').fill('not the one')
    const code = freshCode(instance, who)
    await page.getByLabel('动态验证码').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByText(/密码或验证码不正确/)
      .waitFor()
    expect(await page.getByLabel('登录名').inputValue()).toBe('li.wen')
    // The authenticator shows another.
    await instance.platform.pass('1m')
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByLabel('动态验证码').fill(freshCode(instance, who))
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '异常退款' }).waitFor()
    await page.getByText('没有需要人工的退款。').waitFor()
    await page.getByText(/^上次登录：今天 .*，用注册链接$/).waitFor()
    await pictured(page, 'console-signed-in')
  })

  test('tells whoever is in that somebody else came in under their name, and from where', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    const who = await atConsole(page, instance, 'sun', 'finance')
    await page.goto('/console')
    const menu = page.getByRole('button', { name: /sun/ })
    await menu.click()
    await page.getByRole('menuitem', { name: '我的登录和操作记录' }).waitFor()
    expect(await page.getByText('新设备').count()).toBe(0)
    await page.keyboard.press('Escape')
    await instance.platform.pass('1m')
    const stolen = { name: 'sun', password: PASSWORD, code: freshCode(instance, who) }
    await instance.platform.must(operatorSignInRoute, { body: stolen })
    await page.reload()
    await menu.click()
    await page.getByText(/^您登录之后又有一次登录：今天 .*，新设备$/).waitFor()
    await page.getByRole('menuitem', { name: '我的登录和操作记录' }).click()
    const row = page.getByRole('row').filter({ hasText: '登录运营台' })
    await row.getByText('新设备').waitFor()
    await row.getByText('用密码和动态验证码').waitFor()
  })

  test('shows each role what it may, and says of the rest that it is not theirs', async ({ open, instance }) => {
    const page = await open({ device: 'desktop', language: 'en' })
    await atConsole(page, instance, 'support', 'support')
    await page.goto('/console/ledger')
    await page.getByRole('heading', { level: 1, name: 'This page is not for your role' }).waitFor()
    const navigation = page.getByRole('navigation', { name: 'Navigation' })
    expect(await navigation.getByRole('link', { name: 'Complaints' }).count()).toBe(1)
    for (const name of ['Ledger', 'Differences', 'Reconciliation'])
      expect(await navigation.getByRole('link', { name }).count(), name).toBe(0)
  })

  test('keeps nothing in the tab of who is signed out or signs out, and comes back to the page', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    const who = await atConsole(page, instance, 'zhang')
    await page.goto('/console/complaints')
    await page.getByText('没有等着回复的投诉。').waitFor()
    await page.getByRole('searchbox').fill('19410011001')
    await page.evaluate(() => Object.assign(window, { kept: '19410011001' }))
    await page.context().clearCookies()
    await page.getByRole('link', { name: '已结束' }).click()
    await page.getByRole('heading', { level: 1, name: '请重新登录' }).waitFor()
    const kept = async (): Promise<unknown> => [
      await page.evaluate(() => Object.hasOwn(window, 'kept')),
      await page.locator('.inside').count(),
      (await page.content()).includes('19410011001'),
    ]
    expect(await kept()).toEqual([false, 0, false])
    await page.getByLabel('登录名').fill('zhang')
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByLabel('动态验证码').fill(freshCode(instance, who))
    await page.keyboard.press('Enter')
    await page.getByText('没有符合所选条件的。').waitFor()
    expect(new URL(page.url()).search).toBe('?status=completed')
    await page.getByRole('button', { name: /zhang/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.getByRole('heading', { level: 1, name: '登录运营台' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/console')
    expect(await page.getByLabel('登录名').inputValue()).toBe('')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '登录运营台' }).waitFor()
    expect(await kept()).toEqual([false, 0, false])
  })

  test('says when a session is about to end, and prolongs it by itself only for somebody who works', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    await page.clock.install({ time: instance.engine.now() })
    await atConsole(page, instance, 'wang')
    await page.goto('/console')
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    // What was asked before the clock is moved must be answered before.
    await page.waitForLoadState('networkidle')
    const passes = async (): Promise<void> => {
      await instance.engine.advance(26 * MINUTE)
      await page.clock.fastForward(26 * MINUTE)
    }
    const asked: string[] = []
    page.on('request', (request) => request.url().endsWith('/sessions/current') && asked.push(request.method()))
    // Queues were counted since the session was told, so it goes on.
    await passes()
    await expect.poll(() => asked).toEqual(['GET'])
    const ending = page.getByText('登录即将到期，还剩')
    // It may be told until the answer is there.
    await ending.waitFor({ state: 'detached' })
    await passes()
    await ending.waitFor()
    expect(asked).toEqual(['GET'])
    await page.getByRole('button', { name: '继续登录' }).click()
    await ending.waitFor({ state: 'detached' })
  })

  test('says under an address of its own that nothing is there, and leads back', async ({ open, instance }) => {
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'zhao')
    await page.goto('/console')
    await page.evaluate(() => history.pushState(null, '', '/console/nothing'))
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
    await page.getByRole('link', { name: '回到待办' }).click()
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    expect(await page.title()).toBe('待办')
  })
})
