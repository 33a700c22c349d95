import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { deedsRoute } from '../../../functions/overview/deeds.route.ts'
import { askReviewRoute, claimReviewRoute } from '../../../functions/review/operator.route.ts'
import { freshCode } from '../../../local/demo/operator.ts'
import { uploadPicture } from '../../../local/demo/papers.ts'
import { drawnPage } from '../../../local/demo/picture.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { answer } from '../visit/network.ts'
import { atConsole } from './at-console.ts'
import { holder, look, picture, stage } from './papers.ts'

/** In percent, as soon as the picture is measured. */
const scaleNow = async (page: Page): Promise<number> => {
  const measured = page.locator('.tools-scale').filter({ hasText: /^\d+%$/ })
  return Number.parseInt((await measured.textContent()) ?? '', 10)
}

describe('P10 P11 papers at the console', () => {
  test('are looked at, compared and approved by the keyboard in under ten actions, each look on record', async ({
    open,
    instance,
  }) => {
    const { user, seen } = await holder(instance)
    const page = await open({ device: 'desktop' })
    const { token } = await atConsole(page, instance, 'li.jian', 'reviewer')
    await page.goto('/console/reviews')
    await page.getByRole('row').nth(1).waitFor()
    let actions = 0
    const press = async (key: string): Promise<void> => {
      actions += 1
      await page.keyboard.press(key)
    }
    await press('n')
    await page.getByText('填写的内容和照片没有打开。').waitFor()
    expect(await page.content()).not.toContain('Anna Example')
    expect(await page.getByRole('img').count()).toBe(0)
    await press('v')
    await picture(page).waitFor()
    await page.getByText('Anna Example').waitFor()
    for (const point of ['1', '2', '3', '4', '5']) await press(point)
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(5)
    await press('a')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('通过后立即生效，不能撤销。').waitFor()
    expect(await dialog.getByLabel('理由').inputValue()).toBe('已逐项核对')
    await press('Control+Enter')
    await page.getByText('已通过。').waitFor()
    expect(actions).toBeLessThan(10)
    expect((await seen()).verification).toMatchObject({ status: 'verified', level: 1 })

    // Nothing of it stays on the page of a case that is over.
    await page.getByText('这件申请已经结束，不能再从这里查看。').waitFor()
    expect(await page.content()).not.toContain('Anna Example')
    const query = { subject: `account:${user.accountId}` }
    const { deeds } = await instance.platform.must(deedsRoute, { token, query })
    const reads = deeds.filter(({ action }) => action === 'identity_read')
    expect(reads).toHaveLength(3)
    expect(reads.map(({ purpose }) => purpose)).toEqual(['case_review', 'case_review', 'case_review'])
  })

  test('stand beside each other, are zoomed, turned and moved, each picture as it was left', async ({
    open,
    instance,
  }) => {
    await holder(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.kan', 'reviewer')
    await page.setViewportSize({ width: 1440, height: 900 })
    await look(page)
    await page.getByText('第 1 / 2 张').waitFor()
    for (const place of [page.getByText('Anna Example'), stage(page), page.getByRole('checkbox').last()])
      expect(await place.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    await glanced(page, 'console-papers')
    expect(await tabbed(page)).toEqual(
      expect.arrayContaining(['隐藏', '放大', '旋转 90°', '下一张', '证件的资料页（有照片和号码的一面）']),
    )

    const fit = await scaleNow(page)
    await page.keyboard.press('+')
    expect(await scaleNow(page)).toBeGreaterThan(fit)
    await page.getByRole('button', { name: '100%，原始大小' }).click()
    expect(await scaleNow(page)).toBe(100)
    expect((await picture(page).boundingBox())?.width).toBeCloseTo(1000, 0)
    await page.keyboard.press('r')
    expect((await picture(page).boundingBox())?.width).toBeCloseTo(700, 0)
    // The mouse moves what does not fit; the wheel with Ctrl zooms, and the page stays as it is.
    const top = () => stage(page).evaluate((one) => one.scrollTop)
    const before = await top()
    await stage(page).hover()
    await page.mouse.down()
    const { x = 0, y = 0, width = 0, height = 0 } = (await stage(page).boundingBox()) ?? {}
    await page.mouse.move(x + width / 2 - 60, y + height / 2 - 60)
    await page.mouse.up()
    expect(await top()).not.toBe(before)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -100)
    await page.keyboard.up('Control')
    await expect.poll(() => scaleNow(page)).toBe(150)
    await page.keyboard.press('.')
    await page.getByText('第 2 / 2 张').waitFor()
    expect(await scaleNow(page)).toBeLessThanOrEqual(100)
    await page.keyboard.press(',')
    expect(await scaleNow(page)).toBe(150)
    await page.keyboard.press('0')
    expect(await page.getByRole('button', { name: '缩小' }).getAttribute('aria-disabled')).toBe('true')

    await page.setViewportSize({ width: 360, height: 780 })
    await page.evaluate(() => scrollTo(0, 0))
    await glanced(page, 'console-papers-phone')
  })

  test('are hidden by a press, when nobody looks, and when the case is given back; ticks go into the question and back', async ({
    open,
    instance,
  }) => {
    await holder(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.yin', 'reviewer')
    await look(page)
    await page.getByRole('button', { name: '隐藏' }).click()
    await page.getByText('已隐藏。').waitFor()
    expect(await page.content()).not.toContain('Anna Example')
    await page.getByLabel('理由').selectOption({ label: '涉嫌欺诈' })
    await page.getByLabel('补充说明（选填）').fill('多个账号用同一证件')
    await page.getByRole('button', { name: '查看内容和全部照片' }).click()
    await picture(page).waitFor()
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
      Reflect.deleteProperty(document, 'visibilityState')
    })
    await page.getByText('已隐藏。').waitFor()
    await page.keyboard.press('v')
    await picture(page).waitFor()

    await page.keyboard.press('2')
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('照片清楚、完整').check()
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await page.keyboard.press('1')
    await page.keyboard.press('a')
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: '放回' }).click()
    await page.getByText('领取之后才能查看。').waitFor()
    expect(await page.content()).not.toContain('Anna Example')
    expect(await page.getByRole('img').count()).toBe(0)
  })

  test('are told why one picture is not there, and show the others', async ({ open, instance }) => {
    await holder(instance)
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.que', 'reviewer')
    await page.goto('/console/reviews')
    const detail = '这张图片已按期限删除，不能再查看。'
    const gone = { type: 'about:blank', title: detail, status: 410, code: 'material_gone', detail }
    await answer(page, '**/v1/operator/materials/*/views', 410, gone, 1)
    await page.getByRole('button', { name: '领取最急的一件' }).click()
    await page.getByRole('button', { name: '查看内容和全部照片' }).click()
    await stage(page).getByRole('alert').getByText(detail).waitFor()
    expect(await page.getByRole('button', { name: '再试一次' }).count()).toBe(0)
    await page.keyboard.press('.')
    await picture(page).waitFor()
    await glanced(page, 'console-papers-gone')
    await page.keyboard.press(',')
  })

  test('ask for a code once the last is old, and have what the user added since', async ({ open, instance }) => {
    const { platform } = instance
    const { user, review } = await holder(instance)
    const page = await open({ device: 'desktop' })
    const who = await atConsole(page, instance, 'li.bu', 'reviewer')
    const params = { id: review }
    await platform.must(claimReviewRoute, { token: who.token, params })
    await platform.must(askReviewRoute, { token: who.token, params, body: { what: ['holder_again'] } })
    await page.goto(`/console/reviews/${review}`)
    await page.getByText('等用户补充。补充之后领取，才能查看。').waitFor()
    const added = await uploadPicture(platform, user, 'holder', drawnPage(2))
    await platform.shiming.withSession(user.token).reviews.answer(review, { materials: [added.id] })
    await platform.pass('11m')
    await page.reload()
    await page.getByRole('button', { name: '领取', exact: true }).click()
    await page.getByRole('button', { name: '查看内容和全部照片' }).click()
    await page.getByLabel('动态验证码').fill(freshCode(instance, who))
    await page.keyboard.press('Enter')
    await page.getByText('第 1 / 3 张').waitFor()
    expect(await page.getByText('后来补充').count()).toBe(0)
    await page.getByRole('button', { name: /^3 · 本人手持证件的照片/ }).click()
    await page.getByText('后来补充').waitFor()
    await picture(page).waitFor()
  })

  test('are on no page of those who may not see them', async ({ open, instance }) => {
    const { review } = await holder(instance)
    for (const role of ['support', 'finance'] as const) {
      const page = await open({ device: 'desktop' })
      await atConsole(page, instance, `no-${role}`, role)
      await page.goto(`/console/reviews/${review}`)
      await page
        .getByRole('alert')
        .or(page.getByRole('heading', { level: 1, name: '您的角色看不到这一页' }))
        .first()
        .waitFor()
      expect(await page.getByRole('button', { name: /查看内容|领取/ }).count(), role).toBe(0)
      expect(await page.getByText('证件和照片').count(), role).toBe(0)
      expect(await page.getByRole('img').count(), role).toBe(0)
    }
  })
})
