import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { testOf } from '../browser-test.ts'
import { fixtureSite } from '../fixture/site.ts'
import { pictured } from '../looks/pictured.ts'

const test = testOf(fixtureSite)

/** A picture of one character as the page's font draws it. Boxes for what a font has not are all alike. */
const drawn = async (page: Page, character: string): Promise<string> => {
  await page.evaluate((text) => {
    const heading = document.querySelector('h1')
    if (heading) heading.textContent = text
  }, character)
  return (await page.locator('h1').screenshot()).toString('base64')
}

describe('Chinese', () => {
  test('is drawn as it is read, and not as boxes', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    await pictured(page, 'fixture')
    const characters = [...'实名认证，¥·X1']
    const pictures = new Map<string, string>()
    for (const character of characters) pictures.set(character, await drawn(page, character))
    expect(new Set(pictures.values()).size).toBe(characters.length)
    // Private use: no font has it.
    const box = await drawn(page, '\uE123')
    expect([...pictures.values()]).not.toContain(box)
  })
})
