import { describe, expect } from 'vitest'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'
import { agreeAndBegin, cardPhoto } from './photos.ts'
import { denyCamera, giveCamera } from './seen.ts'

describe('X1 the camera in the page', () => {
  test('shows a frame, says what to do better, and takes what it sees', async ({ open, instance }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open()
    await signedIn(page, user)
    const camera = await giveCamera(page, await cardPhoto(person, 'front', 'blur σ 4'))
    await page.goto('/document')
    await agreeAndBegin(page)
    await page.getByRole('button', { name: '对着取景框拍' }).click()
    await page.getByText('还不清楚，请拿稳手机、对准证件。').waitFor()
    await glanced(page, 'document-camera-blurred')
    await camera.show(await cardPhoto(person, 'front'))
    await page.getByText('清楚，可以拍了。').waitFor()
    await glanced(page, 'document-camera-good')
    expect(await camera.stopped()).toBe(0)
    await page.getByRole('button', { name: '拍摄', exact: true }).press('Enter')
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    // It is needed no longer.
    expect(await camera.stopped()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('document-front-camera')
    await instance.platform.pass('0s')
    await page.getByText('已读出。').waitFor()

    // The other side, after a look elsewhere; and the step is left while the camera is on.
    await page.getByRole('button', { name: '下一步：拍反面' }).click()
    await camera.show(await cardPhoto(person, 'back'))
    await page.getByRole('button', { name: '对着取景框拍' }).click()
    await page.getByRole('button', { name: '拍摄', exact: true }).waitFor()
    await camera.hidePage()
    await page.getByText('离开本页时相机已关闭。').waitFor()
    expect(await camera.stopped()).toBe(2)
    await glanced(page, 'document-camera-away')
    await camera.showPage()
    await page.getByRole('button', { name: '再打开相机' }).click()
    await page.getByText('清楚，可以拍了。').waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '拍身份证正面' }).waitFor()
    expect(await camera.stopped()).toBe(3)
    await page.getByText('已读出。').waitFor()
  })

  test('is not needed where it is not allowed: a file is as good', async ({ open, instance }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open({ device: 'desktop' })
    await signedIn(page, user)
    await denyCamera(page)
    await page.goto('/document')
    await agreeAndBegin(page)
    await page.getByRole('button', { name: '对着取景框拍' }).click()
    await page.getByText('没有得到使用相机的许可', { exact: false }).waitFor()
    await glanced(page, 'document-camera-denied')
    await page.locator('#document-front').setInputFiles(await cardPhoto(person, 'front'))
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    await instance.platform.pass('0s')
    await page.getByText('已读出。').waitFor()
  })
})
