import { expect } from 'vitest'
import { signInRoute } from '../../../functions/account/sign-in.route.ts'
import { banRoute } from '../../../functions/account/user-ban.route.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

test('P12 a ban is told with its reason, what becomes of money, the appeal, and whom to ask', async ({
  open,
  instance,
}) => {
  const { platform, platformKey } = instance
  const externalId = 'user-in-the-way'
  const { token = '' } = await platform.must(signInRoute, { body: { externalId }, token: platformKey })
  await platform.must(banRoute, { body: { externalId, reason: '群发广告' }, token: platformKey })
  const page = await open()
  await signedIn(page, { token })
  for (const path of ['/verify', '/points', '/membership']) {
    await page.goto(path)
    await page.getByText('群发广告').waitFor()
    await page.getByText('应退的款项照常退回').waitFor()
    expect(await page.getByRole('link', { name: 'privacy@platform.example' }).getAttribute('href')).toMatch(/^mailto:/)
  }
  await page.getByRole('link', { name: '去申诉' }).click()
  await page.getByRole('button', { name: '提交申诉' }).waitFor()
  await page.getByText('群发广告').waitFor()
  // Verifying does not lift a ban.
  expect(await page.getByRole('link', { name: '去实名认证' }).count()).toBe(0)
  await glanced(page, 'account-banned')
  await page.goto('/')
  await page.getByRole('link', { name: 'privacy@platform.example' }).waitFor()
  await glanced(page, 'start-signed-in')
})
