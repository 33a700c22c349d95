import { useSyncExternalStore } from 'react'
import type { Language } from '../../shared/kernel/language.ts'
import type { Texts } from '../shared/texts/texts.ts'

const root = document.documentElement

const subscribe = (changed: () => void): (() => void) => {
  const watch = new MutationObserver(changed)
  watch.observe(root, { attributeFilter: ['lang'] })
  return () => watch.disconnect()
}

const now = (): Language => (root.lang === 'en' ? 'en' : 'zh')

/** The language of the page, now. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, now)

/** The texts of a table in the language of the page. */
export const useTexts = <T>(table: Texts<T>): Texts<T>[Language] => table[useLanguage()]
