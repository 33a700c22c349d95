import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('apps in every look', () => {
  test('a list of them, and a name with everything that is wrong with it', async ({ open, instance }) => {
    const { platform } = instance
    const user = await signIn(platform, (await instance.person('match')).phone)
    const { apps } = platform.shiming.withSession(user.token)
    await apps.create({ kind: 'website', name: '星空记事' })
    await apps.create({ kind: 'mini_program', name: 'Starlight notes and more words' })
    const page = await open()
    await signedIn(page, user)
    await page.goto('/developer')
    await page.getByRole('heading', { level: 3, name: '星空记事' }).waitFor()
    await page.getByLabel('应用名称').fill('+微信银行小程序13900001111超长超长超长超长')
    await page.getByRole('button', { name: '检查名称' }).click()
    await page.getByText('名称太长', { exact: false }).waitFor()
    await swept(page, 'apps-name')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['检查名称', '创建']))
  })

  test('one app, which was not renamed yet', async ({ open, instance }) => {
    const { platform } = instance
    const user = await signIn(platform, (await instance.person('match')).phone)
    const { id } = await platform.shiming.withSession(user.token).apps.create({ kind: 'app', name: '山海日历' })
    const page = await open()
    await signedIn(page, user)
    await page.goto(`/developer/apps/${id}`)
    await page.getByText('没有用过别的名称。').waitFor()
    await swept(page, 'app', [page.locator('time'), page.locator('dd.number')])
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['保存', '下一步', '删除应用']))
  })
})
