import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { codeAt, stepAt } from '../../../functions/operators/access/totp.ts'
import { freshCode, PASSWORD } from '../../../local/demo/operator.ts'
import type { Instance } from '../../flows/instance.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { laidOut } from '../looks/layout.ts'
import { atConsole } from './at-console.ts'

/** Whoever has the link enrols by it and is in. */
const enrolAt = async (page: Page, { platform, engine }: Instance, link: string): Promise<void> => {
  await page.goto(link.slice(platform.url.length))
  const secret = (await page.locator('[data-secret]').getAttribute('data-secret')) ?? ''
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输入一次密码').fill(PASSWORD)
  await page.getByLabel('验证码').fill(codeAt(secret, stepAt(engine.now())))
  await page.getByRole('button', { name: '完成并登录' }).click()
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
}

describe('an admin', () => {
  test('invites somebody, who enrols elsewhere, may what their role may, and is thrown out once disabled', async ({
    open,
    instance,
  }) => {
    const page = await open({ device: 'desktop' })
    const admin = await atConsole(page, instance, 'zhao')
    await page.goto('/console/operators')
    const own = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^zhao/ }) })
    await own.getByText('由命令行邀请').waitFor()
    expect(await own.getByRole('button').count()).toBe(0)
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: '邀请运营人员' }).click()
    const name = dialog.getByLabel('用户名')
    await name.fill('zhao')
    await dialog.getByRole('button', { name: '新同事入职' }).click()
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('alert').getByText('请选择角色').waitFor()
    await dialog.getByRole('radio', { name: /^客服/ }).check()
    await page.keyboard.press('Control+Enter')
    await dialog.locator('#deed-name-error').getByText('该用户名已有人使用或使用过').waitFor()
    await name.fill('xiao.li')
    await dialog.getByRole('button', { name: '生成邀请链接' }).click()
    await page.getByRole('heading', { name: 'xiao.li 的注册链接' }).waitFor()
    await accessible(page)
    await laidOut(page)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('复制链接')
    const link = (await page.locator('code.secret').textContent()) ?? ''

    const elsewhere = await open({ device: 'iphoneSafari' })
    await enrolAt(elsewhere, instance, link)
    await elsewhere.getByRole('button', { name: '菜单' }).click()
    const places = elsewhere.getByRole('navigation', { name: '导航' })
    await places.getByRole('link', { name: /^投诉/ }).waitFor()
    for (const place of ['运营人员', '账本', '对账'])
      expect(await places.getByRole('link', { name: place }).count(), place).toBe(0)
    await elsewhere.goto('/console/operators')
    await elsewhere.getByRole('heading', { level: 1, name: '您的角色看不到这一页' }).waitFor()

    // The code they came in with is no longer enough to act.
    await instance.platform.pass('11m')
    await page.reload()
    await page.getByText('由 zhao 邀请').waitFor()
    expect(await page.locator('code.secret').count(), 'the link is not shown again').toBe(0)
    await page.getByRole('button', { name: '停用：xiao.li' }).click()
    await dialog.getByText(/正在进行的登录立即结束/).waitFor()
    await dialog.getByRole('button', { name: '离职或调岗' }).click()
    await dialog.getByRole('button', { name: '停用 xiao.li' }).click()
    await dialog.getByLabel('动态验证码').fill(freshCode(instance, admin))
    await dialog.getByRole('button', { name: '验证并继续' }).click()
    await page.getByText('xiao.li 已停用，登录已结束。').waitFor()
    await page.getByRole('heading', { name: '已停用（1）' }).waitFor()

    await elsewhere.getByRole('link', { name: '实名运营台' }).click()
    await elsewhere.getByRole('heading', { level: 1, name: '请重新登录' }).waitFor()
  })
})
