import type { Page } from 'playwright-core'
import { looks, wear } from './looks.ts'

/** Page, look and width as they stand in the names of pictures and findings. */
export type Shown = { look: string; width: number }

/** For findings: which page, and how it is shown where that is said. */
export const placeOf = (page: Page, shown?: Shown): string =>
  shown ? `${page.url()} (${shown.look}, ${shown.width} px)` : page.url()

const PICTURED = ['light', 'dark', 'large'] as const
const WIDTHS = [390, 1280] as const

/** Calls `see` with an open page in a look at a width, and leaves it as it was. */
const each = async (page: Page, shown: readonly Shown[], see: (shown: Shown) => Promise<void>): Promise<void> => {
  const before = page.viewportSize() ?? { width: 390, height: 844 }
  try {
    for (const one of shown) {
      await page.setViewportSize({ ...before, width: one.width })
      await wear(page, looks[one.look as keyof typeof looks])
      await see(one)
    }
  } finally {
    await page.setViewportSize(before)
    await wear(page, looks.light)
  }
}

/** In every look that a page must be usable in, at the width of its device where the look says none. */
export const inEveryLook = (page: Page, see: (shown: Shown) => Promise<void>): Promise<void> => {
  const width = page.viewportSize()?.width ?? 390
  const shown = Object.entries(looks).map(([look, set]) => ({ look, width: 'width' in set ? set.width : width }))
  return each(page, shown, see)
}

/** As it is pictured: on a phone and on a desktop, light, dark and in large text. */
export const asPictured = (page: Page, see: (shown: Shown) => Promise<void>): Promise<void> =>
  each(
    page,
    WIDTHS.flatMap((width) => PICTURED.map((look) => ({ look, width }))),
    see,
  )
