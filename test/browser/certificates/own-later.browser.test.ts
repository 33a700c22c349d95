import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { setCertificatePageRoute } from '../../../functions/certificates/page.route.ts'
import { createDomainRoute, proveDomainRoute } from '../../../functions/certification/domains.route.ts'
import { sendIn } from '../../../local/demo/certification.ts'
import { certifiedApp, signedInLater } from '../../flows/certified-app.ts'
import type { Instance } from '../../flows/instance.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

/** In both languages, on a phone and on a desktop; it is Chinese before and afterwards. */
const glancedInBoth = async (page: Page, name: string): Promise<void> => {
  const atBoth = async (called: string): Promise<void> => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await glanced(page, called)
    }
  }
  await atBoth(name)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: '中文' }).waitFor()
  await atBoth(`${name}-en`)
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: 'English' }).waitFor()
}

/** A page of the one place on this machine that is looked at, registered for the certificate of an app. */
const registered = async ({ platform, receiver }: Instance, { token, app }: { token: string; app: string }) => {
  const { file } = await platform.must(createDomainRoute, { token, body: { domain: receiver.address } })
  receiver.answers.push({ status: 200, headers: {}, body: file.content })
  await platform.must(proveDomainRoute, { token, params: { domain: receiver.address } })
  const url = `http://${receiver.address}/about`
  await platform.must(setCertificatePageRoute, { token, params: { id: app }, body: { url } })
  return url
}

describe('W7 the certificate of an app, as its administrator sees it later', () => {
  test('says on which page its link was seen, and how often it was missing', async ({ open, instance }) => {
    const { platform, receiver } = instance
    const { user, app, certificate } = await certifiedApp(instance, { name: '观沧海', reviewer: 'missed-reviewer' })
    const url = await registered(instance, { token: user.token, app })
    const page = await open()
    await signedIn(page, user)
    await page.goto(`/developer/apps/${app}/certificate`)
    await page.getByText(url, { exact: true }).waitFor()
    await page.getByText('还没有看过。').waitFor()
    const link = `<p><a href="${platform.url}/certificates/${certificate}">认证</a></p>`
    receiver.answers.push({ status: 200, headers: { 'content-type': 'text/html' }, body: link })
    await platform.pass('5m')
    await page.reload()
    await page.getByText('最近一次看到了证书链接。').waitFor()
    await glancedInBoth(page, 'own-certificate-page-seen')

    // Where nothing else is said, the page is empty.
    await platform.pass('1d')
    await page.reload()
    await page.getByText('最近连续 1 次没有看到证书链接', { exact: false }).waitFor()
    await glancedInBoth(page, 'own-certificate-page-missed')
    await platform.pass('1d')
    await platform.pass('1d')
    await page.reload()
    await page.getByText('最近连续 3 次没有看到证书链接，已交给人工核查。', { exact: false }).waitFor()
    await page.getByText('证书有效，任何人都能核验。').waitFor()
    await glancedInBoth(page, 'own-certificate-page-missed-thrice')

    await page.getByRole('button', { name: '不再登记' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '不再登记' }).click()
    await page.getByText('已取消登记。').waitFor()
    await page.getByText(url, { exact: true }).waitFor({ state: 'detached' })
  })

  test('is renewed from the letter that reminds of its end, without loss of its time', async ({ open, instance }) => {
    const { platform } = instance
    const name = '登鹳雀楼'
    const { app, applicant, person } = await certifiedApp(instance, { name, reviewer: 'reminded-reviewer' })
    await platform.pass('280d')
    const user = await signedInLater(instance, person)
    const page = await open()
    await signedIn(page, user)
    const { items } = await platform.shiming.withSession(user.token).messages.list().page()
    const letter = items.find(({ title, content }) => title.startsWith(`应用“${name}”的证书`) && /到期/.test(content))
    await page.goto(`/shortMessage/${letter?.id}`)
    await page.getByText('请在此之前为应用提交新的认证申请来续期', { exact: false }).waitFor()
    const [, own = ''] = /详情：https?:\/\/[^/]+(\/\S+)/.exec(letter?.content ?? '') ?? []
    expect(own).toBe(`/developer/apps/${app}/certificate`)
    await page.goto(own)
    await page.getByText('现在续期不损失剩余的时间。', { exact: false }).waitFor()
    await glancedInBoth(page, 'own-certificate-renewable')
    await page.getByRole('link', { name: '申请续期' }).click()
    await page.getByRole('heading', { level: 1, name: '申请应用认证' }).waitFor()

    const { id } = await sendIn(platform, { user, app, applicant })
    await page.goto(own)
    await page.getByText('续期申请正在办理。', { exact: false }).waitFor()
    await glancedInBoth(page, 'own-certificate-renewing')
    await page.getByRole('link', { name: '查看续期申请' }).click()
    await page.waitForURL(`**/developer/applications/${id}`)
  })
})
