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

  test('asks whoever is not verified to be that first, in English too', async ({ open, instance }) => {
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    const { phone } = await instance.person('mismatch')
    await signedIn(page, await signIn(instance.platform, phone))
    await page.goto('/address')
    await page.getByRole('heading', { name: 'Complete verification first' }).waitFor()
    await glanced(page, 'address-first')
  })
})
