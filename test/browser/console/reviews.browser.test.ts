import { describe, expect } from 'vitest'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { atConsole } from './at-console.ts'
import { helped } from './cases.ts'

describe('P10 M8 cases for people at the console', () => {
  test('are taken, asked about and answered by the keyboard, with the very words that the user then reads', async ({
    open,
    instance,
  }) => {
    const one = await helped(instance, '收不到验证码，请帮忙。')
    const two = await helped(instance, '我付了两次钱。')
    const page = await open({ device: 'desktop' })
    await atConsole(page, instance, 'sun.li', 'support')
    await page.goto('/console/reviews')
    await page.getByRole('row').nth(2).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByText('收不到验证码，请帮忙。').waitFor()
    expect(await page.getByRole('button', { name: '答复' }).count()).toBe(0)
    await page.keyboard.press('a')
    await page.getByText(/^您正在处理，到/).waitFor()

    await page.getByRole('button', { name: '要求补充' }).click()
    const dialog = page.getByRole('dialog')
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('alert').getByText('请至少选一项').waitFor()
    await dialog.getByLabel('请说明大约是什么时候发生的。').check()
    await dialog.getByLabel('给用户的话').fill('请写明大概的时间。')
    const preview = await dialog.locator('.said').textContent()
    await glanced(page, 'console-review-ask')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('已要求用户补充。').waitFor()
    expect((await one.seen()).asked[0]?.text).toBe(preview)
    await one.answer('昨天晚上八点左右')

    // The next one is taken at once.
    await page.keyboard.press('n')
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/console/reviews/${two.id}`)
    await page.getByText(/^您正在处理，到/).waitFor()
    await page.keyboard.press('a')
    await dialog.getByLabel('答复内容').fill('多付的一笔已原路退回。')
    expect(await dialog.locator('.said').textContent()).toBe('我们的答复：\n多付的一笔已原路退回。')
    await dialog.getByRole('button', { name: '已按记录答复' }).click()
    await glanced(page, 'console-review-answer')
    await page.keyboard.press('Control+Enter')
    await page.getByText('已答复用户。').waitFor()
    expect((await two.seen()).decision?.text).toBe('我们的答复：\n多付的一笔已原路退回。')

    await page.goto(`/console/reviews/${one.id}`)
    await page.getByText('昨天晚上八点左右').first().waitFor()
  })

  test('say who is on them, and are given back', async ({ open, instance }) => {
    const { id } = await helped(instance, '请看一下。')
    const [mine, other] = [await open({ device: 'desktop' }), await open({ device: 'desktop' })]
    await atConsole(mine, instance, 'sun.wu', 'support')
    await atConsole(other, instance, 'li.qi', 'reviewer')
    await mine.goto(`/console/reviews/${id}`)
    await mine.getByRole('button', { name: '领取' }).click()
    await mine.getByRole('button', { name: '答复' }).waitFor()
    await other.goto(`/console/reviews/${id}`)
    await other.getByText(/^sun.wu 正在处理/).waitFor()
    expect(await other.getByRole('button', { name: '领取' }).count()).toBe(0)
    await mine.getByRole('button', { name: '放回' }).click()
    await mine.getByRole('button', { name: '领取' }).waitFor()
    await other.reload()
    await other.getByRole('button', { name: '领取' }).waitFor()
  })
})
