import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { codeToScan, scan, signIn } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { fillIn, signInOn, submitForm } from '../people.ts'
import { signedIn } from '../visit/signed-in.ts'

const next = (page: Page) => page.getByRole('button', { name: '下一步' })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Runs in the page. */
const account = async (): Promise<{ verification: { pausedUntil: string | null } }> =>
  (await fetch('/v1/account')).json()

describe('what stands in the way of step 1', () => {
  test('is told in the place of the form: verified already, and another account that holds the person', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const person = (await platform.sandbox.people()).find(({ phone }) => phone === user.phone)
    if (!person) throw new Error('nobody has that number')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/verify')
    await heading(page, '您已完成实名认证').waitFor()
    expect(await page.getByText(/^\*+. /u).count()).toBe(1)
    await page.getByRole('link', { name: '查看我的账号' }).click()
    await page.waitForURL('**/account')

    const other = await open({ device: 'desktop' })
    await signInOn(other, instance, (await instance.person('match')).phone)
    await other.goto('/verify')
    await fillIn(other, instance, person)
    await submitForm(other)
    await heading(other, '该身份不能在这个账号认证').waitFor()
    await other.getByRole('button', { name: '返回修改' }).click()
    expect(await other.getByLabel('证件号码').inputValue()).toBe(person.idNumber)
  })

  test('is told with what to do and when: another document, a pause, the same data too soon', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const person = await instance.person('mismatch')
    const user = await signIn(platform, person.phone)
    const page = await open()
    await signedIn(page, user)
    await page.goto('/verify')
    await page.getByLabel('证件号码').fill('E12345678')
    await next(page).click()
    await heading(page, '这种证件不能自动核验').waitFor()
    await page.getByRole('link', { name: 'privacy@platform.example' }).waitFor()
    await page.getByRole('button', { name: '返回修改' }).click()

    await fillIn(page, instance, person)
    // Somebody else's check is refused by the vendor meanwhile, so that nobody can begin another.
    const { pausedUntil } = (await page.evaluate(account)).verification
    expect(pausedUntil).toBeNull()
    const until = new Date(instance.engine.now() + 300_000).toISOString()
    await page.route('**/v1/account', async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      await route.fulfill({
        response: answer,
        json: { ...body, verification: { ...body.verification, pausedUntil: until } },
      })
    })
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await heading(page, '实名核验服务暂停').waitFor()
    await page.getByText(/您已填写的内容还在/).waitFor()
    await page.unroute('**/v1/account')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByLabel('姓名').waitFor()
    expect(await page.getByLabel('姓名').inputValue()).toBe(person.name)

    await submitForm(page)
    await page.waitForURL('**/verify/pay')
    const [order] = (await platform.shiming.withSession(user).orders.list().page()).items
    const { codeUrl } = await codeToScan(platform, user, String(order?.id))
    await scan(platform, codeUrl)
    await platform.pass('2m')
    await page.goto('/verify')
    await fillIn(page, instance, person)
    await submitForm(page)
    await heading(page, '相同的信息刚核验过').waitFor()
    await page.getByText(/可以再试的时间 明天 /).waitFor()
  })
})
