import { describe, expect } from 'vitest'
import { test } from '../browser-test.ts'
import { signInOn } from '../people.ts'

declare global {
  interface Window {
    /** What stood in fields for a name, at any moment. */
    names?: string[]
  }
}

describe('what somebody typed', () => {
  test('is gone from every tab once they signed out in one', async ({ open, instance }) => {
    const person = await instance.person('match')
    const page = await open({ device: 'desktop' })
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    await page.getByLabel('姓名').fill(person.name)
    const other = await page.context().newPage()
    await other.goto('/account')
    await other.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
    const typed = await page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    expect(typed.filter((text) => text !== '')).toEqual([])
  })

  test('is at no moment before the eyes of another who is signed in elsewhere in the browser', async ({
    open,
    instance,
  }) => {
    const person = await instance.person('match')
    const page = await open({ device: 'desktop' })
    await signInOn(page, instance, person.phone)
    await page.goto('/verify')
    await page.getByLabel('姓名').fill(person.name)
    await page.getByRole('link', { name: '实名', exact: true }).click()
    await page.getByRole('link', { name: '开始认证' }).waitFor()
    await signInOn(page, instance, (await instance.person('match')).phone)
    await page.evaluate(() => {
      const names: string[] = []
      window.names = names
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes)
            if (node instanceof Element)
              for (const input of node.querySelectorAll<HTMLInputElement>('input[autocomplete="name"]'))
                names.push(input.value)
      }).observe(document, { childList: true, subtree: true })
    })
    await page.getByRole('link', { name: '开始认证' }).click()
    await page.getByLabel('姓名').waitFor()
    await expect.poll(() => page.getByLabel('姓名').inputValue()).toBe('')
    expect(await page.evaluate(() => window.names)).toEqual([''])
  })
})
