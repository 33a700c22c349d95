import type { Language } from '../kernel/language.ts'

/** What a command says: in both languages, or in English alone where only those read it who work on this repository. */
export type Told = string | InBoth

/** A text in both languages. */
export type InBoth = Readonly<Record<Language, string>>

export const both = (zh: string, en: string): InBoth => ({ zh, en })

/** What is said, in that language; English where there is nothing else. */
export const toldIn = (language: Language, told: Told): string => (typeof told === 'string' ? told : told[language])

/** A sentence made of other texts, in both languages. `say`: the text in the language of the sentence. */
export const composed = (make: Readonly<Record<Language, (say: (told: Told) => string) => string>>): Told => ({
  zh: make.zh((told) => toldIn('zh', told)),
  en: make.en((told) => toldIn('en', told)),
})

/** The language of a terminal, as POSIX has it: LC_ALL, then LC_MESSAGES, then LANG; English where it is neither of ours. */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language =>
  /^zh\b|^zh_/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
