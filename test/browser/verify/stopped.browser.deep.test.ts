import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { codeToScan, scan, signIn, submit } from '../../../local/demo/user.ts'
import { type Instance, startInstance } from '../../flows/instance.ts'
import { begunWay } from '../../flows/way.ts'
import { test, testOf } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { fillIn, signInOn, submitForm } from '../people.ts'
import { hold, returnAsItWas } from '../visit/network.ts'
import { signedIn } from '../visit/signed-in.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

describe('step 1 is stopped by what really happens', () => {
  test('a vendor that refuses us: it is said on every page, and ends by itself with what was typed', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const person = await instance.person('match')
    const page = await open()
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    await page.getByLabel('姓名').fill(person.name)
    await platform.sandbox.fault({ target: 'tencent_faceid', mode: 'arrears', times: 1 })
    const other = await begunWay(instance, 'match', 'fee')
    await scan(platform, other.codeUrl)
    await instance.engine.drain()
    await returnAsItWas(page)
    await heading(page, '实名核验服务暂停').waitFor()
    await swept(page, 'verify-paused', [page.locator('time')])
    const start = await open()
    await start.goto('/')
    await start.getByText('实名核验服务暂停').waitFor()
    await glanced(start, 'start-paused')
    const account = await open()
    await signedIn(account, other.user)
    await account.goto('/verify/result')
    await account
      .getByText(/排队|暂停|稍后/)
      .first()
      .waitFor()
    await glanced(account, 'result-paused')
    await platform.pass('6m')
    await returnAsItWas(page)
    await page.getByLabel('姓名').waitFor()
    expect(await page.getByLabel('姓名').inputValue()).toBe(person.name)
    await heading(account, '实名认证通过').waitFor()
  })

  test('three checks on a day', async ({ open, instance }) => {
    const { platform } = instance
    const person = await instance.person('match')
    const user = await signIn(platform, person.phone)
    for (let times = 0; times < 3; times += 1) {
      const { order } = await submit(platform, user, await instance.person('mismatch'), 'fee')
      await scan(platform, (await codeToScan(platform, user, order.id)).codeUrl)
      await platform.pass('1m')
    }
    const page = await open()
    await signedIn(page, user)
    await page.goto('/verify')
    await fillIn(page, instance, person)
    await submitForm(page)
    await heading(page, '今天的认证次数已用完').waitFor()
    await swept(page, 'verify-three-today')
  })

  test('a check that does not answer: it may be left, and ends', async ({ open, instance }) => {
    const { platform } = instance
    const way = await begunWay(instance, 'timeout_after_sending', 'fee')
    const [result, form] = [await open(), await open()]
    for (const page of [result, form]) await signedIn(page, way.user)
    await result.goto('/verify/result')
    await form.goto('/verify')
    await scan(platform, way.codeUrl)
    await Promise.all([returnAsItWas(result), returnAsItWas(form)])
    const seen = [
      [result, '正在核验', 'result-checking-now'],
      [form, '您的认证正在核验', 'verify-being-checked'],
    ] as const
    // It takes seconds, and looking at it takes longer where the machine is busy.
    const held = await Promise.all(
      seen.map(async ([page, title]) => {
        await heading(page, title).waitFor()
        return hold(page, /\/v1\/verifications/)
      }),
    )
    for (const [page, , name] of seen) await glanced(page, name)
    await platform.pass('2m')
    await Promise.all(held.map((one) => one.release()))
    await result.getByText('退 ¥1.00').first().waitFor()
    await heading(form, '填写信息').waitFor()
    await glanced(result, 'result-never-answered')
  })
})

/** All test people were born before 1900, so that here one has to be older than some of them to need no guardian. */
const OF_AGE = 140

let strict: Instance
const strictly = testOf(async () => strict.engine.url)

describe('step 1 where some people are under age', () => {
  beforeAll(async () => {
    strict = await startInstance({ checks: { minimumAge: OF_AGE } })
  })
  afterAll(async () => {
    expect(await strict.end()).toEqual([])
  })

  strictly('says so before anything is paid, and takes the others', async ({ open }) => {
    const people = await strict.platform.sandbox.people('match')
    const bornIn = (year: number) => people.find(({ idNumber }) => idNumber.slice(6, 10) === String(year))
    const [young, old] = [bornIn(1898), bornIn(1880)]
    if (!young || !old) throw new Error('nobody is that old')
    const page = await open()
    await signInOn(page, strict, old.phone)
    await page.goto('/verify')
    await fillIn(page, strict, { ...young, phone: old.phone })
    await page.getByRole('button', { name: '下一步' }).click()
    await heading(page, '未满规定年龄').waitFor()
    await page.getByText(`未满 ${OF_AGE} 周岁`).waitFor()
    await swept(page, 'verify-under-age')
    await page.getByRole('button', { name: '返回修改' }).click()
    expect(await page.getByLabel('姓名').inputValue()).toBe(young.name)
    await page.getByLabel('姓名').fill(old.name)
    await page.getByLabel('证件号码').fill(old.idNumber)
    await submitForm(page)
    await page.waitForURL('**/verify/pay')
  })
})
