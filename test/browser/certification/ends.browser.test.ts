import { describe, expect } from 'vitest'
import { decideReviewRoute, nextReviewRoute } from '../../../functions/review/operator.route.ts'
import { typeCard } from '../../../local/demo/card.ts'
import { appOfPerson, confirmByPicture, payFee, sendIn } from '../../../local/demo/certification.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('W2 W5 W6 ends of an application, on its pages', () => {
  test('a draft is given up, one that nobody confirmed is over, one that was paid is withdrawn with its fee, one that was refused appealed against', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    await platform.pass('61s')
    await typeCard(platform, user, { phone: user.phone })
    await platform.pass('61s')
    const applying = await appOfPerson(platform, user, '长亭晚')
    const mine = platform.shiming.withSession(user.token)
    const draft = await mine.applications.create({ app: applying.app, applicant: applying.applicant })

    const page = await open()
    await signedIn(page, user)
    await page.goto('/developer')
    await page.getByRole('link', { name: '认证申请进行中' }).click()
    await page.getByRole('heading', { name: '填写申请' }).waitFor()
    await page.getByText('没有发现问题，可以提交。').waitFor()
    await swept(page, 'certification-draft', [page.locator('time'), page.locator('[role=timer]')])
    await page.getByRole('button', { name: '放弃这份草稿' }).click()
    await page.getByRole('button', { name: '放弃', exact: true }).dblclick()
    await page.getByText('您撤回了这件申请。', { exact: false }).waitFor()
    expect((await mine.applications.get(draft.id)).status).toBe('withdrawn')

    const late = await sendIn(platform, applying)
    await page.goto(`/developer/applications/${late.id}`)
    await page.getByRole('heading', { name: '确认认证申请' }).waitFor()
    await swept(page, 'certification-confirming', [page.locator('time'), page.locator('[role=timer]')])
    await platform.pass('24h')
    await page.reload()
    await page.getByText('24 小时内没有确认', { exact: false }).waitFor()
    await glanced(page, 'certification-expired')
    await page.getByRole('link', { name: '重新申请认证' }).click()
    await page.getByRole('heading', { level: 1, name: '申请应用认证' }).waitFor()

    const paid = await sendIn(platform, applying)
    await confirmByPicture(platform, user, paid.id, person.idNumber)
    await payFee(platform, user, paid.id)
    await page.goto(`/developer/applications/${paid.id}`)
    await page.getByRole('button', { name: '撤回申请' }).click()
    await page.getByText('还没有人处理时，审核服务费全额退回', { exact: false }).waitFor()
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByText('已全额退回原支付方式', { exact: false }).waitFor()

    await platform.pass('61s')
    const second = await sendIn(platform, applying)
    await confirmByPicture(platform, user, second.id, person.idNumber)
    await payFee(platform, user, second.id)
    const reviewer = await operatorAt(instance, 'refusing-reviewer', 'reviewer')
    const { review } = await platform.must(nextReviewRoute, { token: reviewer.token, body: { kind: 'certification' } })
    const decision = { verdict: 'refused', reason: 'purpose_forbidden', checked: [], note: '用途不符' } as const
    await platform.must(decideReviewRoute, {
      token: reviewer.token,
      params: { id: review?.id ?? '' },
      body: decision,
    })
    await page.goto(`/developer/applications/${second.id}`)
    await page.getByRole('heading', { name: '资质审核没有通过' }).waitFor()
    await page.getByText('应用的用途不符合法律或平台规则', { exact: false }).waitFor()
    await glanced(page, 'certification-refused')
    await page.getByRole('link', { name: '申诉：请其他人员复核' }).click()
    await page.getByLabel('为什么认为结果有误').fill('用途是分享诗词。')
    await page.getByRole('button', { name: '提交申诉' }).click()
    await page.goto(`/developer/applications/${second.id}`)
    await page.getByRole('heading', { name: '正在人工审核' }).waitFor()
    expect((await mine.applications.get(second.id)).status).toBe('in_review')
  })
})
