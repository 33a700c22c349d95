import type { Language } from '../../../shared/kernel/language.ts'
import { useLanguage } from '../../shared/language.ts'
import type { Texts } from '../../shared/texts/texts.ts'

type Words = Texts<Record<string, string>>

/** A word of the service as people say it; one that a newer service has, as it is. */
export const wordIn = (table: Words, word: string, language: Language): string => {
  const known = table[language]
  return Object.hasOwn(known, word) ? String(known[word]) : word
}

/** The same in the language of the console. */
export const useWords = (): ((table: Words, word: string) => string) => {
  const language = useLanguage()
  return (table, word) => wordIn(table, word, language)
}
