import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { signedIn } from '../visit/signed-in.ts'
import { agreeAndBegin, cardPhoto, choosePhoto, photographBoth } from './photos.ts'
import { giveCamera } from './seen.ts'

describe('photos of an identity card in every look', () => {
  test('every step, and what became of them', async ({ open, instance }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open()
    await signedIn(page, user)
    const camera = await giveCamera(page, await cardPhoto(person, 'front'))
    await page.goto('/document')
    await page.getByRole('button', { name: '开始拍摄' }).waitFor()
    await swept(page, 'document')
    await agreeAndBegin(page)
    await page.getByRole('button', { name: '对着取景框拍' }).click()
    await page.getByText('清楚，可以拍了。').waitFor()
    await swept(page, 'document-view', [page.locator('video')])
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['拍摄', '关闭相机']))
    await page.getByRole('button', { name: '关闭相机' }).click()
    expect(await camera.stopped()).toBe(1)
    await choosePhoto(page, instance, 'front', await cardPhoto(person, 'back'))
    await page.getByText('拍的是证件的另一面', { exact: false }).waitFor()
    await swept(page, 'document-refused')
    await page.getByRole('link', { name: '上一步' }).click()
    await photographBoth(page, instance, person)
    await swept(page, 'document-compared')
    await page.getByRole('button', { name: '提交核验' }).click()
    await page.getByText('已通过', { exact: true }).waitFor()
    await swept(page, 'document-done', [page.locator('time')])
  })

  test('what was read of who is nobody yet', async ({ open, instance }) => {
    const person = await instance.person('match')
    const page = await open()
    await signedIn(page, await signIn(instance.platform, person.phone))
    await page.goto('/document')
    await agreeAndBegin(page)
    await choosePhoto(page, instance, 'front', await cardPhoto(person, 'front'))
    await page.getByText('已读出。').waitFor()
    await page.getByRole('button', { name: '下一步：核对' }).click()
    await page.getByLabel('姓名').fill(`${person.name}子`)
    await page.getByText('（与填写的不同）').waitFor()
    await swept(page, 'document-read-nobody')
  })
})
