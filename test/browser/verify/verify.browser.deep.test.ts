import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { createShiming } from '../../../clients/typescript/src/shiming.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { fillIn, signInOn } from '../people.ts'
import { signedIn } from '../visit/signed-in.ts'

const next = (page: Page) => page.getByRole('button', { name: '下一步' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

describe('every state of step 1', () => {
  test('the form and what is wrong with it, in every look', async ({ open, instance }) => {
    const page = await open({ isStill: true })
    await signInOn(page, instance, (await instance.person('match')).phone)
    await page.goto('/verify')
    await page.getByLabel('姓名').waitFor()
    await tabbed(page)
    await page.getByLabel('证件号码').fill('11010118850615')
    await swept(page, 'verify-form')
    await next(page).click()
    await page.getByRole('alert').waitFor()
    await swept(page, 'verify-errors')
  })

  test('the notice, the offers, and an order that waits', async ({ open, instance }) => {
    const person = await instance.person('match')
    const page = await open({ isStill: true })
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    await page.getByRole('button', { name: '阅读告知书全文' }).click()
    await swept(page, 'verify-notice')
    await page.keyboard.press('Escape')
    await fillIn(page, instance, person)
    await next(page).click()
    await page.getByRole('button', { name: /确认提交/ }).waitFor()
    await tabbed(page)
    await swept(page, 'verify-offer')
    await page.getByRole('button', { name: /确认提交/ }).click()
    await page.waitForURL('**/verify/pay')
    await page.goto('/verify')
    await heading(page, '您有一个待付款的认证').waitFor()
    await swept(page, 'verify-to-pay')
  })

  test('another document, and a verified account', async ({ open, instance }) => {
    const page = await open({ isStill: true })
    await signInOn(page, instance, (await instance.person('match')).phone)
    await page.goto('/verify')
    await page.getByLabel('证件号码').fill('E12345678')
    await next(page).click()
    await heading(page, '这种证件不能自动核验').waitFor()
    await swept(page, 'verify-bar')
    const { user } = await verifiedUser(instance, 'fee')
    await signedIn(page, user)
    await page.goto('/verify')
    await heading(page, '您已完成实名认证').waitFor()
    await swept(page, 'verify-done')
  })

  test('a link over another account, and one that is spent', async ({ open, instance }) => {
    const page = await open({ isStill: true })
    await signInOn(page, instance, (await instance.person('match')).phone)
    const backend = createShiming({ baseUrl: instance.engine.url, apiKey: instance.platformKey })
    const returnUrl = 'http://localhost:5173/comments?id=7'
    await page.goto((await backend.sessionLinks.create({ externalId: 'user-4711', returnUrl })).url)
    await page.getByText(/登录的是另一个账号/).waitFor()
    await tabbed(page)
    await swept(page, 'enter')
    await page.goto('/')
    await page.goto('/enter')
    await heading(page, '链接不能使用').waitFor()
    await swept(page, 'enter-spent')
  })

  test('a banned account', async ({ open, instance }) => {
    const page = await open({ isStill: true })
    const backend = createShiming({ baseUrl: instance.engine.url, apiKey: instance.platformKey })
    const returnUrl = 'http://localhost:5173/comments?id=7'
    await page.goto((await backend.sessionLinks.create({ externalId: 'user-4712', returnUrl })).url)
    await page.getByRole('button', { name: '是我的账号，继续' }).click()
    await heading(page, '填写信息').waitFor()
    await backend.users.ban({ externalId: 'user-4712', reason: '冒用他人身份' })
    await page.reload()
    await heading(page, '账号已被停用，不能认证').waitFor()
    await swept(page, 'verify-banned')
  })
})
