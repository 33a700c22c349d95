import { describe, expect } from 'vitest'
import { faultsRoute } from '../../../functions/sandbox/control.route.ts'
import { test } from '../browser-test.ts'
import { codeIn, signInOn } from '../people.ts'

describe('whoever waits for a text that does not come', () => {
  test('is told at sign-in and in the form what became of it, in their language, and may go on', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const person = await instance.person('match')
    const fault = (mode: string) =>
      platform.must(faultsRoute, { body: { target: 'tencent_sms', mode, times: 1, subject: person.phone } })
    const page = await open()
    await page.goto('/sign-in')
    await fault('phone_off')
    await page.locator('#sign-in-phone').fill(person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    const ask = page.getByRole('button', { name: '查询短信是否送达' })
    await ask.click()
    await page.getByText(/运营商还没有回复/).waitFor()
    await platform.pass('2s')
    await ask.click()
    await page.getByText(/手机可能关机/).waitFor()

    await platform.pass('1m')
    await fault('executed_then_500')
    await page.reload()
    await page.locator('#sign-in-phone').fill(person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByText(/短信服务没有确认/).waitFor()
    await platform.pass('2s')
    await ask.click()
    await page.getByText(/^今天 \d\d:\d\d 已送达。短信已送达手机/).waitFor()
    await page.locator('#sign-in-code').fill(await codeIn(instance, person.phone))
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('button', { name: '登录', exact: true }).waitFor({ state: 'detached' })

    const other = await open({ language: 'en' })
    await signInOn(other, instance, (await instance.person('match')).phone)
    await other.goto('/verify')
    await other.getByText(/you signed in with/).waitFor()
    expect(await other.getByRole('button', { name: 'What became of the text?' }).count()).toBe(0)
    await fault('carrier_blocks')
    await other.getByLabel('Mobile number').fill(person.phone)
    await other.getByRole('button', { name: 'Send me a code' }).click()
    await other.getByText(/A code was sent to/).waitFor()
    await platform.pass('2s')
    await other.getByRole('button', { name: 'What became of the text?' }).click()
    await other.getByText(/its carrier blocks them/).waitFor()
  })
})
