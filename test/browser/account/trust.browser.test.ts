import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { goodPicture } from '../papers/chosen-file.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('X3 the trust score', () => {
  test('stands apart from the level, and rises by what somebody tells of their own will', async ({
    open,
    instance,
  }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/level')
    await page.getByText('0 分（满分 100）').waitFor()
    await page.getByLabel('职业').selectOption('student')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('20 分（满分 100）').waitFor()
    await page.setViewportSize({ width: 320, height: 800 })
    await glanced(page, 'level-trust')

    await page.getByRole('link', { name: '提交地址证明' }).click()
    await page.getByRole('heading', { level: 1, name: '地址证明' }).waitFor()
    await page.getByRole('button', { name: '提交核对' }).click()
    await page.getByText('请先上传地址证明的照片。').waitFor()
    await page.getByText('请阅读告知书，同意后勾选。').waitFor()
    await glanced(page, 'address-missing')
    await page.locator('#address_proof-file').setInputFiles(goodPicture(9))
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    await instance.platform.pass('0s')
    await page.getByText('已收下，可以使用。').waitFor()
    await page.getByRole('checkbox', { name: /^我已阅读并单独同意/ }).check()
    await page.setViewportSize({ width: 1280, height: 800 })
    await glanced(page, 'address-ready')
    await page.getByRole('button', { name: '提交核对' }).click()
    await page.getByRole('heading', { name: '已提交' }).waitFor()
    await glanced(page, 'address-sent')
    await page.getByRole('link', { name: '查看进展' }).click()
    await page.getByText('地址证明', { exact: false }).first().waitFor()
    await glanced(page, 'address-case')
    expect(new URL(page.url()).pathname).toMatch(/^\/cases\//)
    // The level is what it was.
    const level = await instance.platform.shiming.withSession(user.token).account.level()
    expect(level).toMatchObject({ level: 1, trust: { score: 20, occupation: 'student' } })
  })

  test('takes an e-mail address by the code that comes there, and lets go of it again', async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    const address = 'zhang-san@example.com'
    const page = await open()
    await signedIn(page, user)
    await page.goto('/level')
    await page.getByRole('link', { name: '验证邮箱' }).click()
    await page.getByRole('heading', { level: 1, name: '邮箱验证' }).waitFor()
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await page.getByText('请填写邮件中的 6 位数字。').first().waitFor()
    await glanced(page, 'email-missing')
    await page.getByLabel('邮箱地址').fill('zhang-san')
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByText('邮箱地址格式不正确', { exact: false }).first().waitFor()
    await page.getByLabel('邮箱地址').fill('Zhang-San@example.com')
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByText(`验证码已发送到 ${address}`, { exact: false }).waitFor()
    const [mail] = await instance.platform.sandbox.mailsFor(address)
    await page.getByLabel('邮箱验证码').fill(mail?.code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await page.getByText('验证码不正确或已过期', { exact: false }).first().waitFor()
    await page.getByLabel('邮箱验证码').fill(mail?.code ?? '')
    await page.setViewportSize({ width: 1280, height: 800 })
    await glanced(page, 'email-typed')
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await page.getByRole('heading', { name: '已验证的邮箱' }).waitFor()
    await page.getByText('z***@example.com').waitFor()
    await page.setViewportSize({ width: 390, height: 800 })
    await glanced(page, 'email-proven')
    await page.getByRole('link', { name: '返回实名等级' }).click()
    await page.getByText('30 分（满分 100）').waitFor()
    await glanced(page, 'level-email')
    await page.getByRole('link', { name: '查看或更换邮箱' }).click()
    await page.getByRole('button', { name: '移除' }).click()
    await page.getByRole('button', { name: '确认移除' }).click()
    await page.getByRole('heading', { name: '验证一个邮箱' }).waitFor()
    const level = await instance.platform.shiming.withSession(user.token).account.level()
    expect(level).toMatchObject({ level: 1, trust: { score: 0 } })
  })

  test('takes an e-mail address in English, before anything is verified', async ({ open, instance }) => {
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    const { phone } = await instance.person('mismatch')
    await signedIn(page, await signIn(instance.platform, phone))
    await page.goto('/email')
    await page.getByLabel('E-mail address').fill('early@example.com')
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByText('A code was sent to early@example.com', { exact: false }).waitFor()
    const [mail] = await instance.platform.sandbox.mailsFor('early@example.com')
    await page.getByLabel('Code of the e-mail').fill(mail?.code ?? '')
    await page.getByRole('button', { name: 'Prove it' }).click()
    await page.getByText('e***@example.com').waitFor()
    await glanced(page, 'email-proven-en')
  })

  test('asks whoever is not verified to be that first, in English too', async ({ open, instance }) => {
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    const { phone } = await instance.person('mismatch')
    await signedIn(page, await signIn(instance.platform, phone))
    await page.goto('/address')
    await page.getByRole('heading', { name: 'Complete verification first' }).waitFor()
    await glanced(page, 'address-first')
  })
})
