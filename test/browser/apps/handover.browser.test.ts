import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { codeFor } from '../../../local/demo/user.ts'
import type { Instance } from '../../flows/instance.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

type Verified = Awaited<ReturnType<typeof verifiedUser>>

/** Fills in what shows that it is them. */
const prove = async (page: Page, { platform }: Instance, { user, person }: Verified): Promise<void> => {
  await platform.pass('61s')
  await page.getByLabel('手机号').last().fill(user.phone)
  await page
    .getByLabel('验证码')
    .last()
    .fill(await codeFor(platform, user.phone, user.token))
  await page.getByLabel('证件号码后四位').last().fill(person.idNumber.slice(-4))
}

describe('W8 the administrator of an app', () => {
  test('hands it over by a link, keeps it after all, and hands it over to whoever opens another', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const [mine, theirs] = [await verifiedUser(instance, 'fee'), await verifiedUser(instance, 'fee')]
    const { apps } = platform.shiming.withSession(mine.user.token)
    const app = await apps.create({ kind: 'website', name: '芦花深处' })
    const page = await open()
    await signedIn(page, mine.user)
    await page.goto(`/developer/apps/${app.id}`)
    await page.getByRole('button', { name: '生成移交链接' }).click()
    await page.getByRole('button', { name: '确认并生成链接' }).click()
    await page.getByText('请填写 4 位').first().waitFor()
    await prove(page, instance, mine)
    await page.setViewportSize({ width: 390, height: 844 })
    await glanced(page, 'handover-asked')
    await page.getByRole('button', { name: '确认并生成链接' }).click()
    await page.getByText('移交链接只显示这一次', { exact: false }).waitFor()
    const first = (await page.locator('code.secret').textContent()) ?? ''
    expect(first).toContain('/developer/handover#')
    await glanced(page, 'handover-link')
    await page.getByRole('button', { name: '取消移交' }).click()
    await page.getByText('已取消移交，链接失效。').waitFor()
    expect(await page.locator('code.secret').count()).toBe(0)

    const other = await open()
    await signedIn(other, theirs.user)
    const goTo = async (url: string): Promise<void> => {
      const { pathname, hash } = new URL(url)
      await other.goto(`${pathname}${hash}`)
    }
    await goTo(first)
    await other.getByRole('heading', { level: 1, name: '链接不能用了' }).waitFor()
    await glanced(other, 'handover-over')

    await page.getByRole('button', { name: '生成移交链接' }).click()
    await prove(page, instance, mine)
    await page.getByRole('button', { name: '确认并生成链接' }).click()
    await page.getByText('移交链接只显示这一次', { exact: false }).waitFor()
    const second = (await page.locator('code.secret').textContent()) ?? ''
    expect(second).not.toBe(first)
    await goTo(second)
    await other.getByText('芦花深处').waitFor()
    // Neither a later visitor nor a picture of the page has the code.
    expect(other.url()).not.toContain('#')
    await other.reload()
    await other.getByText('芦花深处').waitFor()
    await prove(other, instance, theirs)
    await other.setViewportSize({ width: 1280, height: 900 })
    await glanced(other, 'handover-take')
    await other.getByRole('button', { name: '接管', exact: true }).click()
    await other.getByRole('heading', { level: 1, name: '芦花深处' }).waitFor()
    expect(new URL(other.url()).pathname).toBe(`/developer/apps/${app.id}`)

    await page.reload()
    await page.getByRole('heading', { level: 1, name: '没有这个应用' }).waitFor()
    await page.goto('/inbox')
    await page.getByText('您的应用已移交', { exact: false }).first().waitFor()
  })
})
