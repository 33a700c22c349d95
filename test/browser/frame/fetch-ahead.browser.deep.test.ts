import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { SECOND } from '../../../shared/kernel/time.ts'
import { test } from '../browser-test.ts'

/** The scripts asked for on the first page and in the ten seconds after it. */
const fetched = async (page: Page): Promise<string[]> => {
  const asked: string[] = []
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
  await page.clock.install()
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.clock.fastForward(10 * SECOND)
  await page.waitForLoadState('networkidle')
  return asked.filter((path) => /-page-.*\.js$/.test(path))
}

test('all other pages are fetched a while after the first, and none for whoever saves data', async ({ open }) => {
  expect(await fetched(await open())).toEqual([])
  const page = await open()
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: undefined }))
  const last = page.waitForRequest(/channels-page/)
  expect((await fetched(page)).length).toBeGreaterThan(0)
  await last
})
