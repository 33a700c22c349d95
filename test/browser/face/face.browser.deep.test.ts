import { describe, expect } from 'vitest'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { signInOn } from '../people.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('W8 M7 a confirmation by face', () => {
  test('asks for a consent of its own, leads to a phone, goes on without its browser, and shows what came of it', async ({
    open,
    instance,
  }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const page = await open({ device: 'desktop' })
    await signedIn(page, user)
    await page.goto('/account')
    await page.getByRole('link', { name: '人脸核验' }).click()
    const begin = page.getByRole('button', { name: '开始人脸核验' })
    await begin.click()
    await page.getByText('请阅读告知书，同意后勾选。').waitFor()
    await page.getByRole('button', { name: '阅读告知书全文' }).click()
    await page.getByRole('dialog').getByText('人脸', { exact: false }).first().waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    await swept(page, 'face', [])

    await page.getByRole('checkbox', { name: /^我已阅读并单独同意/ }).check()
    await begin.click()
    await page.getByRole('heading', { name: '请完成人脸核验' }).waitFor()
    const shiming = instance.platform.shiming.withSession(user.token)
    const { items } = await shiming.faceChecks.list().page()
    const url = items[0]?.page?.url ?? ''
    await swept(page, 'face-open', [page.locator('time'), page.getByRole('img')])

    // On the phone that scanned the code, which never comes back: the page learns it from the service.
    const body = new URLSearchParams({ deed: 'pass_and_stay' })
    expect((await fetch(url, { method: 'POST', body, redirect: 'manual' })).headers.get('location')).toBeNull()
    await instance.platform.pass('3s')
    const [done, passed] = [
      page.getByRole('button', { name: '我已完成' }),
      page.getByRole('heading', { name: '核验通过' }),
    ]
    // The page asks by itself, too, and may have found it out before anybody says so.
    await done.or(passed).first().waitFor()
    if (await done.isVisible()) await done.click({ timeout: 5000 }).catch(() => passed.waitFor())
    await passed.waitFor()
    await swept(page, 'face-confirmed', [page.locator('time')])

    await page.goto('/account')
    await page.getByText('人脸', { exact: false }).first().waitFor()
    await swept(page, 'account-with-face', [page.locator('time')])
  })

  test('says to whoever is not verified what comes first', async ({ open, instance }) => {
    const page = await open()
    await signInOn(page, instance, (await instance.person('match')).phone)
    await page.goto('/face')
    await page.getByRole('heading', { name: '请先完成实名认证' }).waitFor()
    await swept(page, 'face-unverified', [])
  })
})
