import { describe, expect } from 'vitest'
import { moveCertificateRoute } from '../../../functions/certificates/operator.route.ts'
import { reportCertificateRoute } from '../../../functions/certificates/report.route.ts'
import { getAppRoute } from '../../../functions/certification/apps.route.ts'
import { certify } from '../../../local/demo/certification.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import type { Instance } from '../../flows/instance.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { atConsole } from './at-console.ts'
import { applied } from './certification.ts'

/** An app that is certified, by the id of its certificate. */
const certifiedApp = async (instance: Instance, name: string) => {
  const { user, person, app } = await applied(instance, name, name)
  await certify(
    instance.platform,
    await operatorAt(instance, `certifier-${name.length + name.charCodeAt(0)}`, 'reviewer'),
  )
  const { certificate } = await instance.platform.must(getAppRoute, { token: user.token, params: { id: app } })
  return { person, id: String(certificate) }
}

describe('W7 certificates at the console', () => {
  test('are suspended by a report that is upheld, which whoever decides reads beside them', async ({
    open,
    instance,
  }) => {
    const { person, id } = await certifiedApp(instance, '小桥流水')
    for (const [reason, words] of [
      ['impostor', '这个页面的公司和证书上的不是同一家，页脚却放着证书。'],
      ['fraud', '收了钱就联系不上，拿证书说自己可靠。'],
    ] as const)
      await instance.platform.must(reportCertificateRoute, { params: { id }, body: { reason, words } })
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'wang.qiao', 'reviewer')
    await page.setViewportSize({ width: 1280, height: 900 })

    await page.goto('/console/reviews?kind=certificate_report')
    await page.getByRole('row').filter({ hasText: '举报认证证书' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByText('收了钱就联系不上', { exact: false }).waitFor()
    await page.getByText('用户看不到', { exact: false }).waitFor()
    await page.getByRole('button', { name: '领取', exact: true }).click()
    await page.getByRole('button', { name: '通过', exact: true }).waitFor()
    await glanced(page, 'console-certificate-report')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(() => scrollTo(0, 0))
    await glanced(page, 'console-certificate-report-phone')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: '通过', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/看过证书页上的全部举报/).check()
    await dialog.getByLabel(/核对过/).check()
    await dialog.getByLabel('理由', { exact: false }).first().fill('页面与证书主体不符')
    await page.keyboard.press('Control+Enter')
    await page.getByText('已通过。').waitFor()

    await page.goto(`/console/certificates/${id}`)
    await page.getByText('已暂停', { exact: true }).first().waitFor()
    expect(await page.content()).not.toContain(person.idNumber)
  })

  test('are found by their id, and reinstated for a reason that everybody reads', async ({ open, instance }) => {
    const { person, id } = await certifiedApp(instance, '杏雨江南')
    const page = await open({ device: 'desktop' })
    const { token } = await atConsole(page, instance, 'li.zheng', 'reviewer')
    const body = { move: 'suspend', reason: 'misuse', words: '页脚的证书不是这家公司的，请改正。' } as const
    await instance.platform.must(moveCertificateRoute, { token, params: { id }, body })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/console/certificates')
    await page.getByRole('row').filter({ hasText: '杏雨江南' }).waitFor()
    await glanced(page, 'console-certificates')
    await page.getByRole('searchbox').fill(id.toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '恢复证书' }).waitFor()
    await page.getByText('已暂停', { exact: true }).first().waitFor()
    await page.getByText('证书被滥用', { exact: false }).first().waitFor()
    await glanced(page, 'console-certificate')

    await page.getByRole('button', { name: '恢复证书' }).click()
    const dialog = page.getByRole('dialog')
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('请选择原因类别。').first().waitFor()
    await dialog.getByLabel(/问题已经改正/).check()
    await dialog.getByRole('button', { name: '已核实改正。' }).click()
    await page.keyboard.press('Control+Enter')
    await page.getByText('已恢复证书。').waitFor()
    await page.getByText('有效', { exact: true }).first().waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(() => scrollTo(0, 0))
    await glanced(page, 'console-certificate-phone')
    expect(await page.content()).not.toContain(person.idNumber)

    await page.goto(`/console/deeds?subject=certificate:${id}`)
    await page.getByText('恢复证书', { exact: false }).first().waitFor()
  })
})
