import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { askReviewRoute, nextReviewRoute } from '../../../functions/review/operator.route.ts'
import { typeCard } from '../../../local/demo/card.ts'
import { appOfPerson, certify, confirmByPicture, payFee, sendIn } from '../../../local/demo/certification.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { goodPicture } from '../papers/chosen-file.ts'
import { signedIn } from '../visit/signed-in.ts'

const at = (page: Page, width: number) => page.setViewportSize({ width, height: 800 })

describe('W3 W5 an application that was returned, on its pages', () => {
  test('shows what to correct where it is corrected, confirms another change of name anew, and keeps the name where that is refused', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    await platform.pass('61s')
    await typeCard(platform, user, { phone: user.phone })
    await platform.pass('61s')
    const applying = await appOfPerson(platform, user, '夜航船')
    const { id } = await sendIn(platform, applying, { certifiedName: '夜航船读书' })
    await confirmByPicture(platform, user, id, person.idNumber)
    await payFee(platform, user, id)
    const reviewer = await operatorAt(instance, 'returning-reviewer', 'reviewer')
    const { review } = await platform.must(nextReviewRoute, { token: reviewer.token, body: { kind: 'certification' } })
    const words = '请去掉“读书”，或说明与出版的关系。'
    const ask = { what: ['certified_name', 'other_proof', 'explanation'], words }
    await platform.must(askReviewRoute, { token: reviewer.token, params: { id: review?.id ?? '' }, body: ask })
    // A code may be asked for again by then.
    await platform.pass('61s')

    const page = await open()
    await signedIn(page, user)
    await page.goto('/cases')
    await page
      .getByRole('link', { name: /应用认证/ })
      .first()
      .click()
    await page.getByRole('link', { name: '去补正认证申请' }).click()
    await page.getByRole('heading', { name: '审核人员请您修改' }).waitFor()
    await page.getByText(words, { exact: true }).waitFor()
    await page.getByText('第 1 次退回，最多 3 次', { exact: false }).waitFor()
    expect(await page.getByText('需要修改', { exact: true }).count()).toBe(3)
    await at(page, 390)
    await glanced(page, 'certification-returned')
    await at(page, 1280)
    await glanced(page, 'certification-returned-wide')

    // Nothing that a machine sees is wrong, which says nothing of what the reviewer asked for.
    await page.getByText('审核人员请您修改的各项，请确认都已改好', { exact: false }).waitFor()
    await page.getByLabel('认证名称').fill('夜航船夜读')
    await page.getByLabel('给审核人员的说明').fill('只是推荐短文，与出版无关。')
    await page.locator('#other_proof-1-file, #other_proof-1').last().setInputFiles(goodPicture(7))
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    await platform.pass('0s')
    await page.getByText('已收下，可以使用。').first().waitFor()
    await page.getByRole('button', { name: '补正完成，重新提交' }).click()

    // Another change of name than was confirmed.
    await page.getByRole('heading', { name: '确认名称变更' }).waitFor()
    await page.getByText('夜航船夜读', { exact: true }).first().waitFor()
    // Neither place names what was asked for before.
    expect(await page.getByText('夜航船读书', { exact: true }).count()).toBe(0)
    await page.getByRole('radio', { name: /^手持证件照片/ }).check()
    await page.locator('#holder-file, #holder').last().setInputFiles(goodPicture(8))
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    await platform.pass('0s')
    await page.getByLabel('手机号', { exact: true }).fill(person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByText('验证码已发送到', { exact: false }).waitFor()
    await page.getByLabel('短信验证码').fill(await platform.sandbox.codeFor(person.phone))
    await page.getByLabel('证件号码后四位').fill(person.idNumber.slice(-4))
    await at(page, 390)
    await glanced(page, 'certification-corrected')
    await page.getByRole('button', { name: '确认这次变更' }).dblclick()

    await page.getByRole('heading', { name: '正在人工审核' }).waitFor()
    const mine = platform.shiming.withSession(user.token)
    const again = await mine.applications.get(id)
    expect(again).toMatchObject({ status: 'in_review', fee: { status: 'held' } })
    expect(again.returns[0]?.changed).toEqual(
      expect.arrayContaining(['certified_name', 'other_proof', 'explanation', 'administrator_picture']),
    )
    expect((await mine.orders.list().page()).items.filter(({ kind }) => kind === 'certification')).toHaveLength(1)

    await certify(platform, reviewer, 'name_misleading')
    await page.reload()
    await page.getByRole('heading', { name: '应用已认证，名称仍为“夜航船”' }).waitFor()
    await page.getByText('认证名称会让人误认为', { exact: false }).waitFor()
    await glanced(page, 'certification-name-refused')
    await page.goto(`/developer/apps/${applying.app}`)
    await page.getByRole('heading', { level: 1, name: '夜航船' }).waitFor()
    await page.getByText('“夜航船夜读”没有采用。').waitFor()
  })
})
