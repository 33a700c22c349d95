import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { faultsRoute } from '../../../functions/sandbox/control.route.ts'
import { signIn } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { accessible } from '../looks/accessible.ts'
import { glanced } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { laidOut } from '../looks/layout.ts'
import { signedIn } from '../visit/signed-in.ts'
import { agreeAndBegin, cardPhoto, choosePhoto, photographBoth } from './photos.ts'

/** Nothing of a card stays in the browser, nor in its address. */
const nothingKept = async (page: Page, { name, idNumber }: { name: string; idNumber: string }): Promise<void> => {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]))
  expect(kept).not.toContain(name)
  expect(kept).not.toContain(idNumber)
}

/** What the policy of a page says, as Chromium tells it. */
const mayUseCamera = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    (document as unknown as { featurePolicy: { allowsFeature(name: string): boolean } }).featurePolicy.allowsFeature(
      'camera',
    ),
  )

describe('X1 the page of photos of an identity card', () => {
  test('takes both sides as files, shows what was read beside who is verified, hands them in and knows what came of it', async ({
    open,
    instance,
  }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/level')
    expect(await mayUseCamera(page)).toBe(false)
    await page
      .getByRole('link', { name: /证件照片|身份证/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: '身份证照片核验' }).waitFor()
    // It was loaded, as only this page may.
    expect(await mayUseCamera(page)).toBe(true)
    await page.getByRole('button', { name: '开始拍摄' }).click()
    await page.getByText('请阅读告知书，同意后勾选。').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('agreedTo')
    await glanced(page, 'document-begin')

    await photographBoth(page, instance, person)
    await page.getByText('一致', { exact: true }).first().waitFor()
    await glanced(page, 'document-check')
    await nothingKept(page, person)
    // The authority takes its time.
    instance.engine.faults.add({ target: 'function', fn: 'verification-check', action: 'kill_before', times: 1000 })
    const handedIn = page.waitForResponse(
      (response) => response.url().endsWith('/v1/documents') && response.status() === 201,
    )
    const handIn = page.getByRole('button', { name: '提交核验' })
    await handIn.click()
    await handIn.click({ force: true, timeout: 1000 }).catch(() => undefined)
    await handedIn
    await page.getByText('核验中', { exact: true }).waitFor()
    await glanced(page, 'document-checking')
    // Whoever comes back in the middle finds it.
    await page.reload()
    await page.getByText('核验中', { exact: true }).waitFor()
    expect(await instance.platform.shiming.withSession(user.token).documents.list()).toHaveLength(1)
    instance.engine.faults.clear()
    await instance.platform.pass('15m')
    await page.getByText('已通过', { exact: true }).waitFor()
    await page.getByText('有效期至').waitFor()
    await glanced(page, 'document-proven')

    await page.getByRole('button', { name: '重新拍摄' }).click()
    await photographBoth(page, instance, person)
    await page.getByRole('button', { name: '提交核验' }).click()
    await page.getByText('您的证件已经核验通过并且仍然有效', { exact: false }).waitFor()
    await glanced(page, 'document-proven-already')
    await page.getByRole('link', { name: '账号' }).first().click()
    await page.getByRole('link', { name: '身份证照片核验' }).click()
    await page.getByText('已通过', { exact: true }).waitFor()
  })

  test('says of each photo why it cannot be used, and after three leads to a person', async ({ open, instance }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/document')
    await agreeAndBegin(page)
    await page.getByRole('button', { name: '下一步：拍反面' }).click()
    await page.getByText('请先拍一张能读出来的照片。').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('document-front')
    await glanced(page, 'document-front-missing')
    await choosePhoto(page, instance, 'front', await cardPhoto(person, 'back'))
    await page.getByText('拍的是证件的另一面', { exact: false }).waitFor()
    await page.getByText('今天有 1 张照片不能使用', { exact: false }).waitFor()
    await glanced(page, 'document-wrong-side')
    await choosePhoto(page, instance, 'front', await cardPhoto(person, 'front', 'right edge cut'))
    await page.getByText('今天有 2 张照片不能使用', { exact: false }).waitFor()
    // Refused when it is taken in already; it counts all the same.
    await choosePhoto(page, instance, 'front', await cardPhoto(person, 'front', 'blur σ 6'))
    await page.getByText('今天有 3 张照片不能使用', { exact: false }).waitFor()
    await glanced(page, 'document-for-people')
    // A better one is taken all the same.
    await choosePhoto(page, instance, 'front', await cardPhoto(person, 'front'))
    await page.getByText('已读出。').waitFor()
    await glanced(page, 'document-read')
    await page.getByRole('link', { name: '不方便用这种方式？请人工核验' }).click()
    await page.waitForURL('**/papers?document=resident_id')
    expect(await page.getByRole('radio', { name: '居民身份证' }).isChecked()).toBe(true)
  })

  test('finds after a reload what was photographed, and reads none of it before the consent', async ({
    open,
    instance,
  }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/document')
    await agreeAndBegin(page)
    await choosePhoto(page, instance, 'front', await cardPhoto(person, 'front'))
    await page.getByText('已读出。').waitFor()
    await nothingKept(page, person)
    let readings = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/documents/readings')) readings += 1
    })
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '身份证照片核验' }).waitFor()
    await page.getByRole('button', { name: '开始拍摄' }).click()
    await page.getByText('请阅读告知书，同意后勾选。').waitFor()
    expect(readings).toBe(0)
    await agreeAndBegin(page)
    await page.getByText('照片已上传。为保护您，刷新后不再显示。').waitFor()
    await page.getByText('已读出。').waitFor()
    expect(readings).toBe(1)
  })

  test("says that a card is somebody else's, and keeps what was photographed", async ({ open, instance }) => {
    const { user } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const other = await instance.person('match')
    const page = await open({ device: 'desktop' })
    await signedIn(page, user)
    await page.goto('/document')
    await photographBoth(page, instance, other)
    await page.getByText('不一致', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: '提交核验' }).click()
    await page.getByText('照片上的姓名或号码与本账号的实名不一致', { exact: false }).waitFor()
    await glanced(page, 'document-differs')
    await page.getByRole('link', { name: '上一步' }).click()
    await page.getByText('已读出。').waitFor()
  })

  test('hands in the same photos again where nobody could look at them', async ({ open, instance }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open()
    await signedIn(page, user)
    await page.goto('/document')
    await photographBoth(page, instance, person)
    const outOfOrder = { target: 'tencent_faceid', mode: 'arrears', times: 1000 } as const
    await instance.platform.must(faultsRoute, { body: outOfOrder })
    await page.getByRole('button', { name: '提交核验' }).click()
    await page.getByText('核验中', { exact: true }).waitFor()
    await instance.platform.pass('2h')
    await page.getByText('没有通过', { exact: true }).waitFor()
    await glanced(page, 'document-later')
    await instance.platform.must(faultsRoute, { body: { ...outOfOrder, times: 0 } })
    await instance.platform.pass('10m')
    await page.getByRole('button', { name: '用已上传的照片再提交' }).click()
    await agreeAndBegin(page)
    await page.getByText('照片已上传。为保护您，刷新后不再显示。').waitFor()
    await page.getByText('已读出。').waitFor()
    await page.getByRole('button', { name: '下一步：拍反面' }).click()
    await page.getByText('已读出。').waitFor()
    await page.getByRole('button', { name: '下一步：核对' }).click()
    await page.getByRole('button', { name: '提交核验' }).click()
    await page.getByText('已通过', { exact: true }).waitFor()
  })

  test('reads the front of who is nobody yet, lets it be corrected, and takes it along to the form of a verification', async ({
    open,
    instance,
  }) => {
    const person = await instance.person('match')
    const page = await open()
    await signedIn(page, await signIn(instance.platform, person.phone))
    await page.goto('/verify')
    await page.getByRole('link', { name: '拍身份证，不用自己填' }).click()
    await page.getByRole('heading', { level: 1, name: '身份证照片核验' }).waitFor()
    await glanced(page, 'document-nobody')
    await agreeAndBegin(page)
    await choosePhoto(page, instance, 'front', await cardPhoto(person, 'front'))
    await page.getByText('已读出。').waitFor()
    await page.getByRole('button', { name: '下一步：核对' }).click()
    await page.getByRole('heading', { level: 1, name: '核对' }).waitFor()
    const name = page.getByLabel('姓名')
    expect(await name.inputValue()).toBe(person.name)
    await name.fill(`${person.name}子`)
    await page.getByText('（与填写的不同）').waitFor()
    await glanced(page, 'document-nobody-corrected')
    await page.getByRole('button', { name: '改用读出的姓名' }).click()
    expect(await name.inputValue()).toBe(person.name)
    await page.getByRole('button', { name: '带着这些信息去实名认证' }).click()
    await page.getByRole('heading', { level: 1, name: '填写信息' }).waitFor()
    expect(await page.getByLabel('姓名').inputValue()).toBe(person.name)
    expect(await page.getByLabel('证件号码').inputValue()).toBe(person.idNumber)
    await nothingKept(page, person)
  })

  test('is whole in English on a narrow screen, and by the keyboard', async ({ open, instance }) => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await instance.platform.pass('1m')
    const page = await open({ language: 'en', device: 'iphoneSafari' })
    await signedIn(page, user)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/document')
    await page.getByText('What it is for').waitFor()
    await glanced(page, 'document-english')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['Read the whole notice', 'Begin']))
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Begin' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'The front of your card' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.locator('#document-front').setInputFiles(await cardPhoto(person, 'back'))
    await page.getByText('Uploaded; looking whether it can be read …').waitFor()
    await instance.platform.pass('0s')
    await page.getByText('This is the other side of the card.', { exact: false }).waitFor()
    await accessible(page)
    await laidOut(page)
    await glanced(page, 'document-english-wrong')
  })
})
