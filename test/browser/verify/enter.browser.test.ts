import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { createShiming } from '../../../clients/typescript/src/shiming.ts'
import type { Instance } from '../../flows/instance.ts'
import { test } from '../browser-test.ts'
import { signInOn } from '../people.ts'

const BACK = 'http://localhost:5173/comments?id=7'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

const backendOf = ({ engine, platformKey }: Instance) => createShiming({ baseUrl: engine.url, apiKey: platformKey })

const linkFor = async (instance: Instance, externalId: string, returnUrl?: string): Promise<string> =>
  (await backendOf(instance).sessionLinks.create({ externalId, ...(returnUrl && { returnUrl }) })).url

describe('a link of the platform', () => {
  test('asks whether the account is the visitor’s, is in no address, and opens once the page that is due and leads back', async ({
    open,
    instance,
  }) => {
    const page = await open()
    const url = await linkFor(instance, 'user-4711', BACK)
    await page.goto(url)
    await heading(page, '从示例平台（沙箱）进入').waitFor()
    expect(page.url()).toBe(`${instance.engine.url}/enter`)
    await page.getByText('us***11').waitFor()
    await page.getByRole('button', { name: '是我的账号，继续' }).dblclick()
    await heading(page, '填写信息').waitFor()
    expect(await page.evaluate(async () => (await fetch('/v1/account')).json())).toMatchObject({
      externalId: 'user-4711',
      returnTo: { url: BACK },
    })
    // Once is all: who comes by it again is told what to do.
    const again = await open({ device: 'desktop' })
    await again.goto(url)
    await heading(again, '链接不能使用').waitFor()
    await again.goto('/enter')
    await again.getByText(/需要平台给出的完整链接/).waitFor()

    await backendOf(instance).users.ban({ externalId: 'user-4711', reason: '冒用他人身份' })
    await page.reload()
    await heading(page, '账号已被停用，不能认证').waitFor()
    await page.getByText('冒用他人身份').waitFor()
    expect(await page.getByRole('link', { name: '回到示例平台（沙箱）' }).getAttribute('href')).toBe(BACK)
  })

  test('never takes the place of another account unasked, and does nothing for whom it is not', async ({
    open,
    instance,
  }) => {
    const person = await instance.person('match')
    const page = await open()
    await signInOn(page, instance, person.phone)
    await page.goto('/account')
    const mine = await page.evaluate(async () => (await fetch('/v1/account')).json())
    const url = await linkFor(instance, 'user-2')
    await page.goto(url)
    await page.getByText(/登录的是另一个账号/).waitFor()
    await page.getByRole('link', { name: '不切换，保持现在的账号' }).click()
    await page.waitForURL('**/account')
    await page.goto(url)
    await page.getByRole('button', { name: '不是我的账号' }).click()
    await page.getByText(/没有登录，什么也没有改变/).waitFor()
    expect((await page.evaluate(async () => (await fetch('/v1/account')).json())).id).toBe(mine.id)
    await page.goto(url)
    await page.getByRole('button', { name: '切换到这个账号，继续' }).click()
    await heading(page, '填写信息').waitFor()
    expect((await page.evaluate(async () => (await fetch('/v1/account')).json())).externalId).toBe('user-2')
  })
})

describe('the page of every 905', () => {
  test('remembers where somebody came from once they are in, and passes over what is not the platform’s', async ({
    open,
    instance,
  }) => {
    const decision = await backendOf(instance).gate.ask('send_message', { externalId: 'user-9' })
    if (decision.allowed || decision.verifyUrl === null) throw new Error('the gate is open')
    const person = await instance.person('match')
    const page = await open()
    const returnTo = async () => (await page.evaluate(async () => (await fetch('/v1/account')).json())).returnTo
    await page.goto(`${decision.verifyUrl}?returnUrl=${encodeURIComponent(BACK)}`)
    await heading(page, '登录').waitFor()
    await signInOn(page, instance, person.phone)
    const kept = page.waitForResponse('**/v1/sessions/current/return-url')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    expect((await kept).status()).toBe(204)
    await page.waitForURL('**/verify')
    expect(await returnTo()).toEqual({ name: '示例平台（沙箱）', url: BACK })
    for (const elsewhere of ['https://evil.example/', 'javascript:alert(1)']) {
      const refused = page.waitForResponse('**/v1/sessions/current/return-url')
      await page.goto(`/verify?returnUrl=${encodeURIComponent(elsewhere)}`)
      expect((await refused).status()).toBe(400)
      await page.waitForURL('**/verify')
    }
    expect(await returnTo()).toMatchObject({ url: BACK })
  })
})
