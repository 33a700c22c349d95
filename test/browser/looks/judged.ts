import type { Locator, Page } from 'playwright-core'
import { accessible } from './accessible.ts'
import { asPictured, inEveryLook } from './in-every-look.ts'
import { laidOut } from './layout.ts'
import { pictured } from './pictured.ts'

/**
 * Judges an open page in every look: axe finds nothing, nothing sticks out or is too small to tap. Takes its pictures under
 * `name`; `mask`: what differs from run to run.
 */
export const swept = async (page: Page, name: string, mask: readonly Locator[] = []): Promise<void> => {
  await inEveryLook(page, async (shown) => {
    await accessible(page, shown)
    await laidOut(page, shown)
  })
  await asPictured(page, async (shown) => {
    await laidOut(page, shown)
    await pictured(page, name, { ...shown, mask })
  })
}

/** Judges a state that is drawn by what is swept elsewhere, as it is shown now, and takes its picture. */
export const glanced = async (page: Page, name: string): Promise<void> => {
  await accessible(page)
  await laidOut(page)
  await pictured(page, name)
}
