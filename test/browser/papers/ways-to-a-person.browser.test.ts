import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { signInRoute } from '../../../functions/account/sign-in.route.ts'
import { banRoute } from '../../../functions/account/user-ban.route.ts'
import { scan, signIn } from '../../../local/demo/user.ts'
import { begunWay } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { signedIn } from '../visit/signed-in.ts'

/** Presses the way to a person that is on the page; answers what the question would be about, in words. */
const aboutBy = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: '请人工帮助' }).first().click()
  await page.getByRole('heading', { level: 2, name: '请人工帮助' }).waitFor()
  const about = page.getByRole('definition').first()
  await expect.poll(() => about.textContent()).not.toBe('')
  return (await about.textContent()) ?? ''
}

describe('P10 from a final refusal a person can be asked', () => {
  test('where a character of a name cannot be read, for a check and for papers', async ({ open, instance }) => {
    const page = await open()
    await signedIn(page, await signIn(instance.platform, (await instance.person('match')).phone))
    await page.goto('/verify')
    await page.getByLabel('姓名').fill('张\ue000')
    await page.getByRole('button', { name: '下一步' }).click()
    expect(await aboutBy(page)).toBe('姓名里的字无法识别')
    await page.goto('/papers?document=passport')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('姓名').fill('Anna \ue000')
    await page.getByRole('button', { name: '下一步' }).click()
    expect(await aboutBy(page)).toBe('姓名里的字无法识别')
  })

  test('where the account is banned', async ({ open, instance }) => {
    const { platform, platformKey } = instance
    const externalId = 'asks-although-banned'
    const { token = '' } = await platform.must(signInRoute, { body: { externalId }, token: platformKey })
    await platform.must(banRoute, { body: { externalId, reason: '群发广告' }, token: platformKey })
    const page = await open()
    await signedIn(page, { token })
    await page.goto('/verify')
    expect(await aboutBy(page)).toBe('账号停用')
    await page.getByLabel('发生了什么，需要什么帮助').fill('我没有群发过广告。')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText(/^最迟答复时间/).waitFor()
    await page.getByText('账号停用').waitFor()
    await accessible(page)
  })

  test('where an order was refunded, which it is about', async ({ open, instance }) => {
    const way = await begunWay(instance, 'no_record', 'fee')
    await scan(instance.platform, way.codeUrl)
    await instance.platform.pass('2m')
    const page = await open()
    await signedIn(page, way.user)
    await page.goto('/orders')
    await page.getByRole('link', { name: '实名核验' }).click()
    await page.getByText('已全额退款').first().waitFor()
    expect(await aboutBy(page)).toMatch(/^实名核验/)
    await accessible(page)
  })
})
