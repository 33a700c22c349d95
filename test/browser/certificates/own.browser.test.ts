import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { moveCertificateRoute } from '../../../functions/certificates/operator.route.ts'
import { credentialsFor } from '../../../local/demo/user.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { certifiedApp } from '../../flows/certified-app.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

/** On a phone and on a desktop. */
const glancedAtBoth = async (page: Page, name: string): Promise<void> => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await glanced(page, name)
  }
}

describe('W7 the certificate of an app, as its administrator sees it', () => {
  test('leads from the result to what puts it into the app; suspended it says why, and is appealed against; revoked it is over', async ({
    open,
    instance,
  }) => {
    const name = '晨光夜读'
    const { platform } = instance
    const owned = await certifiedApp(instance, { name, reviewer: 'own-reviewer' })
    const { user, operator, app, application, certificate, mine } = owned
    const page = await open()
    await signedIn(page, user)
    await page.goto(`/developer/applications/${application}`)
    await page.getByRole('link', { name: '认证证书：状态、续期和徽章' }).click()
    await page.getByRole('heading', { level: 1, name: `认证证书：${name}` }).waitFor()
    await page.getByText('证书有效，任何人都能核验。').waitFor()
    // The badge is a picture of the service, drawn as it is now.
    const badge = page.getByRole('img', { name: '有效' })
    await badge.waitFor()
    expect(await badge.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    const snippet = await page.locator('code', { hasText: '<a href=' }).textContent()
    expect(snippet).toContain(`/certificates/${groupedId(certificate)}"`)
    expect(snippet).toContain(`/v1/certificates/${certificate}/badge?lang=zh"`)
    await glancedAtBoth(page, 'own-certificate')

    await page.getByLabel('页面地址').fill('http://www.example.com/about')
    await page.getByRole('button', { name: '登记这个页面' }).click()
    await page.getByRole('alert').getByText('请填写 https:// 开头的完整地址。').waitFor()
    await page.getByLabel('页面地址').fill('https://www.example.com/about')
    await page.getByRole('button', { name: '登记这个页面' }).click()
    // A domain that nobody has proven.
    await page.getByRole('alert').waitFor()
    await glancedAtBoth(page, 'own-certificate-page-refused')

    const words = '证书出现在另一个应用里，请说明。'
    const moves = (body: { move: 'suspend' | 'revoke'; reason: 'misuse' | 'false_evidence'; words: string }) =>
      platform.must(moveCertificateRoute, { token: operator.token, params: { id: certificate }, body })
    await moves({ move: 'suspend', reason: 'misuse', words })
    await page.goto(`/developer/apps/${app}`)
    await page.getByText('已暂停', { exact: true }).waitFor()
    await page.getByRole('link', { name: '认证证书：状态、续期和徽章' }).click()
    await page.getByText(words, { exact: true }).waitFor()
    await page.getByText('原因：证书被用在别的应用或别的地方').waitFor()
    // The picture beside it says the same, although browsers keep it for a minute elsewhere.
    await page.getByRole('img', { name: '已暂停' }).waitFor()
    await glancedAtBoth(page, 'own-certificate-suspended')
    const stranger = await open({ language: 'en' })
    await stranger.goto(`/certificates/${certificate}`)
    await stranger.getByText('This certificate does not count now: it is suspended.').waitFor()
    // What the operator wrote is for the administrator alone.
    expect(await stranger.getByRole('main').textContent()).not.toContain(words)
    await glancedAtBoth(stranger, 'certificate-suspended-en')
    await stranger.getByRole('button', { name: '中文' }).click()
    await stranger.getByText('这张证书现在不作数：已暂停。').waitFor()
    await glancedAtBoth(stranger, 'certificate-suspended')

    await page.getByRole('button', { name: '提交申诉' }).click()
    await page.getByRole('alert').getByText('请填写说明', { exact: false }).waitFor()
    await page.getByLabel('为什么认为决定有误').fill('那个应用也是我们的，正在改名。')
    await page.getByRole('button', { name: '提交申诉' }).dblclick()
    await page.getByText('处理中').waitFor()
    await page.goto(`/developer/apps/${app}/certificate`)
    await page.getByText('您的申诉正在处理。').waitFor()
    expect((await mine.certificates.ofApp(app)).appeal).toMatchObject({ can: false })
    await glancedAtBoth(page, 'own-certificate-appealed')

    await moves({ move: 'revoke', reason: 'false_evidence', words: '材料不是原件。' })
    await page.reload()
    await page.getByRole('heading', { name: '重新申请认证' }).waitFor()
    expect(await page.getByRole('img').count()).toBe(0)
    await glancedAtBoth(page, 'own-certificate-revoked')
    await stranger.reload()
    await stranger.getByText('这张证书不作数：已撤销。').waitFor()
    await glancedAtBoth(stranger, 'certificate-revoked')
    await stranger.getByRole('button', { name: 'English' }).click()
    await stranger.getByText('This certificate does not count: it was revoked.').waitFor()
    await glancedAtBoth(stranger, 'certificate-revoked-en')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Apply anew' }).waitFor()
    await glancedAtBoth(page, 'own-certificate-revoked-en')
  })

  test('says from when on nothing is lost by renewing it, and that a company out of operation is to be looked up again, in English', async ({
    open,
    instance,
  }) => {
    const wanted = { name: '夜航船点餐', reviewer: 'renewing-reviewer', isOfCompany: true }
    const { user, app, mine, certificate, operator } = await certifiedApp(instance, wanted)
    const { validUntil, renewal } = await mine.certificates.ofApp(app)
    expect(renewal).toMatchObject({ isOpen: false })
    expect(Date.parse(validUntil ?? '') - Date.parse(renewal?.from ?? '')).toBe(90 * DAY)
    const page = await open({ language: 'en' })
    await signedIn(page, user)
    await page.goto(`/developer/apps/${app}/certificate`)
    await page.getByText('From then on nothing of its time is lost.', { exact: false }).waitFor()
    await glancedAtBoth(page, 'own-certificate-en')
    await page.getByRole('link', { name: 'Renew it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Apply for certification' }).waitFor()
    await instance.platform.must(moveCertificateRoute, {
      ...{ token: operator.token, params: { id: certificate } },
      body: { move: 'suspend', reason: 'company_not_operating', words: '登记显示单位已停业。' },
    })
    await page.goto(`/developer/apps/${app}/certificate`)
    await page.getByText('Why: The organisation is closed, or no longer in operation').waitFor()
    await page.getByRole('img', { name: 'Suspended' }).waitFor()
    await glancedAtBoth(page, 'own-certificate-suspended-en')
    await page.getByRole('link', { name: 'Have the register looked up again, once it operates' }).click()
    await page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor()
  })

  test('is none before the app is certified, and can be revived once its time is over', async ({ open, instance }) => {
    const { platform } = instance
    const { app, mine, user, person } = await certifiedApp(instance, { name: '听雨书房', reviewer: 'none-reviewer' })
    const { id } = await mine.apps.create({ kind: 'website', name: '听雨书局' })
    await platform.pass('1s')
    const page = await open()
    await signedIn(page, user)
    await page.goto(`/developer/apps/${id}/certificate`)
    await page.getByRole('heading', { name: '还没有证书' }).waitFor()
    await glancedAtBoth(page, 'own-certificate-none')
    await page.getByRole('link', { name: '申请认证' }).click()
    await page.getByRole('heading', { level: 1, name: '申请应用认证' }).waitFor()

    await platform.pass('366d')
    const later = await open({ language: 'en' })
    // A number that nobody has signed in with for so long may be somebody else's by now.
    const credentials = { ...(await credentialsFor(platform, user.phone)), idLastFour: person.idNumber.slice(-4) }
    const { token = '' } = await platform.shiming.sessions.create(credentials)
    await signedIn(later, { ...user, token })
    await later.goto(`/developer/apps/${id}/certificate`)
    await later.getByRole('heading', { name: 'No certificate yet' }).waitFor()
    await glancedAtBoth(later, 'own-certificate-none-en')
    await later.goto(`/developer/apps/${app}/certificate`)
    await later.getByText('Its time is over. Once renewed it counts again, from the day it passes.').waitFor()
    await glancedAtBoth(later, 'own-certificate-expired-en')
    await later.getByRole('button', { name: '中文' }).click()
    await later.getByText('已经过期。续期通过后重新有效，从通过之日起算。').waitFor()
    await glancedAtBoth(later, 'own-certificate-expired')
  })
})
