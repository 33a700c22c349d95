import type { Language } from '../../../shared/kernel/language.ts'
import type { Texts } from '../../shared/texts/texts.ts'

/** What the service calls something, and how people do. */
export type Words = Texts<Record<string, string>>

/** A word of the service as people say it; one that a newer service has, as it is. */
export const wordIn = (table: Words, word: string, language: Language): string => {
  const known = table[language]
  return Object.hasOwn(known, word) ? String(known[word]) : word
}
