import type { Language } from '../../shared/kernel/language.ts'
import { type Store, store } from './store.ts'

/** How somebody wants the pages. `auto` follows the device. */
export type Preferences = {
  language: Language
  theme: 'auto' | 'light' | 'dark'
  size: 'normal' | 'large' | 'largest'
}

/** What is kept on the device under this name; boot.js reads it, too. Nothing that says who somebody is. */
const NAME = 'shiming'

const one = <const T>(values: readonly T[], value: unknown): T | undefined => values.find((known) => known === value)

/** The first of the browser's languages that we speak, as Accept-Language says it; Chinese where it names none. */
export const languageOf = (wanted: readonly string[]): Language => {
  const known = wanted.map((tag) => tag.toLowerCase().slice(0, 2)).find((tag) => tag === 'zh' || tag === 'en')
  return known === 'en' ? 'en' : 'zh'
}

/** What was kept as a text, whatever it holds, over what the browser says. */
export const preferencesIn = (kept: string | null, browser: readonly string[]): Preferences => {
  let read: Record<string, unknown> = {}
  try {
    read = { ...JSON.parse(kept ?? '{}') }
  } catch {
    // Somebody else's, or cut off: as if nothing had been chosen.
  }
  return {
    language: one(['zh', 'en'], read.language) ?? languageOf(browser),
    theme: one(['auto', 'light', 'dark'], read.theme) ?? 'auto',
    size: one(['normal', 'large', 'largest'], read.size) ?? 'normal',
  }
}

/** The attributes of the root element for these preferences on a device that is dark or not; null takes one away. */
export const rootAttributes = (
  { language, theme, size }: Preferences,
  isDark: boolean,
): Record<string, string | null> => ({
  lang: language === 'zh' ? 'zh-CN' : 'en',
  'data-theme': theme === 'dark' || (theme === 'auto' && isDark) ? 'dark' : 'light',
  'data-size': size === 'normal' ? null : size,
})

const show = (preferences: Preferences, isDark: boolean): void => {
  for (const [name, value] of Object.entries(rootAttributes(preferences, isDark))) {
    if (value === null) document.documentElement.removeAttribute(name)
    else document.documentElement.setAttribute(name, value)
  }
}

// A private window may refuse storage altogether; then a choice holds as long as the page is open.
const keep = (preferences: Preferences): void => {
  try {
    localStorage.setItem(NAME, JSON.stringify(preferences))
  } catch {}
}

const keptText = (): string | null => {
  try {
    return localStorage.getItem(NAME)
  } catch {
    return null
  }
}

/** The preferences of this device, shown on the root element from now on. */
const preferencesHere = (): Store<Preferences> => {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const here = store(preferencesIn(keptText(), navigator.languages))
  const showNow = (): void => show(here.get(), dark.matches)
  here.subscribe(() => {
    keep(here.get())
    showNow()
  })
  dark.addEventListener('change', showNow)
  // Chosen in another tab.
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === NAME && newValue !== null) here.set(preferencesIn(newValue, navigator.languages))
  })
  showNow()
  return here
}

let opened: Store<Preferences> | undefined

/** The preferences of this device; opened at the first use, so that rules can be tested without a browser. */
export const preferences = (): Store<Preferences> => {
  opened ??= preferencesHere()
  return opened
}
