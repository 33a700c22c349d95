import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { goodPicture } from '../papers/chosen-file.ts'
import { signedIn } from '../visit/signed-in.ts'
import { byFace } from './in-person.ts'

describe('W2 W3 apps', () => {
  test('are created under a name that was looked at, edited, renamed by a code, the last four and by face, and removed', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    // A code may be asked for again by then.
    await platform.pass('2m')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/account')
    await page.getByRole('link', { name: '我的应用' }).click()
    await page.getByRole('heading', { level: 1, name: '我的应用' }).waitFor()
    await page.getByText('还没有应用。').waitFor()
    await page.setViewportSize({ width: 390, height: 800 })
    await glanced(page, 'apps-none')

    await page.getByRole('button', { name: '创建', exact: true }).click()
    await page.getByText('请填写应用名称。').first().waitFor()
    await page.getByLabel('应用名称').fill('微信小程序！')
    await page.getByRole('button', { name: '检查名称' }).click()
    await page.getByText('“微信小程序!”还不能用').waitFor()
    await page.getByText('它说的是应用的种类', { exact: false }).waitFor()
    await page.getByText('商标注册证', { exact: false }).waitFor()
    await glanced(page, 'apps-name-wrong')
    // What would be refused at once for another word is not offered.
    expect(await page.getByRole('button', { name: /^改为/ }).count()).toBe(0)
    await page.getByLabel('应用名称').fill('晨光小程序')
    await page.getByRole('button', { name: '检查名称' }).click()
    await page.getByRole('button', { name: '改为“晨光”' }).click()
    expect(await page.getByLabel('应用名称').inputValue()).toBe('晨光')
    await page.getByLabel('应用名称').fill('晨光读书')
    await page.getByRole('button', { name: '检查名称' }).click()
    await page.getByText('“晨光读书”可以使用。谁先提交归谁。').waitFor()
    await page.getByLabel('微信小程序 AppID').fill('gh_1234')
    await page.getByRole('button', { name: '创建', exact: true }).click()
    await page.getByText('应用 ID 的格式与该平台不符', { exact: false }).first().waitFor()
    await page.getByLabel('微信小程序 AppID').fill('wx0123456789abcdef')
    await page.getByLabel('应用介绍').fill('每天读一篇短文。')
    await page.setViewportSize({ width: 1280, height: 800 })
    await glanced(page, 'apps-typed')
    await page.getByRole('button', { name: '创建', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '晨光读书' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/developer\/apps\/[0-9a-f]{32}$/)
    await page.getByText('没有用过别的名称。').waitFor()
    await glanced(page, 'app-new')

    await page.locator('#app_icon-file, #app_icon').last().setInputFiles(goodPicture(3))
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    await platform.pass('0s')
    await page.getByText('已收下，可以使用。').waitFor()
    await page.getByLabel('应用介绍').fill('每天读一篇短文，每周一次共读。')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已设置图标。', { exact: false }).waitFor()
    await page.getByRole('img', { name: '应用图标', exact: true }).waitFor()
    const { apps } = platform.shiming.withSession(user.token)
    const [app] = (await apps.list()).apps
    expect(app).toMatchObject({ name: '晨光读书', description: '每天读一篇短文，每周一次共读。' })
    expect(app?.icon).toMatch(/^[0-9a-f]{32}$/)

    await page.getByLabel('新名称').fill('晨光读书')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('应用现在就叫这个名称', { exact: false }).waitFor()
    await page.getByLabel('新名称').fill('晨光 书屋')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { name: '确认改名', exact: true }).waitFor()
    await page.getByText('晨光书屋', { exact: true }).waitFor()
    await page.setViewportSize({ width: 390, height: 800 })
    await glanced(page, 'app-rename')
    await page.setViewportSize({ width: 1280, height: 800 })
    await glanced(page, 'app-rename')
    await byFace(page, instance)
    await page.getByLabel('手机号', { exact: true }).fill(person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByText('验证码已发送到', { exact: false }).waitFor()
    await page.getByLabel('短信验证码').fill(await platform.sandbox.codeFor(person.phone))
    await page.getByRole('button', { name: '确认改名' }).click()
    await page.getByText('请填写 4 位：数字，最后一位可能是 X。').first().waitFor()
    await page.getByLabel('证件号码后四位').fill(person.idNumber.slice(-4))
    await page.getByRole('button', { name: '确认改名' }).click()
    await page.getByText('已改名为“晨光书屋”。').waitFor()
    await page.getByRole('heading', { level: 1, name: '晨光书屋' }).waitFor()
    await page.getByRole('heading', { level: 3, name: '晨光读书' }).waitFor()
    await glanced(page, 'app-renamed')

    await page.getByRole('button', { name: '删除应用' }).click()
    await glanced(page, 'app-remove')
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByText('还没有应用。').waitFor()
    expect((await apps.list()).apps).toEqual([])
  })

  test('are created in English by whoever is not verified, and shown to nobody else', async ({ open, instance }) => {
    const { platform } = instance
    const { phone } = await instance.person('mismatch')
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    await signedIn(page, await signIn(platform, phone))
    await page.goto('/developer')
    await page.getByRole('heading', { level: 1, name: 'Your apps' }).waitFor()
    await page.getByRole('radio', { name: /^Website/ }).check()
    await page.getByLabel('Host name of the site').fill('www.example.com')
    await page.getByLabel('Name of the app').fill('Моrning Reader')
    await page.getByRole('button', { name: 'Check the name' }).click()
    await page.getByText('“Моrning Reader” cannot be used yet').waitFor()
    await glanced(page, 'apps-name-en')
    await page.getByLabel('Name of the app').fill('Morning Reader')
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Morning Reader' }).waitFor()
    await glanced(page, 'app-en')
    const path = new URL(page.url()).pathname

    const other = await open({ language: 'en' })
    await signedIn(other, await signIn(platform, (await instance.person('no_record')).phone))
    await other.goto(path)
    await other.getByRole('heading', { level: 1, name: 'There is no such app' }).waitFor()
    await other.goto('/developer')
    await other.getByLabel('Name of the app').fill('M0RNING-reader')
    await other.getByRole('button', { name: 'Create', exact: true }).click()
    await other.getByText('Another app has this name', { exact: false }).waitFor()
    await glanced(other, 'apps-taken-en')
  })
})
