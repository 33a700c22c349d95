import { describe, expect } from 'vitest'
import { decideReviewRoute, nextReviewRoute } from '../../../functions/review/operator.route.ts'
import { approveStep } from '../../../local/demo/app-steps.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'
import { byFace, byPicture, typeProof } from './in-person.ts'

const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 900 }

describe('W8 the administrator of an app', () => {
  test('hands it over by a link, keeps it after all, and hands it over to whoever opens another', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const [mine, theirs] = [await verifiedUser(instance, 'fee'), await verifiedUser(instance, 'fee')]
    const reviewer = await operatorAt(instance, 'handover-reviewer', 'reviewer')
    const { apps } = platform.shiming.withSession(mine.user.token)
    const app = await apps.create({ kind: 'website', name: '芦花深处' })
    const page = await open()
    await signedIn(page, mine.user)
    await page.goto(`/developer/apps/${app.id}`)
    await page.getByRole('button', { name: '生成移交链接' }).click()
    await page.getByRole('button', { name: '确认并生成链接' }).click()
    await page.getByText('请填写 4 位').first().waitFor()
    await page.getByText('请先完成上面的人脸确认', { exact: false }).first().waitFor()
    await page.setViewportSize(NARROW)
    await glanced(page, 'handover-missing')
    await byFace(page, instance)
    await typeProof(page, instance, mine)
    await glanced(page, 'handover-asked')
    await page.getByRole('button', { name: '确认并生成链接' }).click()
    await page.getByText('移交链接只显示这一次', { exact: false }).waitFor()
    const first = (await page.locator('code.secret').textContent()) ?? ''
    expect(first).toContain('/developer/handover#')
    await glanced(page, 'handover-link')
    await page.getByRole('button', { name: '取消移交' }).click()
    await page.getByText('已取消移交，链接失效。').waitFor()
    expect(await page.locator('code.secret').count()).toBe(0)

    const other = await open()
    await signedIn(other, theirs.user)
    const goTo = async (url: string): Promise<void> => {
      const { pathname, hash } = new URL(url)
      await other.goto(`${pathname}${hash}`)
    }
    await goTo(first)
    await other.getByRole('heading', { level: 1, name: '链接不能用了' }).waitFor()
    await glanced(other, 'handover-over')

    await page.getByRole('button', { name: '生成移交链接' }).click()
    await byPicture(page, instance, 'handover-')
    await typeProof(page, instance, mine)
    await page.setViewportSize(WIDE)
    await glanced(page, 'handover-pictured')
    await page.getByRole('button', { name: '确认并生成链接' }).click()
    await page.getByText('工作人员核对您的照片后，链接才能打开', { exact: false }).waitFor()
    const second = (await page.locator('code.secret').textContent()) ?? ''
    expect(second).not.toBe(first)
    await page.setViewportSize(NARROW)
    await glanced(page, 'handover-waits')
    await goTo(second)
    await other.getByRole('heading', { level: 1, name: '链接不能用了' }).waitFor()
    await approveStep(platform, reviewer)

    await goTo(second)
    await other.getByText('芦花深处').waitFor()
    // Neither a later visitor nor a picture of the page has the code.
    expect(other.url()).not.toContain('#')
    await other.reload()
    await other.getByText('芦花深处').waitFor()
    await byPicture(other, instance, 'take-')
    await typeProof(other, instance, theirs)
    await other.setViewportSize(WIDE)
    await glanced(other, 'handover-take')
    await other.setViewportSize(NARROW)
    await glanced(other, 'handover-take')
    await other.getByRole('button', { name: '接管', exact: true }).click()
    await other.getByText('申请接管应用“芦花深处”').first().waitFor()
    await glanced(other, 'handover-take-waits')
    await page.reload()
    await page.getByText('有人打开了移交链接要接管应用', { exact: false }).waitFor()
    await glanced(page, 'handover-being-taken')
    await approveStep(platform, reviewer)
    await other.goto(`/developer/apps/${app.id}`)
    await other.getByRole('heading', { level: 1, name: '芦花深处' }).waitFor()

    await page.reload()
    await page.getByRole('heading', { level: 1, name: '没有这个应用' }).waitFor()
    await page.goto('/inbox')
    await page.getByText('您的应用已移交', { exact: false }).first().waitFor()
  })

  test('renames it by a picture, which a person refuses, and another which they find to be theirs', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const mine = await verifiedUser(instance, 'fee')
    const reviewer = await operatorAt(instance, 'rename-reviewer', 'reviewer')
    const app = await platform.shiming.withSession(mine.user.token).apps.create({ kind: 'website', name: '雪夜访友' })
    const page = await open()
    await signedIn(page, mine.user)
    const renamedByPicture = async (): Promise<void> => {
      await page.goto(`/developer/apps/${app.id}`)
      await page.getByLabel('新名称').fill('雪夜归人')
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('heading', { name: '确认改名', exact: true }).waitFor()
      await byPicture(page, instance, 'rename-')
      await typeProof(page, instance, mine)
      await page.getByRole('button', { name: '确认改名' }).click()
      await page.getByText('改名为“雪夜归人”已提交', { exact: false }).waitFor()
    }
    await renamedByPicture()
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size)
      await glanced(page, 'app-rename-waits')
    }
    await page.getByRole('link', { name: '查看或撤回' }).click()
    await page.getByText('申请把应用“雪夜访友”改名为“雪夜归人”').first().waitFor()
    await glanced(page, 'app-rename-case')
    const { token } = reviewer
    const { review } = await platform.must(nextReviewRoute, { token, body: { kind: 'app_step' } })
    const decided = { verdict: 'refused', reason: 'picture_unclear', note: '照片看不清' } as const
    await platform.must(decideReviewRoute, { token, params: { id: review?.id ?? '' }, body: decided })
    await page.reload()
    await page.getByText('照片看不清人脸或证件，请重新拍摄。').first().waitFor()
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size)
      await glanced(page, 'app-rename-refused')
    }
    await page.getByRole('link', { name: '我的应用' }).click()
    await page.getByRole('link', { name: '雪夜访友' }).waitFor()
    await renamedByPicture()
    await approveStep(platform, reviewer)
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '雪夜归人' }).waitFor()
  })
})
