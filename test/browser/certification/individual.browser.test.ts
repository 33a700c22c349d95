import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { typeCard } from '../../../local/demo/card.ts'
import { certify } from '../../../local/demo/certification.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { codeToScan, scan } from '../../../local/demo/user.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { goodPicture } from '../papers/chosen-file.ts'
import { signedIn } from '../visit/signed-in.ts'

const narrow = (page: Page) => page.setViewportSize({ width: 390, height: 800 })
const wide = (page: Page) => page.setViewportSize({ width: 1280, height: 800 })

describe('W2 W3 W5 W6 W8 the certification of an app of a person, on its pages', () => {
  test('goes from the free look to the new name: kept as it is typed, confirmed as exactly that change, paid, decided', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    const page = await open()
    await signedIn(page, user)
    await platform.pass('2m')
    const mine = platform.shiming.withSession(user.token)
    const { id: app } = await mine.apps.create({ kind: 'mini_program', name: '晨光书屋' })

    await page.goto(`/developer/apps/${app}`)
    await page.getByRole('link', { name: '申请认证' }).click()
    await page.getByRole('heading', { level: 1, name: '申请应用认证' }).waitFor()
    // Said before anything is filled in, with the way there.
    await page.getByText('个人申请需要实名等级 2 级', { exact: false }).waitFor()
    const toLevel = page.getByRole('link', { name: '去提升实名等级' })
    expect(await toLevel.getAttribute('href')).toBe(`/level?app=${app}`)
    await narrow(page)
    await glanced(page, 'certification-begin')
    await toLevel.click()
    await page.getByRole('link', { name: '回到认证申请' }).click()
    await page.getByRole('heading', { level: 1, name: '申请应用认证' }).waitFor()
    await page.getByRole('link', { name: '添加或管理申请主体' }).click()
    await page.getByRole('heading', { level: 1, name: '申请主体' }).waitFor()
    await page.getByRole('link', { name: '回到认证申请' }).click()
    await page.getByRole('heading', { level: 1, name: '申请应用认证' }).waitFor()
    await page.getByRole('button', { name: '开始填写' }).dblclick()
    await page.getByRole('heading', { level: 1, name: '应用认证：晨光书屋' }).waitFor()
    // Everything that is wrong is told before anything costs something; a person has to prove more first.
    await page.getByText('30.00', { exact: false }).first().waitFor()
    await page.getByText('管理员的实名等级不够', { exact: false }).first().waitFor()
    await page.getByLabel('认证名称').fill('晨光小程序')
    await page.getByLabel('给审核人员的说明').fill('每天读一篇短文。')
    await page.getByText('草稿已保存。').waitFor()
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('还有 2 处要处理').waitFor()
    await page.getByRole('link', { name: '去提升实名等级。' }).first().click()
    await page.getByRole('link', { name: '回到认证申请' }).click()
    await page.getByRole('button', { name: '检查（不收费）' }).click()
    await page.getByText('还有 2 处要处理').waitFor()
    await glanced(page, 'certification-faults')
    await wide(page)
    await glanced(page, 'certification-faults-wide')

    await typeCard(platform, user, { phone: user.phone })
    await platform.pass('61s')
    // What was typed is kept by the service.
    await page.reload()
    await page.getByRole('heading', { name: '填写申请' }).waitFor()
    expect(await page.getByLabel('给审核人员的说明').inputValue()).toBe('每天读一篇短文。')
    await page.getByLabel('认证名称').fill('晨光读书会')
    await page.getByRole('button', { name: '检查（不收费）' }).click()
    await page.getByText('没有发现问题，可以提交。').waitFor()
    await page.locator('#other_proof-1-file, #other_proof-1').last().setInputFiles(goodPicture(3))
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    await platform.pass('0s')
    await page.getByText('已收下，可以使用。').waitFor()
    await page.getByText('草稿已保存。').waitFor()
    await narrow(page)
    await glanced(page, 'certification-ready')
    await page.getByRole('button', { name: '提交申请' }).dblclick()

    await page.getByRole('heading', { name: '确认名称变更' }).waitFor()
    const [draft] = (await mine.applications.list().page()).items
    expect(draft).toMatchObject({ status: 'awaiting_confirmation', materials: [{ kind: 'other_proof' }] })
    const id = draft?.id ?? ''
    await page.getByText('晨光读书会', { exact: true }).first().waitFor()
    await glanced(page, 'certification-confirm')
    await page.getByRole('radio', { name: /^手持证件照片/ }).check()
    await page.getByRole('button', { name: '确认这次变更' }).click()
    await page.getByText('还缺少：本人手持证件的照片').first().waitFor()
    await page.locator('#holder-file, #holder').last().setInputFiles(goodPicture(5))
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    await platform.pass('0s')
    await page.getByText('已收下，可以使用。').waitFor()
    await page.getByLabel('手机号', { exact: true }).fill(person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByText('验证码已发送到', { exact: false }).waitFor()
    await page.getByLabel('短信验证码').fill(await platform.sandbox.codeFor(person.phone))
    await page.getByLabel('证件号码后四位').fill('0000')
    await page.getByRole('button', { name: '确认这次变更' }).click()
    await page.getByText('后四位', { exact: false }).first().waitFor()
    await page.getByLabel('证件号码后四位').fill(person.idNumber.slice(-4))
    await wide(page)
    await glanced(page, 'certification-confirm-wide')
    await page.getByRole('button', { name: '确认这次变更' }).dblclick()

    await page.getByRole('heading', { name: '缴纳审核服务费' }).waitFor()
    await narrow(page)
    await glanced(page, 'certification-fee')
    await page.getByRole('button', { name: '缴费 ¥30.00' }).dblclick()
    await page.getByRole('radio', { name: /微信/ }).first().waitFor()
    const orders = (await mine.orders.list().page()).items.filter(({ kind }) => kind === 'certification')
    expect(orders).toHaveLength(1)
    await glanced(page, 'certification-pay')
    const { codeUrl } = await codeToScan(platform, user, orders[0]?.id ?? '')
    await scan(platform, codeUrl)
    await platform.pass('2s')

    await page.getByRole('heading', { name: '正在人工审核' }).waitFor()
    await glanced(page, 'certification-review')
    await certify(platform, await operatorAt(instance, 'page-reviewer', 'reviewer'))
    await page.reload()
    await page.getByRole('heading', { name: '应用已认证，名称为“晨光读书会”' }).waitFor()
    expect(await mine.applications.get(id)).toMatchObject({ status: 'certified', fee: { status: 'kept' } })
    await glanced(page, 'certification-certified')
    await wide(page)
    await glanced(page, 'certification-certified-wide')
    await page.getByRole('link', { name: '返回应用' }).click()
    await page.getByRole('heading', { level: 1, name: '晨光读书会' }).waitFor()
    await page.getByRole('link', { name: '重新申请认证' }).waitFor()
    await glanced(page, 'app-certified')
  })
})
