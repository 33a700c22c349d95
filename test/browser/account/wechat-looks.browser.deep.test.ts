import { describe } from 'vitest'
import { wechatUserRoute } from '../../../functions/sandbox/control-channels.route.ts'
import { signIn } from '../../../local/demo/user.ts'
import { joinByPhone, visitByScan, visitorAt } from '../../../local/demo/wechat-visitor.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('W1 pages of WeChat in every look', () => {
  test('inside WeChat: the number that is asked for once, and the way in by a tap', async ({ open, instance }) => {
    await instance.platform.must(wechatUserRoute, { body: { user: '朱' } })
    const page = await open({ asksWechat: true })
    await page.goto('/orders')
    await page.getByRole('heading', { level: 1, name: '还差一步：验证手机号' }).waitFor()
    await swept(page, 'wechat-join')
    await page.getByRole('link', { name: '不绑定微信，只用手机号登录' }).click()
    await page.getByRole('button', { name: '用微信登录' }).waitFor()
    await swept(page, 'wechat-way')
  })

  test('the page that binds, before and after, in both languages', async ({ open, instance }) => {
    const { platform } = instance
    const [one, two] = [await instance.person('match'), await instance.person('mismatch')]
    const page = await open()
    await signedIn(page, await signIn(platform, one.phone))
    await page.goto('/wechat')
    await page.getByRole('heading', { name: '绑定微信' }).waitFor()
    await swept(page, 'wechat-binding')

    const visitor = visitorAt(platform.url)
    await visitByScan(visitor, platform.url, '许')
    await joinByPhone(visitor, platform, two.phone)
    const english = await open({ language: 'en', device: 'iphoneSafari' })
    await signedIn(english, { token: visitor.session() ?? '' })
    await english.goto('/wechat')
    await english.getByRole('heading', { name: 'WeChat is bound' }).waitFor()
    await swept(english, 'wechat-bound', [english.locator('time')])
    await english.getByRole('button', { name: 'Unbind it' }).click()
    await english.getByRole('button', { name: 'Unbind WeChat' }).waitFor()
    await swept(english, 'wechat-unbind')
  })
})
