import { describe, expect } from 'vitest'
import { codeAt, stepAt } from '../../../functions/operators/access/totp.ts'
import { invite } from '../../../infra/operator/invite.ts'
import { placeHere } from '../../../infra/operator/place.ts'
import { PASSWORD } from '../../../local/demo/operator.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'

describe('who was invited to the console', () => {
  test('enrols by the link, whose token is in no address, and is in; the link opens nothing more', async ({
    open,
    instance,
  }) => {
    const { platform, engine } = instance
    const { link } = await invite(await placeHere(platform.url), { name: 'wei', role: 'admin', reason: '第一位管理员' })
    const page = await open({ device: 'desktop' })
    await page.goto(link.slice(platform.url.length))
    await page.getByRole('heading', { level: 1, name: 'wei，请设置登录' }).waitFor()
    expect(page.url()).not.toContain('#')
    await accessible(page)
    await laidOut(page)
    const secret = (await page.locator('[data-secret]').getAttribute('data-secret')) ?? ''
    expect(await page.locator('.qr').getAttribute('data-text')).toContain(`secret=${secret}`)
    const [password, again] = [page.getByLabel('密码', { exact: true }), page.getByLabel('再输入一次密码')]
    await password.fill('short')
    await again.fill(PASSWORD)
    await page.getByLabel('验证码').fill('1')
    await page.getByRole('button', { name: '完成并登录' }).click()
    await page.getByRole('alert').getByText('密码应为 12 到 128 个字符').waitFor()
    await password.fill(PASSWORD)
    await page.getByLabel('验证码').fill(codeAt(secret, stepAt(engine.now())))
    await page.getByRole('button', { name: '完成并登录' }).click()
    await page.getByRole('button', { name: /wei/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/console')

    const later = await open({ device: 'iphoneSafari', language: 'en' })
    await later.goto(link.slice(platform.url.length))
    await later.getByRole('heading', { level: 1, name: 'This link opens nothing' }).waitFor()
    await accessible(later)
    await laidOut(later)
  })
})
