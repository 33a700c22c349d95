import { useSyncExternalStore } from 'react'
import type { Language } from '../../shared/kernel/language.ts'
import { type Preferences, preferences } from './preferences.ts'
import type { Texts } from './texts/texts.ts'

/** How the visitor wants the pages, now. */
export const usePreferences = (): Preferences => useSyncExternalStore(preferences().subscribe, preferences().get)

/** The language of the pages, now. */
export const useLanguage = (): Language => usePreferences().language

/** The texts of a table in the language of the pages. */
export const useTexts = <T>(table: Texts<T>): Texts<T>[Language] => table[useLanguage()]
