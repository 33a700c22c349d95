import { describe, expect } from 'vitest'
import { codeToScan, scan, signIn } from '../../../local/demo/user.ts'
import { submitted } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { signedIn } from '../visit/signed-in.ts'

const heading = { level: 1, name: '这次实名认证是您本人操作的吗？' } as const

describe('P11 this was not me', () => {
  test('is said on the page of the notice, opens a case, and pauses sending with a code and the last four', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const way = await submitted(instance, 'match', 'fee')
    const { codeUrl } = await codeToScan(platform, way.user, way.orderId)
    await scan(platform, codeUrl)
    await platform.pass('2m')
    const page = await open()
    await signedIn(page, way.user)
    await page.goto('/inbox')
    await page.getByText('本服务的通知', { exact: true }).waitFor()
    await page.getByRole('link', { name: /^您的账号已完成实名认证/ }).click()
    await page.getByText('本服务', { exact: true }).waitFor()
    await accessible(page)
    await page
      .getByRole('link', { name: /\/not-me\// })
      .first()
      .click()
    await page.getByRole('heading', heading).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/not-me/${way.id}`)
    await page.getByText('自动核验').waitFor()
    await accessible(page)

    // Yes changes nothing, and can be taken back.
    await page.getByRole('button', { name: '是我本人' }).click()
    await page.getByText('好的，不需要做任何事').waitFor()
    await page.getByRole('button', { name: '我点错了' }).click()

    await page.getByRole('button', { name: '不是我', exact: true }).click()
    await accessible(page)
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('button', { name: '不是我', exact: true }).click()
    await page.getByRole('button', { name: '不是我，请核查' }).click()
    await page.getByText('正在由人工核查').waitFor()
    await accessible(page)

    await page.getByRole('button', { name: '暂停发送' }).click()
    await page.getByRole('alert').getByText('请填写短信中的 6 位数字。').waitFor()
    await page.getByLabel('手机号').fill(way.person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByText('验证码已发送到').waitFor()
    await page.getByLabel('短信验证码').fill(await platform.sandbox.codeFor(way.person.phone))
    const four = way.person.idNumber.slice(-4)
    await page.getByLabel('证件号码后四位').fill(four === '1234' ? '4321' : '1234')
    await page.getByRole('button', { name: '暂停发送' }).click()
    await page
      .getByRole('alert')
      .getByText(/后四位不正确/)
      .waitFor()
    await page.getByLabel('证件号码后四位').fill(four)
    await page.getByRole('button', { name: '暂停发送' }).click()
    await page.getByText('发送已暂停，直到').waitFor()
    expect(await page.getByRole('button', { name: '暂停发送' }).count()).toBe(0)
    await accessible(page)
    await page.getByRole('link', { name: '查看核查进展' }).click()
    await page.getByText('处理中').waitFor()
    await page.goto('/account')
    await page.getByText('暂停中，正在核查实名认证').waitFor()
  })

  test('tells whoever was not told of it nothing, in English too', async ({ open, instance }) => {
    const user = await signIn(instance.platform, (await instance.person('match')).phone)
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    await signedIn(page, user)
    await page.goto(`/not-me/${'f'.repeat(32)}`)
    await page.getByRole('heading', { level: 1, name: 'There is no such notice' }).waitFor()
    await accessible(page)
  })
})
