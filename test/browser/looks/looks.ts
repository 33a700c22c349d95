import type { BrowserContext, Page } from 'playwright-core'

/** How somebody has set their device, or our pages. */
export type Look = {
  isDark?: boolean
  /** The large-text mode of the pages themselves, for older people. */
  isLarge?: boolean
  /** Texts twice as large, by WeChat's font size or the browser's. */
  isDoubled?: boolean
  isStill?: boolean
  /** CSS pixels; of the device where nothing is said. */
  width?: number
}

/** Everything a page must be usable in. Pictures are taken of the first three. */
export const looks = {
  light: {},
  dark: { isDark: true },
  large: { isLarge: true },
  doubled: { isDoubled: true },
  narrow: { width: 320 },
  still: { isStill: true },
} as const satisfies Record<string, Look>

/** Where the pages keep what was chosen on this device (web/shared/preferences.ts). */
const PREFERENCES = 'shiming'
const chosen = ({ isLarge = false }: Look): string => JSON.stringify({ size: isLarge ? 'large' : 'normal' })

const keep = ([name, value]: readonly [string, string]): void => {
  if (location.protocol.startsWith('http')) localStorage.setItem(name, value)
}

/** As chosen in another tab: nothing is written down, and the page follows. */
const choose = ([name, value]: readonly [string, string]): void =>
  void dispatchEvent(new StorageEvent('storage', { key: name, newValue: value }))

/** WeChat enlarges texts by this very property, a desktop's browser by the size of the root. No policy forbids such a sheet. */
const enlarge = (percent: number): void => {
  const sheet = new CSSStyleSheet()
  const touch = matchMedia('(pointer: coarse)').matches
  sheet.replaceSync(
    touch
      ? `html { -webkit-text-size-adjust: ${percent}% !important; text-size-adjust: ${percent}% !important }`
      : `html { font-size: ${percent}% !important }`,
  )
  document.adoptedStyleSheets = percent === 100 ? [] : [sheet]
}

const DOUBLED = 200

/** Light or dark, still or not: what a browser is told of a look. */
export const media = ({ isDark = false, isStill = false }: Look) =>
  ({ colorScheme: isDark ? 'dark' : 'light', reducedMotion: isStill ? 'reduce' : 'no-preference' }) as const

/** Gives a new context the rest of its look, for all pages that will be opened in it. */
export const dress = async (context: BrowserContext, look: Look): Promise<void> => {
  if (look.isLarge) await context.addInitScript(keep, [PREFERENCES, chosen(look)] as const)
  if (look.isDoubled) await context.addInitScript(enlarge, DOUBLED)
}

/** Changes the look of an open page where it stands: nothing is loaded anew, and what was typed in stays. */
export const wear = async (page: Page, look: Look): Promise<void> => {
  await page.emulateMedia(media(look))
  await page.evaluate(choose, [PREFERENCES, chosen(look)] as const)
  await page.evaluate(enlarge, look.isDoubled ? DOUBLED : 100)
}
