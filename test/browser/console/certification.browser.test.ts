import { describe, expect } from 'vitest'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { atConsole } from './at-console.ts'
import { applied } from './certification.ts'
import { picture } from './papers.ts'

describe('P11 W3 W5 the certification of an app at the console', () => {
  test('is returned field by field, compared with its pictures once it was corrected, and approved without its name', async ({
    open,
    instance,
  }) => {
    const { person, seen, correct } = await applied(instance, '杏花春雨', '杏花书店')
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'li.zheng', 'reviewer')
    await page.goto('/console/reviews?kind=certification')
    await page.getByRole('row').filter({ hasText: '应用认证' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '领取', exact: true }).click()
    await page.getByRole('heading', { name: '名称变更' }).waitFor()
    await page.getByText('杏花春雨', { exact: true }).waitFor()
    await page.getByText('名单中没有发现受限的词', { exact: false }).waitFor()
    expect(await page.content()).not.toContain(person.idNumber)
    await page.setViewportSize({ width: 1280, height: 900 })
    await glanced(page, 'console-certification')

    await page.getByRole('button', { name: '要求补充' }).click()
    const dialog = page.getByRole('dialog')
    // A person has no licence that could be asked for.
    expect(await dialog.getByLabel(/营业执照/).count()).toBe(0)
    await dialog.getByLabel('认证名称需要修改', { exact: false }).check()
    await dialog.getByLabel('给用户的话').fill('“书店”需要出版物经营许可，请去掉。')
    await page.keyboard.press('Control+Enter')
    await page.getByText('已要求用户补充。').waitFor()
    expect((await seen()).returns).toMatchObject([{ fields: ['certified_name'] }])

    await correct({ certifiedName: '杏花读书', said: '我们不卖书。' })
    await page.reload()
    await page.getByRole('heading', { name: '以前的补正' }).waitFor()
    await page.locator('del').filter({ hasText: '杏花书店' }).waitFor()
    await page.locator('ins').filter({ hasText: '杏花读书' }).waitFor()
    expect(await page.getByText('已修改').count()).toBe(3)
    await page.getByRole('button', { name: '领取', exact: true }).click()
    await page.getByRole('button', { name: '查看内容和全部照片' }).click()
    await picture(page).waitFor()
    // Confirmed anew, by another picture than was there before.
    await page.getByRole('button', { name: /^2 · .+ · 后来补充$/ }).click()
    await page.locator('.viewer-name').filter({ hasText: '后来补充' }).waitFor()
    expect(await page.locator('.thumb[data-added]').count()).toBe(1)
    await page.getByText(person.name).waitFor()
    for (const point of ['1', '2', '3', '4', '5']) await page.keyboard.press(point)
    await glanced(page, 'console-certification-open')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(() => scrollTo(0, 0))
    await glanced(page, 'console-certification-phone')
    await page.setViewportSize({ width: 1280, height: 900 })

    await page.getByRole('button', { name: '通过', exact: true }).click()
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('还有没有确认的项').first().waitFor()
    await dialog.getByLabel(/会让人误认为是其他单位或服务/).check()
    // What it is about need not be confirmed, so that nothing is missing any more.
    expect(await dialog.getByText('还有没有确认的项').count()).toBe(0)
    const told = await dialog.locator('.said').textContent()
    await glanced(page, 'console-certification-approve')
    await page.keyboard.press('Control+Enter')
    await page.getByText('已通过。').waitFor()
    expect(await seen()).toMatchObject({
      ...{ status: 'certified', qualification: { verdict: 'passed' } },
      naming: { verdict: 'refused', reason: 'name_misleading' },
    })
    expect(told).toContain('应用保留原名称')

    // The app is found by what its name looks like, and what happened to it stands in the time line of its account.
    await page.getByRole('searchbox').fill('杏花 春雨')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '账号' }).waitFor()
    await page.getByRole('row').filter({ hasText: '已创建' }).filter({ hasText: '杏花春雨' }).waitFor()
    await page.getByRole('navigation', { name: '类型' }).getByRole('link', { name: '认证申请' }).click()
    await page.getByRole('row').filter({ hasText: '认证通过' }).waitFor()
    await page.getByRole('row').filter({ hasText: '已退回补正' }).waitFor()
    await glanced(page, 'console-certification-found')
    expect(await page.content()).not.toContain(person.idNumber)
  })
})
