import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test as base, type TestContext } from 'vitest'
import type { Instance } from '../flows/instance.ts'
import { sharedInstance } from '../flows/shared-instance.ts'
import { noBrowser } from './chromium/executable.ts'
import { sharedBrowser } from './chromium/launch.ts'
import { SCREENSHOTS } from './looks/pictured.ts'
import { type Opening, visits } from './visit/visits.ts'

type Open = (opening?: Opening) => Promise<Page>

/** How the pages looked when a test failed, for whoever looks for the reason. */
const keepFailure = async (pages: readonly Page[], title: string): Promise<void> => {
  const folder = join(SCREENSHOTS, 'failed')
  await mkdir(folder, { recursive: true })
  for (const [at, page] of pages.entries()) {
    const path = join(folder, `${title.replace(/[^\p{L}\p{N}]+/gu, '-')}-${at}.png`)
    await page.screenshot({ path, fullPage: true }).catch(() => undefined)
  }
}

/** Pages for one test, opened by `use`; throws afterwards for whatever they did that no page may do. */
const openDuring = async (
  site: string,
  { skip, task }: Pick<TestContext, 'skip' | 'task'>,
  use: (open: Open) => Promise<void>,
): Promise<void> => {
  const why = noBrowser()
  if (why !== undefined) skip(why)
  const here = visits(await sharedBrowser(), site)
  await use(here.open)
  if (task.result?.state === 'fail') await keepFailure(here.pages(), task.name)
  const faults = await here.end()
  if (faults.length > 0) throw new Error(`pages did what no page may do:\n${faults.join('\n')}`)
}

/**
 * The tests of a site. A test opens pages by `open`, one device each; when it is over it fails for whatever any page did that no
 * page may do (see visit/watch.ts). Where no browser is, tests are skipped with the reason.
 */
export const testOf = (site: () => Promise<string>) =>
  base.extend<{ open: Open }>({
    open: async ({ skip, task }, use) => openDuring(await site(), { skip, task }, use),
  })

/**
 * The tests of our pages, on the instance that files use one after the other: each file finds it empty, and fails for what its
 * functions leave behind.
 */
export const test = base.extend<{ $file: { instance: Instance }; $test: { open: Open } }>({
  instance: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
    async ({}, use) => {
      const instance = await sharedInstance()
      await use(instance)
      const left = await instance.end()
      if (left.length > 0) throw new Error(`P11 plaintext identity, or what else must not be left:\n${left.join('\n')}`)
    },
    { scope: 'file' },
  ],
  open: async ({ instance, skip, task }, use) => openDuring(instance.engine.url, { skip, task }, use),
})
