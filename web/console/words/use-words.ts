import { useLanguage } from '../../shared/language.ts'
import { type Words, wordIn } from './word.ts'

/** Words of the service as people say them, in the language of the console. */
export const useWords = (): ((table: Words, word: string) => string) => {
  const language = useLanguage()
  return (table, word) => wordIn(table, word, language)
}
