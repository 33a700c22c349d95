import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect } from 'vitest'
import { testOf } from './browser-test.ts'
import { fixtureSite } from './fixture/site.ts'
import { accessible } from './looks/accessible.ts'
import { asPictured, inEveryLook } from './looks/in-every-look.ts'
import { tabbed } from './looks/keyboard.ts'
import { laidOut } from './looks/layout.ts'
import { pictured } from './looks/pictured.ts'

const test = testOf(fixtureSite)

describe('how a page looks', () => {
  test('is judged in every look, and the page is left as it was', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    await page.getByLabel('姓名').fill('某人')
    const seen: string[] = []
    await inEveryLook(page, async (shown) => {
      const height = await page.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().height ?? 0)
      seen.push(`${shown.look} ${shown.width} ${Math.round(height)}`)
      await accessible(page, shown)
      await laidOut(page, shown)
    })
    const [light, dark, large, doubled, narrow, still] = seen
    expect([light, dark, narrow, still]).toEqual([
      expect.stringMatching(/^light 390 /),
      expect.stringMatching(/^dark 390 /),
      expect.stringMatching(/^narrow 320 /),
      expect.stringMatching(/^still 390 /),
    ])
    const heights = [light, large, doubled].map((line = '') => Number(line.split(' ')[2]))
    expect(heights.toSorted((a, b) => a - b)).toEqual(heights)
    expect(new Set(heights).size).toBe(3)
    expect(await page.getByLabel('姓名').inputValue()).toBe('某人')
    expect(await page.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches])).toEqual([
      390,
      false,
    ])
  })

  test('is the same on a device that was set so before', async ({ open }) => {
    const page = await open({ device: 'desktop', isDark: true, isDoubled: true, isStill: true, isLarge: true })
    await page.goto('/')
    const set = await page.evaluate(() => ({
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      size: getComputedStyle(document.documentElement).fontSize,
      chosen: localStorage.getItem('shiming'),
    }))
    expect(set).toEqual({ dark: true, still: true, size: '32px', chosen: '{"size":"large"}' })
  })

  test('is pictured at two widths in three looks, under names that say so', async ({ open }) => {
    const page = await open()
    await page.goto('/')
    const names: string[] = []
    await asPictured(page, async (shown) => {
      const path = await pictured(page, 'fixture', { ...shown, mask: [page.locator('#pay')] })
      expect(existsSync(path)).toBe(true)
      names.push(basename(path))
    })
    expect(names).toEqual(
      [390, 1280].flatMap((width) => ['light', 'dark', 'large'].map((look) => `fixture-${width}-${look}.png`)),
    )
  })
})

describe('what somebody cannot use', () => {
  test.for([
    ['/faint', /color-contrast at p: /],
    ['/nameless', /label at input/],
  ] as const)('is found by axe on %s', async ([path, said], { open }) => {
    const page = await open()
    await page.goto(path)
    await expect(accessible(page)).rejects.toThrow(said)
  })

  test.for([
    ['/wide', /sticks out: <p> 太宽/],
    ['/tiny', /20 × 20 px is too small to tap: <button> 小/],
  ] as const)('is found in the layout of %s', async ([path, said], { open }) => {
    const page = await open()
    await page.goto(path)
    await expect(laidOut(page)).rejects.toThrow(said)
  })

  test('is found where the keyboard goes', async ({ open }) => {
    const page = await open({ device: 'desktop' })
    await page.goto('/blind')
    await expect(tabbed(page)).rejects.toThrow(/看不见焦点/)
    await page.goto('/')
    expect(await tabbed(page)).toEqual(['先看看', '姓名', '我同意', '支付 ¥1.00'])
  })
})
