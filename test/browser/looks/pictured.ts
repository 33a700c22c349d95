import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { Shown } from './in-every-look.ts'

/** Not committed; looked at by people before a change of a page is finished. */
export const SCREENSHOTS = join(import.meta.dirname, '../../../.build/screenshots')

export type Picture = Partial<Shown> & {
  /** What differs from run to run: a QR code, a number, a time. */
  mask?: readonly Locator[]
}

/** Takes a picture of the whole page; answers its file. `name` says which page, in which state. */
export const pictured = async (page: Page, name: string, picture: Picture = {}): Promise<string> => {
  const { look = 'light', width = page.viewportSize()?.width ?? 0, mask = [] } = picture
  await mkdir(SCREENSHOTS, { recursive: true })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const path = join(SCREENSHOTS, `${name}-${width}-${look}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'hide', mask: [...mask] })
  return path
}
