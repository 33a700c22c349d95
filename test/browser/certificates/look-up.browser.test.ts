import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { groupedId, newCertificateId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { certifiedApp } from '../../flows/certified-app.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'

/** On a phone and on a desktop. */
const glancedAtBoth = async (page: Page, name: string): Promise<void> => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await glanced(page, name)
  }
}

/** Two characters changed places. */
const mistyped = (id: string): string => {
  const at = [...id].findIndex((one, nth) => nth > 0 && one !== id[nth - 1])
  return id.slice(0, at - 1) + id[at] + id[at - 1] + id.slice(at + 1)
}

/** One that nobody has. */
const nobodys = (): string => newCertificateId((limit) => limit - 2)

describe('W7 anybody looks a certificate up', () => {
  test('by its number: of a person neither name nor number, what is mistyped before anybody is asked, and what there is none of', async ({
    open,
    instance,
  }) => {
    const name = '晨光&夜读+'
    const { platform } = instance
    const { certificate, person } = await certifiedApp(instance, { name, reviewer: 'look-up-reviewer' })
    const page = await open()
    await page.goto('/')
    await page.getByRole('link', { name: '核验证书' }).click()
    await page.getByRole('heading', { level: 1, name: '核验应用认证证书' }).waitFor()
    await glancedAtBoth(page, 'certificates')
    expect(await tabbed(page)).toEqual(expect.arrayContaining(['证书编号', '查询']))
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('alert').getByText('请填写证书编号。').waitFor()
    await page.getByLabel('证书编号').fill(mistyped(certificate))
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('alert').getByText('这不是证书编号', { exact: false }).waitFor()
    await glancedAtBoth(page, 'certificates-wrong')
    // As somebody types it.
    await page.getByLabel('证书编号').fill(groupedId(certificate).toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: '查询' }).click()

    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/certificates/${groupedId(certificate)}`)
    await page.getByText('这个应用经过认证，证书现在有效。').waitFor()
    await page.getByText('个人运营者的姓名和证件号码不公开。').waitFor()
    const told = await page.getByRole('main').textContent()
    expect(told).not.toContain(person.name)
    expect(told).not.toContain(person.phone)
    expect(told).toContain('认证只说明应用由谁运营')
    expect(await page.locator('.qr').getAttribute('data-text')).toBe(page.url())
    expect(await page.getByRole('link', { name: '验证签名的公钥' }).getAttribute('href')).toBe('/v1/certificate-keys')
    await glancedAtBoth(page, 'certificate-valid')

    await page.getByRole('button', { name: '举报这张证书' }).click()
    await page.getByRole('button', { name: '提交举报' }).click()
    await page.getByRole('alert').getByText('请选择一项。').waitFor()
    await glancedAtBoth(page, 'certificate-report')
    await page.getByRole('radio', { name: '证书出现在别的应用或网页上' }).check()
    await page.getByLabel('请说明').fill('另一个小程序的“关于”页里有这张证书。')
    await page.getByRole('button', { name: '提交举报' }).dblclick()
    await page.getByText('已收到，工作人员会核查。', { exact: false }).waitFor()
    await glancedAtBoth(page, 'certificate-reported')

    await page.goto(`/certificates/${nobodys()}`)
    await page.getByRole('heading', { level: 1, name: '没有这张证书' }).waitFor()
    await page.getByText('它没有经过本平台认证', { exact: false }).waitFor()
    await glancedAtBoth(page, 'certificate-unknown')
    await page.goto(`/certificates/${encodeURIComponent('<b>&"\' 证书')}`)
    await page.getByRole('heading', { level: 1, name: '证书编号有误' }).waitFor()
    await glancedAtBoth(page, 'certificate-mistyped')
    // From there on to one that counts, by its address.
    await page.getByLabel('证书编号').fill(`https://example.com/certificates/${groupedId(certificate)}?from=app`)
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

    // By the clock alone, whoever looks.
    await platform.pass('366d')
    await page.reload()
    await page.getByText('这张证书现在不作数：已过期。').waitFor()
    expect(await page.getByRole('button', { name: '举报这张证书' }).count()).toBe(0)
    await glancedAtBoth(page, 'certificate-expired')
  })

  test('of a company in full, with its code, in English', async ({ open, instance }) => {
    const name = '望岳点餐'
    const wanted = { name, reviewer: 'company-look-up-reviewer', isOfCompany: true }
    const { certificate, company } = await certifiedApp(instance, wanted)
    const page = await open({ language: 'en', device: 'desktop' })
    await page.goto(`/certificates/${certificate.toLowerCase()}`)
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await page.getByText('This app is certified, and the certificate counts now.').waitFor()
    await page.getByText(company.name, { exact: true }).waitFor()
    await page.getByText(company.creditCode, { exact: true }).waitFor()
    await glancedAtBoth(page, 'certificate-company-en')
    await page.getByRole('button', { name: 'Report this certificate' }).click()
    await page.getByRole('button', { name: 'Send the report' }).click()
    await page.getByRole('alert').getByText('Choose one.').waitFor()
    await glancedAtBoth(page, 'certificate-report-en')
    await page.getByRole('button', { name: 'Do not report it' }).click()
    await page.getByRole('link', { name: 'Look up another' }).click()
    await page.getByRole('heading', { level: 1, name: 'Check the certificate of an app' }).waitFor()
    await glancedAtBoth(page, 'certificates-en')
    await page.goto(`/certificates/${nobodys()}`)
    await page.getByRole('heading', { level: 1, name: 'There is no such certificate' }).waitFor()
    await glancedAtBoth(page, 'certificate-unknown-en')
    await page.goto('/certificates/ABCD')
    await page.getByRole('heading', { level: 1, name: 'The number is mistyped' }).waitFor()
    await glancedAtBoth(page, 'certificate-mistyped-en')
    await instance.platform.pass('366d')
    await page.goto(`/certificates/${certificate}`)
    await page.getByText('This certificate does not count now: it has expired.').waitFor()
    await glancedAtBoth(page, 'certificate-expired-en')
  })
})
